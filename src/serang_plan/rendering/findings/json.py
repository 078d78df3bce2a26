"""Findings as JSON for programs, with a version; `validate.schema.json` is made from these records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal, NotRequired, TypedDict, cast

from serang_plan.findings import Located
from serang_plan.places import Span
from serang_plan.rendering.findings.outcome import SEVERITY_NAMES, CheckOutcome, SeverityName
from serang_plan.rendering.json.encoder import Described, encoded
from serang_plan.wording import Lang

Path = Annotated[
    str, Described("From the root of the repository, else from the working folder, with `/`.", "minLength", 1)
]
Day = Annotated[str, Described("", "format", "date")]
Count = Annotated[int, Described("", "minimum", 0)]
Position = Annotated[int, Described("", "minimum", 1)]


class Place(TypedDict):
    """Where something is written."""

    path: Path
    line: Position
    column: Annotated[Position, Described("In characters (Unicode code points).")]
    length: Annotated[Position, Described("In characters, on this one line.")]


class Label(Place):
    """A further place, with what there is to see."""

    text: str


class Fault(Place):
    """What is wrong, and where."""

    code: Annotated[str, Described("", "pattern", "^[A-Z][0-9]{3}$")]
    name: Annotated[str, Described("", "pattern", "^[a-z0-9]+(-[a-z0-9]+)*$")]
    severity: SeverityName
    message: Annotated[str, Described("", "minLength", 1)]
    help: Annotated[str | None, Described("What to type instead, if that is known.")]
    labels: Annotated[list[Label], Described("Further places that belong to the finding.")]


class Finding(Fault):
    """A fault that is reported."""

    fails: Annotated[bool, Described("Whether the check fails by this finding (`--fail-on`).")]
    fingerprint: Annotated[
        str,
        Described(
            "The same for the same finding when lines move; no two findings share one.", "minLength", 1
        ),
    ]


class Suppressed(Fault):
    """A fault that a comment with a reason keeps out of the findings."""

    reason: str
    until: Annotated[Day | None, Described("The last day on which it is kept out.")]


class Counts(TypedDict):
    """How many findings there are of each severity."""

    error: Count
    warning: Count
    note: Count


class Changes(TypedDict):
    """What is different since another state, as `serang-plan diff --format json` tells it."""

    before: object
    after: object
    changes: object
    opd: object
    years: object
    unread: object


class Check(TypedDict):
    """Temuan atas berkas rencana.

    Versi 1 hanya bertambah: kunci baru dapat muncul, yang ada tetap berarti sama.
    / Findings about the files of a plan. Version 1 only grows: keys may be added, those that are there
    keep their meaning.
    """

    schema_version: Literal[1]
    as_of: Annotated[Day, Described("The state of the plan on this date was checked.")]
    language: Lang
    files: Annotated[list[Path], Described("The files that were read, in the order in which they were read.")]
    counts: Counts
    findings: Annotated[list[Finding], Described("By file, line, column and code.")]
    suppressed: NotRequired[list[Suppressed]]
    changes: NotRequired[Annotated[Changes, Described("With --against: what it does to the plan.")]]


def render(outcome: CheckOutcome) -> str:
    """Return one JSON object: the files that were read, the counts and the findings in reading order."""
    check: Check = {
        "schema_version": 1,
        "as_of": outcome.as_of.isoformat(),
        "language": outcome.lang,
        "files": [*outcome.files],
        "counts": _counts(outcome),
        "findings": [
            {**_fault(located, outcome.lang), "fails": outcome.fails(located), "fingerprint": mark}
            for located, mark in zip(outcome.findings, outcome.fingerprints(), strict=True)
        ],
        "suppressed": [*_suppressed(outcome)],
    }
    if outcome.changes is not None:
        check["changes"] = cast("Changes", outcome.changes)
    return encoded(check)


def _counts(outcome: CheckOutcome) -> Counts:
    counts = Counter(SEVERITY_NAMES[located.finding.rule.severity] for located in outcome.findings)
    return {"error": counts["error"], "warning": counts["warning"], "note": counts["note"]}


def _suppressed(outcome: CheckOutcome) -> Iterator[Suppressed]:
    for located in outcome.suppressed:
        if comment := located.suppressed:
            until = comment.until.isoformat() if comment.until else None
            yield {**_fault(located, outcome.lang), "reason": comment.reason, "until": until}


def _fault(located: Located, lang: Lang) -> Fault:
    finding = located.finding
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": SEVERITY_NAMES[finding.rule.severity],
        "message": finding.message.for_lang(lang),
        "help": finding.help.for_lang(lang) if finding.help else None,
        **_place(located.at),
        "labels": [{"text": text.for_lang(lang), **_place(span)} for text, span in located.labels],
    }


def _place(at: Span) -> Place:
    return {"path": at.path, "line": at.line, "column": at.column, "length": at.length}
