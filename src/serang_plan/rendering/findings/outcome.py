"""Outcome: everything that a format of findings may want to know of a check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from serang_plan.findings import Located, Rule, Severity
from serang_plan.page import Block
from serang_plan.wording import Lang, Text, escape_invisible, many

LineOf = Callable[[str, int], str]
"""Gives a line of a file, by path and number."""

SeverityName = Literal["error", "warning", "note"]
SEVERITY_NAMES: dict[Severity, SeverityName] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}
WORST_FIRST = sorted(Severity, reverse=True)


class Explained(NamedTuple):
    """A rule's page in one language."""

    title: str
    why: str
    wrong: str
    right: str


class Replacement(NamedTuple):
    """A stretch of a file, from one line and column up to another, and what belongs there."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class CheckOutcome(NamedTuple):
    """What was found and shown; whatever costs something and few formats need is asked for."""

    findings: Sequence[Located]
    files: Sequence[str]
    lang: Lang
    as_of: date
    version: str
    """The program's version."""
    line_of: LineOf
    fails: Callable[[Located], bool]
    """Whether a finding ends the run in 1."""
    fingerprints: Callable[[], Sequence[str]]
    """A mark for each finding that stays when lines move, no two alike."""
    explained: Callable[[Rule], Explained]
    suppressed: Sequence[Located] = ()
    """What a comment with a reason keeps out of the list; each knows its `suppressed`."""
    fix: Callable[[Located], Sequence[Replacement]] = lambda _finding: ()
    """What would put a finding right, where that is known."""
    kinds: Sequence[str] = ()
    """Which findings alone are shown, where others are left out: `new {}`."""
    remarks: Sequence[str] = ()
    """Sentences behind the counts: what is not shown, and why."""
    consequences: Sequence[Block] = ()
    """What the edit does to the plan, where it is compared with another state."""
    changes: object = None
    """The same for programs."""
    colour: bool = False
    """Whether people see it on a screen that has colours."""
    width: int | None = None
    """The cells of that screen."""
    height: int | None = None
    """Its lines, where no more than what matters is to stand on it."""


def counted(outcome: CheckOutcome) -> str:
    """Return one line that counts the findings by severity, and those that a comment ignores."""
    files, ignored = len(outcome.files), len(outcome.suppressed)
    severities = [located.finding.rule.severity for located in outcome.findings]
    words = [(severities.count(severity), severity.word) for severity in WORST_FIRST]
    nothing = Text(f"Tidak ada {_looked_for(outcome)}", f"No {_looked_for(outcome)}")
    counts = Text(
        ", ".join(f"{count} {word.id}" for count, word in words) if severities else nothing.id,
        ", ".join(many(count, word.en) for count, word in words) if severities else nothing.en,
    )
    in_files = Text(f"{counts.id} dalam {files} berkas.", f"{counts.en} in {many(files, 'file')}.")
    reasons = Text(f"{ignored} diabaikan dengan alasan.", f"{ignored} ignored with a reason.")
    sentences = (in_files, reasons) if ignored else (in_files,)
    return " ".join((*(sentence.for_lang(outcome.lang) for sentence in sentences), *outcome.remarks))


def _looked_for(outcome: CheckOutcome) -> str:
    words = Text("temuan", "findings").for_lang(outcome.lang)
    for kind in outcome.kinds:
        words = kind.replace("{}", words)
    return words


def advised(located: Located, lang: Lang) -> str:
    """Return the sentence of a finding, its advice behind a dash."""
    message, help = located.finding.message, located.finding.help
    return f"{message.for_lang(lang)} — {help.for_lang(lang)}" if help else message.for_lang(lang)


def place(located: Located) -> str:
    """Return where a finding stands: `PATH:LINE:COLUMN`."""
    at = located.at
    return escape_invisible(f"{at.path}:{at.line}:{at.column}")


def one_line(located: Located, sentence: str) -> str:
    """Return a finding in one line: `PATH:LINE:COLUMN: CODE sentence`."""
    return f"{place(located)}: {located.finding.rule.code} {escape_invisible(sentence)}"
