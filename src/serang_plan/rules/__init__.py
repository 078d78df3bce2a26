"""Rules: what is wrong with a plan that can be read; one file per family of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from serang_plan.analysis.known.known_plan import as_told
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._plan_rule import PlanRule

FAULTS = (
    *("completeness", "coordination", "dates", "decisions", "evidence", "links", "links_to_opd"),
    *("schedules", "value_bounds", "value_series"),
)
"""The files of the rules whose findings are errors or warnings, of some now and then a note."""
NOTES = tuple(
    f"notes.{name}" for name in ("completeness", "coordination", "decisions", "evidence", "value_bounds")
)


def check(plan: Plan) -> Iterator[Finding]:
    """Give everything that the rules find; histories count, in full."""
    return _found(plan, (*FAULTS, *NOTES))


def check_faults(plan: Plan) -> Iterator[Finding]:
    """Give what the rules of errors and warnings find; those of notes are not loaded."""
    return _found(plan, FAULTS)


def check_notes(plan: Plan) -> Iterator[Finding]:
    """Give what the rules of notes find."""
    return _found(plan, NOTES)


def rules() -> tuple[Rule, ...]:
    """Return the rules with their pages, in the order of their codes."""
    return tuple(sorted(one.rule for file in (*FAULTS, *NOTES) for one in rules_of(file)))


def rules_of(file: str) -> list[PlanRule]:
    """Return the rules that a file declares."""
    return [one for one in vars(import_module(f"{__name__}.{file}")).values() if isinstance(one, PlanRule)]


def _found(plan: Plan, files: Iterable[str]) -> Iterator[Finding]:
    plan = as_told(plan)
    for file in files:
        for rule in rules_of(file):
            yield from rule.check(plan)
