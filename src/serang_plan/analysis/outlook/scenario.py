"""Scenario: what if an action slips or fails, an OPD fails, a value turns out; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from serang_plan.analysis.actions.readiness import LateNeed, late_needs, readiness
from serang_plan.analysis.actions.schedule import (
    ActionState,
    Scheduled,
    later,
    period_around,
    schedule,
    schedule_of,
)
from serang_plan.analysis.duties.workload import loads
from serang_plan.analysis.outlook.forecast import (
    Forecast,
    ForecastOutcome,
    Projection,
    Prospect,
    Scenario,
    forecast_from,
    updated_forecast,
)
from serang_plan.analysis.outlook.gaps import Filters, gaps_of
from serang_plan.analysis.outlook.sufficiency import contributions
from serang_plan.model.action import Action, Move
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.wording import code_order

ASSUMED = "simulasi"
"""The source that stands behind an assumed value."""


class Delay(NamedTuple):
    """An action is finished so many quarters later."""

    action: str
    quarters: int


class Drop(NamedTuple):
    """An action fails."""

    action: str


class Without(NamedTuple):
    """An OPD fails: none of the actions that it still has comes about."""

    opd: str


class Assume(NamedTuple):
    """An indicator has a value at the end of a year."""

    indicator: str
    value: int | Decimal
    year: int


WhatIf = Delay | Drop | Without | Assume


def plan_with(plan: Plan, changes: Iterable[WhatIf]) -> Plan:
    """Return the plan as it would be; what is done or cancelled already stays as it is."""
    return reduce(_changed, changes, plan)


def _changed(plan: Plan, change: WhatIf) -> Plan:
    if isinstance(change, Assume):
        return plan.with_records(indicators=[_assumed(plan, old, change) for old in plan.indicators])
    return plan.with_records(actions=[_action_after(plan, action, change) for action in plan.actions])


def _assumed(plan: Plan, indicator: Indicator, change: Assume) -> Indicator:
    """Add a value that is known on the plan's date and stands before any other of the end of a year."""
    if indicator.code != change.indicator:
        return indicator
    year_end = date(change.year, 12, 31)
    assumed = Measurement.model_construct(
        as_of=When(year_end, year_end),
        published=When(plan.as_of, plan.as_of),
        value=change.value,
        source=ASSUMED,
        used=True,
    )
    others = (
        other.model_copy(update={"used": False}) if other.as_of == assumed.as_of else other
        for other in indicator.measurements
    )
    return indicator.model_copy(update={"measurements": (*others, assumed)})


def _action_after(plan: Plan, action: Action, change: Delay | Drop | Without) -> Action:
    if not isinstance(change, Without) and change.action != action.code:
        return action
    scheduled = schedule_of(plan, action)
    if not scheduled.is_open or (isinstance(change, Without) and scheduled.opd != change.opd):
        return action
    if isinstance(change, Delay):
        return _delayed(plan, scheduled, change.quarters)
    return action.model_copy(update={"status": "batal", "done": None})


def _delayed(plan: Plan, scheduled: Scheduled, quarters: int) -> Action:
    """Put an action off; one that has not begun begins later too, one that is overdue ends after now."""
    action, start = scheduled.action, scheduled.start
    if scheduled.finish is None:
        return action
    finish = period_around(plan.as_of, 3) if scheduled.late else scheduled.finish
    move = Move.model_construct(to=later(finish, quarters), known=When(plan.as_of, plan.as_of))
    begins_later = start is not None and start.first > plan.as_of
    return action.model_copy(
        update={
            "moves": (*scheduled.moves, move),
            "status": action.status if scheduled.state is ActionState.RUNNING else "geser",
            "start": later(start, quarters) if start is not None and begins_later else start,
        }
    )


# -- the plan and what becomes of it --------------------------------------------------------


class WidenedGap(NamedTuple):
    """An indicator that is further from its threshold at the end of the plan, by what is sure to happen."""

    indicator: Indicator
    year: int
    before: Fraction
    after: Fraction


class Comparison(NamedTuple):
    """The unchanged plan beside the changed one."""

    before: Forecast
    after: Forecast
    late: tuple[LateNeed, ...]
    """Needs that no longer come in time, and did before."""
    load_before: Mapping[tuple[str, int], int]
    load_after: Mapping[tuple[str, int], int]
    touched: tuple[tuple[Scheduled, Scheduled], ...]
    """The actions that are changed: as they are, and as they would be."""
    widened: tuple[WidenedGap, ...]
    """Gaps that grow, whether or not that changes a count; not where a value was given."""


def compare(plan: Plan, changes: Sequence[WhatIf]) -> Comparison:
    """Set the plan beside what the changes make of it."""
    then = plan_with(plan, changes)
    actions, actions_then = schedule(plan), schedule(then)
    ready, ready_then = readiness(plan, actions), readiness(then, actions_then)
    parts = contributions(actions, ready)
    before = forecast_from(plan, parts)
    after = updated_forecast(then, contributions(actions_then, ready_then), before, parts)
    valued = frozenset(change.indicator for change in changes if isinstance(change, Assume))
    pairs = zip(actions, actions_then, strict=True)
    return Comparison(
        before,
        _no_wiser(before, after, valued),
        tuple(_newly_late(late_needs(actions, ready), late_needs(actions_then, ready_then))),
        _counts(plan, actions),
        _counts(then, actions_then),
        tuple((old, new) for old, new in pairs if old.action is not new.action),
        tuple(_widened(plan, then, before.years[-1], valued)) if before.years else (),
    )


def _widened(plan: Plan, then: Plan, year: int, valued: frozenset[str]) -> Iterator[WidenedGap]:
    at_the_end = Filters(year=year)
    before = {gap.code: gap.outlook.short_by for gap in gaps_of(plan, at_the_end).gaps if gap.outlook}
    for gap in sorted(gaps_of(then, at_the_end).gaps, key=lambda gap: code_order(gap.code)):
        if gap.outlook and gap.code not in valued and gap.outlook.short_by > before[gap.code]:
            yield WidenedGap(gap.verdict.indicator, year, before[gap.code], gap.outlook.short_by)


def _counts(plan: Plan, actions: Sequence[Scheduled]) -> Mapping[tuple[str, int], int]:
    return {(load.opd, load.year): len(load.actions) for load in loads(plan, actions)}


def _no_wiser(before: Forecast, after: Forecast, valued: frozenset[str]) -> Forecast:
    """Leave unknown what was unknown: less being done answers no question. A value that is given does."""
    pairs = zip(before.prospects, after.prospects, strict=True)
    return after._replace(
        prospects=tuple(new if new.indicator.code in valued else _kept_open(old, new) for old, new in pairs)
    )


def _kept_open(old: Prospect, new: Prospect) -> Prospect:
    kept = {
        scenario: map(_kept, old.projections[scenario], new.projections[scenario]) for scenario in Scenario
    }
    return new._replace(projections={scenario: tuple(projections) for scenario, projections in kept.items()})


def _kept(old: Projection, new: Projection) -> Projection:
    return old if old.outcome is ForecastOutcome.UNKNOWN else new


def _newly_late(before: Iterable[LateNeed], after: Iterable[LateNeed]) -> Iterator[LateNeed]:
    known = {(late.scheduled.code, late.need): late.ready for late in before}
    return (late for late in after if known.get((late.scheduled.code, late.need)) != late.ready)
