"""Leads: who answers for an indicator on a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from serang_plan.model.opd import Assignment, Opd
from serang_plan.model.plan import Plan
from serang_plan.model.when import When


def in_force(from_: When | None, until: When | None, day: date) -> bool:
    """Whether a day lies between two times, either of which may be open."""
    return (from_ is None or from_.first <= day) and (until is None or day <= until.last)


def assignments_on(plan: Plan, indicator: str, day: date) -> tuple[Assignment, ...]:
    """Return the assignments of an indicator that are in force on a day."""
    return tuple(
        assignment
        for assignment in plan.assignments_by_indicator.get(indicator, ())
        if in_force(assignment.from_, assignment.until, day)
    )


def leads_on(plan: Plan, indicator: str, day: date) -> tuple[str, ...]:
    """Return the codes of the OPD that lead an indicator on a day, each once; one, if all is well."""
    leads = (assignment.lead for assignment in assignments_on(plan, indicator, day))
    return tuple(dict.fromkeys(lead for lead in leads if lead is not None))


def exists_on(opd: Opd, day: date) -> bool:
    """Whether an OPD exists on a day, as far as its dates are known."""
    return in_force(opd.from_, opd.until, day)


def has_ended(plan: Plan, code: str, day: date) -> bool:
    """Whether an OPD on the list was abolished before a day, so that nobody answers for it any more."""
    opd = plan.opd_by_code.get(code)
    return opd is not None and opd.until is not None and opd.until.last < day


def still_there(plan: Plan, opd: Iterable[str]) -> Iterator[str]:
    """Give the OPD that were not abolished before the plan's date."""
    return (code for code in opd if not has_ended(plan, code, plan.as_of))
