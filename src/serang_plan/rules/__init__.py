"""Rules: what is wrong with a plan that can be read; one file per rule, found by its code."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol, cast

from serang_plan.analysis.known.known_plan import as_told
from serang_plan.findings import Finding, Rule, RuleModule, rule_files
from serang_plan.model.plan import Plan

_FOLDER = os.path.dirname(__file__)
_FAULTS = rule_files(_FOLDER)
"""The files of the rules whose findings are errors or warnings, of some now and then a note."""
_NOTES = rule_files(os.path.join(_FOLDER, "notes"))
FILES = tuple(sorted((*_FAULTS, *_NOTES)))


class PlanRule(RuleModule, Protocol):
    """The file of a rule that finds its fault in a plan."""

    def check(self, plan: Plan) -> Iterator[Finding]:
        """Give every place in a plan that has the fault."""


def check(plan: Plan) -> Iterator[Finding]:
    """Give everything that the rules find; histories count, in full."""
    return _found(plan, FILES)


def check_faults(plan: Plan) -> Iterator[Finding]:
    """Give what the rules of errors and warnings find; those of notes are not loaded."""
    return _found(plan, _FAULTS)


def check_notes(plan: Plan) -> Iterator[Finding]:
    """Give what the rules of notes find."""
    return _found(plan, _NOTES)


def rules() -> tuple[Rule, ...]:
    """Return the rules with their pages."""
    return tuple(module_of(file).RULE for file in FILES)


def module_of(file: str) -> PlanRule:
    """Return the module of a rule's file."""
    folder = f"{__name__}.notes" if file in _NOTES else __name__
    return cast(PlanRule, import_module(f"{folder}.{file}"))


def _found(plan: Plan, files: Iterable[str]) -> Iterator[Finding]:
    plan = as_told(plan)
    for file in files:
        yield from module_of(file).check(plan)
