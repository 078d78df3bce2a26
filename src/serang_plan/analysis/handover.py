"""Handover: who leads an indicator after whom, at the same time as whom, and when nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan

_DAY = timedelta(days=1)


class Turn(NamedTuple):
    """Two assignments of one indicator, the earlier first."""

    before: Assignment
    after: Assignment


class Gap(NamedTuple):
    """A time between two assignments of one indicator, from its first to its last day."""

    turn: Turn
    first: date
    last: date


def start_of(assignment: Assignment) -> date:
    """Return the first day of an assignment; without one, the beginning of time."""
    return assignment.from_.first if assignment.from_ else date.min


def end_of(assignment: Assignment) -> date:
    """Return the last day of an assignment; without one, the end of time."""
    return assignment.until.last if assignment.until else date.max


def first_day_typed(day: date) -> str:
    """Return how a first day is best typed: the year, if it begins then."""
    return str(day.year) if (day.month, day.day) == (1, 1) else day.isoformat()


def last_day_typed(day: date) -> str:
    """Return how a last day is best typed: the year, if it ends then."""
    return str(day.year) if (day.month, day.day) == (12, 31) else day.isoformat()


def two_leads(plan: Plan) -> Iterator[Turn]:
    """Give every assignment that starts while another OPD still leads, with the one that ends last."""
    for assignments in _in_turn(plan):
        latest: dict[str, Assignment] = {}
        for after in _led(plan, assignments):
            others = [one for lead, one in latest.items() if lead != after.lead]
            before = max(others, key=end_of, default=None)
            if before is not None and end_of(before) >= start_of(after):
                yield Turn(before, after)
            _keep_latest(latest, after)


def _keep_latest(latest: dict[str, Assignment], assignment: Assignment) -> None:
    lead = assignment.lead or ""
    if lead not in latest or end_of(latest[lead]) < end_of(assignment):
        latest[lead] = assignment


def handovers(plan: Plan) -> Iterator[Turn]:
    """Give the assignments that follow one another with another OPD in the lead."""
    for assignments in _in_turn(plan):
        for before, after in pairwise(_led(plan, assignments)):
            if before.lead != after.lead and end_of(before) < start_of(after):
                yield Turn(before, after)


def gaps(plan: Plan) -> Iterator[Gap]:
    """Give the times between two assignments of an indicator for which nothing is written."""
    for assignments in _in_turn(plan):
        before = assignments[0]
        for after in assignments[1:]:
            if after.from_ is not None and end_of(before) < after.from_.first - _DAY:
                yield Gap(Turn(before, after), end_of(before) + _DAY, after.from_.first - _DAY)
            before = max(before, after, key=end_of)


def _in_turn(plan: Plan) -> Iterator[list[Assignment]]:
    for assignments in plan.assignments_by_indicator.values():
        if len(assignments) > 1:
            yield sorted(assignments, key=lambda one: (start_of(one), end_of(one)))


def _led(plan: Plan, assignments: list[Assignment]) -> list[Assignment]:
    return [one for one in assignments if one.lead in plan.opd_by_code]
