"""Findings for GitHub Actions: annotations on the changed lines, then all of them in the log."""

from __future__ import annotations

import re
from collections.abc import Iterator

from serang_plan.findings import Located, Severity
from serang_plan.rendering.findings.log_escaping import inert
from serang_plan.rendering.findings.outcome import WORST_FIRST, CheckOutcome, advised, counted, place
from serang_plan.wording import Lang, Text, escape_invisible

MOST = 10
"""The runner shows ten of a kind for each step and drops the rest without a word."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_UNPRINTABLE = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def render(outcome: CheckOutcome) -> str:
    """Return the workflow commands, worst first, then a line of log for every finding and the counts."""
    log = (inert(_log_line(located, outcome.lang)) for located in outcome.findings)
    return "".join(f"{line}\n" for line in (*_annotations(outcome), *log, counted(outcome)))


def _annotations(outcome: CheckOutcome) -> Iterator[str]:
    """Give at most ten commands of a kind; the last notice says how many findings have none."""
    kinds = {
        severity: [located for located in outcome.findings if located.finding.rule.severity is severity]
        for severity in WORST_FIRST
    }
    most = dict.fromkeys(Severity, MOST)
    if any(len(kind) > MOST for kind in kinds.values()):
        most[Severity.NOTE] = MOST - 1
    for severity, kind in kinds.items():
        yield from (_annotation(located, outcome.lang) for located in kind[: most[severity]])
    if more := sum(max(0, len(kind) - most[severity]) for severity, kind in kinds.items()):
        yield f"::notice title=serang-plan::{_data(_pointer(more).for_lang(outcome.lang))}"


def _pointer(more: int) -> Text:
    return Text(
        f"{more} temuan lain tidak diberi anotasi; daftar lengkapnya ada di log langkah ini",
        f"{more} more {'finding has' if more == 1 else 'findings have'} no annotation; the log of this step "
        "lists them all",
    )


def _annotation(located: Located, lang: Lang) -> str:
    rule, at = located.finding.rule, located.at
    where = f"file={_property(at.path)},line={at.line},endLine={at.line}"
    columns = f"col={at.column},endColumn={at.column + at.length}"
    title = f"title={_property(f'{rule.code} {rule.name}')}"
    sentence = _data(escape_invisible(advised(located, lang)))
    return f"::{_COMMANDS[rule.severity]} {where},{columns},{title}::{sentence}"


def _log_line(located: Located, lang: Lang) -> str:
    """Return a finding as a line that starts with our own word, whatever the file is called."""
    rule, sentence = located.finding.rule, escape_invisible(advised(located, lang))
    return f"{rule.severity.word.for_lang(lang)} {rule.code} {place(located)}: {sentence}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property; a path keeps every character that a log can carry."""
    escaped = _data(text).replace(":", "%3A").replace(",", "%2C")
    return _UNPRINTABLE.sub(lambda match: escape_invisible(match.group()), escaped)
