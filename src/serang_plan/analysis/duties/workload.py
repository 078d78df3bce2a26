"""Load: what each OPD carries in each year: actions, money and indicators that it leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.duties.leads import leads_on
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


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


def loads(plan: Plan, found: Iterable[Scheduled]) -> tuple[Load, ...]:
    """Return the load of every OPD in every year in which it leads, runs or pays for something, in order.

    Years ahead have the leads of the plan's date: what changes later is not known yet.
    """
    running, unpriced, money = _carried(found)
    years = {plan.as_of.year, *(year for _, year in (*running, *money))}
    leads = {year: _leads(plan, year) for year in years}
    keys = {*running, *money, *((opd, year) for year in years for opd in leads[year])}
    return tuple(
        Load(
            opd,
            year,
            tuple(running.get((opd, year), ())),
            money.get((opd, year)),
            tuple(unpriced.get((opd, year), ())),
            tuple(leads[year].get(opd, ())),
        )
        for opd, year in sorted(keys, key=lambda key: (code_order(key[0]), key[1]))
    )


Key = tuple[str, int]


def _carried(
    found: Iterable[Scheduled],
) -> tuple[Mapping[Key, list[str]], Mapping[Key, list[str]], Mapping[Key, int]]:
    running: dict[Key, list[str]] = defaultdict(list)
    unpriced: dict[Key, list[str]] = defaultdict(list)
    money: dict[Key, int] = defaultdict(int)
    for one in found:
        if one.opd is not None and one.state is not ActionState.CANCELLED:
            costs = dict(_costs(one))
            for year, amount in costs.items():
                money[one.opd, year] += amount
            for year in one.years:
                running[one.opd, year].append(one.code)
                if year not in costs:
                    unpriced[one.opd, year].append(one.code)
    return running, unpriced, money


def _costs(one: Scheduled) -> Iterator[tuple[int, int]]:
    """Give what an action costs in each year for which that is stated."""
    sums: dict[int, int] = defaultdict(int)
    for part in one.action.funding:
        if part.year is not None and part.amount is not None:
            sums[part.year] += part.amount
    yield from sums.items()


def _leads(plan: Plan, year: int) -> Mapping[str, list[str]]:
    day = plan.as_of if year >= plan.as_of.year else date(year, 12, 31)
    found: dict[str, list[str]] = defaultdict(list)
    for code in sorted(plan.indicator_by_code, key=code_order):
        for lead in leads_on(plan, code, day):
            found[lead].append(code)
    return found
