"""Scenario: what if an action slips or fails, an OPD fails, a value turns out; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import NamedTuple

from serang_plan.analysis.actions.readiness import LateNeed, late_needs, readiness
from serang_plan.analysis.actions.schedule import ActionState, Scheduled, later, schedule, schedule_of
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
from serang_plan.analysis.outlook.sufficiency import contributions
from serang_plan.model.action import Action, Move
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.when import When, month_end, parse_when
from serang_plan.wording import Number

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
    value: Number
    year: int


WhatIf = Delay | Drop | Without | Assume


def plan_with(plan: Plan, changes: Iterable[WhatIf]) -> Plan:
    """Return the plan as it would be; what is done or cancelled already stays as it is."""
    return reduce(_changed, changes, plan)


def _changed(plan: Plan, change: WhatIf) -> Plan:
    match change:
        case Assume(code, value, year):
            return plan.with_records(
                indicators=[
                    _assumed(plan, one, value, year) if one.code == code else one for one in plan.indicators
                ]
            )
        case Delay(code, quarters):
            return plan.with_records(
                actions=[_delayed(plan, one, quarters) if one.code == code else one for one in plan.actions]
            )
        case _:
            return plan.with_records(
                actions=[
                    _dropped(one) if _is_hit(schedule_of(plan, one), change) else one for one in plan.actions
                ]
            )


def _assumed(plan: Plan, indicator: Indicator, value: Number, year: int) -> Indicator:
    """Add a value that is known on the plan's date and describes the end of a year."""
    then, known = parse_when(f"{year}-12-31"), When(plan.as_of, plan.as_of)
    assumed = Measurement.model_validate({"as_of": f"{year}-12-31", "value": 0})
    fields = {"as_of": then, "published": known, "value": value, "source": ASSUMED, "used": True}
    return indicator.model_copy(
        update={"measurements": (*indicator.measurements, assumed.model_copy(update=fields))}
    )


def _delayed(plan: Plan, action: Action, quarters: int) -> Action:
    """Put an action off; one that has not begun begins later too, one that is overdue ends after now."""
    found = schedule_of(plan, action)
    if not found.is_open or found.finish is None:
        return action
    finish = _this_quarter(plan.as_of) if found.late else found.finish
    move = Move.model_validate({"to": "2020"}).model_copy(
        update={"to": later(finish, quarters), "known": When(plan.as_of, plan.as_of)}
    )
    start = action.start
    begins_later = start is not None and start.first > plan.as_of
    return action.model_copy(
        update={
            "moves": (*found.moves, move),
            "status": action.status if found.state is ActionState.RUNNING else "geser",
            "start": later(start, quarters) if start is not None and begins_later else start,
        }
    )


def _this_quarter(day: date) -> When:
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return When(first, month_end(day.year, first.month + 2))


def _is_hit(found: Scheduled, change: Drop | Without) -> bool:
    if not found.is_open:
        return False
    return found.code == change.action if isinstance(change, Drop) else found.opd == change.opd


def _dropped(action: Action) -> Action:
    return action.model_copy(update={"status": "batal", "done": None})


# -- the plan and what becomes of it --------------------------------------------------------


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


def compare(plan: Plan, changes: Sequence[WhatIf]) -> Comparison:
    """Set the plan beside what the changes make of it."""
    then = plan_with(plan, changes)
    now_known, then_known = schedule(plan), schedule(then)
    now_ready, then_ready = readiness(plan, now_known), readiness(then, then_known)
    parts = contributions(now_known, now_ready)
    before = forecast_from(plan, parts)
    after = updated_forecast(then, contributions(then_known, then_ready), before, parts)
    valued = frozenset(one.indicator for one in changes if isinstance(one, Assume))
    return Comparison(
        before,
        _no_wiser(before, after, valued),
        tuple(_newly_late(late_needs(now_known, now_ready), late_needs(then_known, then_ready))),
        _counts(plan, now_known),
        _counts(then, then_known),
        tuple(
            (old, new) for old, new in zip(now_known, then_known, strict=True) if old.action is not new.action
        ),
    )


def _counts(plan: Plan, found: Sequence[Scheduled]) -> Mapping[tuple[str, int], int]:
    return {(one.opd, one.year): len(one.actions) for one in loads(plan, found)}


def _no_wiser(before: Forecast, after: Forecast, valued: frozenset[str]) -> Forecast:
    """Leave unknown what was unknown: less being done answers no question. A value that is given does."""
    pairs = zip(before.prospects, after.prospects, strict=True)
    return after._replace(
        prospects=tuple(new if new.indicator.code in valued else _kept_open(old, new) for old, new in pairs)
    )


def _kept_open(old: Prospect, new: Prospect) -> Prospect:
    return new._replace(
        projections={
            scenario: tuple(map(_kept, old.projections[scenario], new.projections[scenario]))
            for scenario in Scenario
        }
    )


def _kept(old: Projection, new: Projection) -> Projection:
    return old if old.outcome is ForecastOutcome.UNKNOWN else new


def _newly_late(before: Iterable[LateNeed], after: Iterable[LateNeed]) -> Iterator[LateNeed]:
    known = {(one.scheduled.code, one.need): one.ready for one in before}
    return (one for one in after if known.get((one.scheduled.code, one.need)) != one.ready)
