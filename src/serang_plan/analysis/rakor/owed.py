"""Owed: which figures should be there by the calendar that was set for them, who owes them, since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from serang_plan.analysis.duties.leads import leads_on
from serang_plan.analysis.known.known_since import stands
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.model.when import When, month_end

_MONTHS = {"bulanan": 1, "triwulan": 3, "semester": 6, "tahunan": 12}


class OwedFigure(NamedTuple):
    """The figures of an indicator that are not there although their time is over."""

    indicator: Indicator
    by: tuple[str, ...]
    """Who provides them, or else the leads of the indicator; nobody if there are none."""
    periods: tuple[When, ...]
    """The times without a value, the earliest first."""
    due: date
    """When the first of them had to be there, days of grace included."""
    days_late: int
    """Zero as long as the days of grace last."""

    @property
    def is_late(self) -> bool:
        """Whether the days of grace are over."""
        return self.days_late > 0


def has_calendar(indicator: Indicator) -> bool:
    """Whether somebody has set from which year on, or with how many days of grace, its figures are due."""
    calendar = indicator.reporting
    return calendar is not None and (calendar.from_ is not None or calendar.grace_days is not None)


def owed_figures(plan: Plan) -> tuple[OwedFigure, ...]:
    """Return what is owed on the plan's date, the longest overdue first."""
    owed = (figure for indicator in plan.indicator_by_code.values() for figure in _owed(plan, indicator))
    return tuple(sorted(owed, key=lambda figure: (not figure.is_late, figure.due)))


def _owed(plan: Plan, indicator: Indicator) -> Iterator[OwedFigure]:
    if indicator.reporting is None or not has_calendar(indicator):
        return
    told = [value.as_of for value in indicator.measurements if stands(plan, value)]
    missing = [
        period
        for period in _periods(plan, indicator)
        if not any(period.first <= when.last <= period.last for when in told)
    ]
    if missing:
        due = missing[0].last + timedelta(days=indicator.reporting.grace_days or 0)
        late = max(0, (plan.as_of - due).days)
        yield OwedFigure(indicator, _owing(plan, indicator), tuple(missing), due, late)


def _periods(plan: Plan, indicator: Indicator) -> Iterator[When]:
    """Give the periods that are over; if no first year is said, only the last of them."""
    calendar = indicator.reporting
    assert calendar is not None
    months = _MONTHS[calendar.every]
    over: list[When] = []
    for year in range(calendar.from_ or plan.as_of.year - 1, plan.as_of.year + 1):
        for first in range(1, 13, months):
            over.append(When(date(year, first, 1), month_end(year, first + months - 1)))
    over = [period for period in over if period.last < plan.as_of]
    yield from over if calendar.from_ is not None else over[-1:]


def _owing(plan: Plan, indicator: Indicator) -> tuple[str, ...]:
    if indicator.provider is not None:
        return (indicator.provider,)
    return leads_on(plan, indicator.code, plan.as_of)
