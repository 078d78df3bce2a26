"""Findings: what is wrong, how bad it is, and where."""

import os
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple, Protocol

from serang_plan.places import Location, SourceFiles, Span
from serang_plan.wording import Text


class Severity(IntEnum):
    """How bad a finding is; a worse one is greater."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> Text:
        """The word that stands before a finding."""
        return _WORDS[self]


_WORDS = {
    Severity.NOTE: Text("catatan", "note"),
    Severity.WARNING: Text("peringatan", "warning"),
    Severity.ERROR: Text("galat", "error"),
}


class Faults:
    """How many findings there are of each severity; notes may be counted only when somebody asks."""

    def __init__(self, errors: int, warnings: int, notes: int | Callable[[], int]) -> None:
        self.errors, self.warnings, self._notes = errors, warnings, notes

    @cached_property
    def notes(self) -> int:
        """How many notes there are."""
        return self._notes if isinstance(self._notes, int) else self._notes()

    @classmethod
    def counted(cls, severities: Iterable[Severity]) -> "Faults":
        """Count them."""
        counts = Counter(severities)
        return cls(counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.NOTE])


class Label(NamedTuple):
    """A further place, with what there is to see."""

    text: Text
    at: Location


class Finding(NamedTuple):
    """One fault at one place, complete at birth."""

    rule: "Rule"
    message: Text
    at: Location
    labels: tuple[Label, ...] = ()
    help: Text | None = None
    instead: str | None = None
    """What to type in exactly this place, as YAML, where nobody can doubt what was meant."""


class Rule(NamedTuple):
    """A fault that can be found: its code, its name, how bad it is; `why` is its docstring."""

    code: str
    name: str
    why: str | None
    severity: Severity = Severity.ERROR
    compares: bool = False
    """Whether it speaks only where two states of the plan are set beside each other."""

    @property
    def page(self) -> str:
        """Its docstring as it reads in the file of a rule, whatever it is indented by."""
        from textwrap import dedent

        title, _, rest = (self.why or "").partition("\n")
        return f"{title}\n{dedent(rest)}"

    def finding(
        self,
        message: Text,
        at: Location,
        labels: tuple[Label, ...] = (),
        help: Text | None = None,
        instead: str | None = None,
    ) -> Finding:
        """Return a finding of this fault."""
        return Finding(self, message, at, labels, help, instead)


class RuleModule(Protocol):
    """The file of a rule: its docstring is the rule's page."""

    RULE: Rule


def rule_files(folder: str) -> tuple[str, ...]:
    """Return the files of rules in a folder, in the order of their codes: `c302_no_threshold`."""
    names = (name.removesuffix(".py") for name in os.listdir(folder) if name.endswith(".py"))
    return tuple(sorted(name for name in names if name[1:4].isdigit()))


class Located(NamedTuple):
    """A finding whose places have been looked up."""

    finding: Finding
    at: Span
    labels: tuple[tuple[Text, Span], ...]
    suppressed: "Suppression | None" = None


class Suppression(NamedTuple):
    """A comment that keeps a finding out of the list: why, where it is written, and until when it holds."""

    reason: str
    at: Span
    until: date | None = None


def in_reading_order(findings: Iterable[Finding], sources: SourceFiles) -> list[Located]:
    """Look up all places and sort by file, line, column, code; the same fault is said once.

    Where a fault of the YAML itself (family S) stands, faults that follow from it are left out.
    """
    located = sorted((_located(finding, sources) for finding in findings), key=reading_order)
    broken = {fault.at[:3] for fault in located if fault.finding.rule.code.startswith("S")}
    seen: set[tuple[object, ...]] = set()
    kept = []
    for fault in located:
        code = fault.finding.rule.code
        same_again = (code, fault.at, fault.finding.message)
        follows = not code.startswith("S") and fault.at[:3] in broken
        if same_again not in seen and not follows:
            seen.add(same_again)
            kept.append(fault)
    return kept


def _located(finding: Finding, sources: SourceFiles) -> Located:
    labels = tuple((label.text, sources.span(label.at)) for label in finding.labels)
    return Located(finding, sources.span(finding.at), labels)


def reading_order(located: Located) -> tuple[object, ...]:
    """Return the key that sorts findings as people read: file, line, column, code."""
    return (
        located.at.path,
        located.at.line,
        located.at.column,
        located.finding.rule.code,
        located.finding.message,
    )
