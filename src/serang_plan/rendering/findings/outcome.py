"""Outcome: everything that a format of findings may want to know of a check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from serang_plan.findings import Located, Rule, Severity
from serang_plan.page import Block
from serang_plan.wording import Lang

LineOf = Callable[[str, int], str]
"""Gives a line of a file, by path and number."""

SEVERITY_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


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

    found: Sequence[Located]
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
    fix: Callable[[Located], Sequence[Replacement]] = lambda _one: ()
    """What would put a finding right, where that is known."""
    remarks: Sequence[str] = ()
    """Sentences behind the counts: what is not shown, and why."""
    consequences: Sequence[Block] = ()
    """What the edit does to the plan, where it is compared with another state."""
    changes: dict[str, Any] | None = None
    """The same for programs."""


def counted(outcome: CheckOutcome) -> str:
    """Return one line that counts the findings by severity."""
    from serang_plan.rendering.findings.text import summary

    counts = summary(outcome.found, len(outcome.files), outcome.lang, len(outcome.suppressed))
    return " ".join((counts, *outcome.remarks))


def advised(one: Located, lang: Lang) -> str:
    """Return the sentence of a finding, its advice behind a dash."""
    help = one.finding.help
    sentence = one.finding.message.for_lang(lang)
    return f"{sentence} — {help.for_lang(lang)}" if help else sentence
