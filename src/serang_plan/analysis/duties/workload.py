"""Workload: what each OPD carries in each year: actions, money and indicators that it leads."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.duties.leads import has_ended, leads_on
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order

Key = tuple[str, int]
"""An OPD and a year."""


class Load(NamedTuple):
    """What one OPD carries in one year."""

    opd: str
    year: int
    actions: tuple[str, ...]
    money: int | None
    """Whole rupiah, as far as they are stated; None: nobody has said anything."""
    unpriced: tuple[str, ...]
    """Actions that run in this year, of which nobody has said what they cost in it."""
    leads: tuple[str, ...]


def loads(plan: Plan, actions: Iterable[Scheduled]) -> tuple[Load, ...]:
    """Return the load of every OPD in every year in which it leads, runs or pays for something, in order.

    Years ahead have the leads of the plan's date: what changes later is not known yet. An OPD carries
    nothing once it is abolished.
    """
    running: dict[Key, list[str]] = defaultdict(list)
    unpriced: dict[Key, list[str]] = defaultdict(list)
    money: dict[Key, int] = defaultdict(int)
    for scheduled in actions:
        if scheduled.opd is not None and scheduled.state is not ActionState.CANCELLED:
            costs = _costs(scheduled)
            for year, amount in costs.items():
                money[scheduled.opd, year] += amount
            for year in scheduled.years:
                running[scheduled.opd, year].append(scheduled.code)
                if year not in costs:
                    unpriced[scheduled.opd, year].append(scheduled.code)
    years = {plan.as_of.year, *(year for _, year in (*running, *money))}
    leads = {(opd, year): codes for year in years for opd, codes in _leads(plan, year).items()}
    return tuple(
        Load(
            *key,
            tuple(running.get(key, ())),
            money.get(key),
            tuple(unpriced.get(key, ())),
            leads.get(key, ()),
        )
        for key in sorted({*running, *money, *leads}, key=lambda key: (code_order(key[0]), key[1]))
        if not has_ended(plan, key[0], _begin(plan, key[1]))
    )


def _begin(plan: Plan, year: int) -> date:
    """Return the day from which a year counts: of the plan's year nothing before its date."""
    return plan.as_of if year == plan.as_of.year else date(year, 1, 1)


def _costs(scheduled: Scheduled) -> Mapping[int, int]:
    """Return what an action costs in each year for which that is stated, in whole rupiah."""
    costs: Counter[int] = Counter()
    for part in scheduled.action.funding:
        if part.year is not None and part.amount is not None:
            costs[part.year] += part.amount
    return costs


def _leads(plan: Plan, year: int) -> Mapping[str, tuple[str, ...]]:
    day = plan.as_of if year >= plan.as_of.year else date(year, 12, 31)
    codes = sorted(plan.indicator_by_code, key=code_order)
    return grouped((lead, code) for code in codes for lead in leads_on(plan, code, day))
