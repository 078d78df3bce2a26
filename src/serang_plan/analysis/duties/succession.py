"""Succession: who leads an indicator after whom, at the same time as whom, and when nobody does."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY

_DAY = timedelta(days=1)


class Succession(NamedTuple):
    """Two assignments of one indicator, the earlier first."""

    before: Assignment
    after: Assignment


class LeadGap(NamedTuple):
    """A time between two assignments of one indicator, from its first to its last day."""

    succession: Succession
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


def double_leads(plan: Plan) -> Iterator[Succession]:
    """Give every assignment that starts while another OPD still leads, with the one that ends last."""
    for assignments in _in_order(plan):
        latest: dict[str, Assignment] = {}
        for after in _led(plan, assignments):
            others = [assignment for lead, assignment in latest.items() if lead != after.lead]
            before = max(others, key=end_of, default=None)
            if before is not None and end_of(before) >= start_of(after):
                yield Succession(before, after)
            _keep_latest(latest, after)


def _keep_latest(latest: dict[str, Assignment], assignment: Assignment) -> None:
    lead = assignment.lead or ""
    if lead not in latest or end_of(latest[lead]) < end_of(assignment):
        latest[lead] = assignment


def handovers(plan: Plan) -> Iterator[Succession]:
    """Give the assignments that follow one another with another OPD in the lead."""
    for assignments in _in_order(plan):
        for before, after in pairwise(_led(plan, assignments)):
            if before.lead != after.lead and end_of(before) < start_of(after):
                yield Succession(before, after)


def unagreed(plan: Plan) -> Iterator[Succession]:
    """Give the handovers that no decision of a rakor about the indicator agrees on.

    Where the old OPD was merged into the new one, that is agreement enough.
    """
    named = _named_by_indicator(plan)
    for succession in handovers(plan):
        agreed = named.get(succession.after.indicator, set())
        if not agreed & {succession.after.lead, EVERYBODY} and not _is_successor(plan, succession):
            yield succession


def _named_by_indicator(plan: Plan) -> Mapping[str, set[str | None]]:
    """Return the OPD that decisions name, by the indicator that the decisions are about."""
    opd: dict[str, set[str | None]] = defaultdict(set)
    for rakor in plan.rakor:
        for decision in rakor.decisions:
            for code in decision.matters:
                opd[code] |= {decision.lead, *decision.support}
    return opd


def _is_successor(plan: Plan, succession: Succession) -> bool:
    before = plan.opd_by_code.get(succession.before.lead or "")
    return before is not None and before.successor == succession.after.lead


def lead_gaps(plan: Plan) -> Iterator[LeadGap]:
    """Give the times between two assignments of an indicator for which nothing is written."""
    for assignments in _in_order(plan):
        before = assignments[0]
        for after in assignments[1:]:
            if after.from_ is not None and end_of(before) < after.from_.first - _DAY:
                yield LeadGap(Succession(before, after), end_of(before) + _DAY, after.from_.first - _DAY)
            before = max(before, after, key=end_of)


def _in_order(plan: Plan) -> Iterator[list[Assignment]]:
    for assignments in plan.assignments_by_indicator.values():
        if len(assignments) > 1:
            yield sorted(assignments, key=lambda assignment: (start_of(assignment), end_of(assignment)))


def _led(plan: Plan, assignments: list[Assignment]) -> list[Assignment]:
    return [assignment for assignment in assignments if assignment.lead in plan.opd_by_code]
