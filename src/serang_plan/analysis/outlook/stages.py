"""Stages: what each year of the plan is for, what it promises and reaches, and what stays empty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, CarriedOver, Scheduled, carried_over, schedule
from serang_plan.analysis.duties.workload import loads
from serang_plan.analysis.indicators.evidence import Value, reaches, series
from serang_plan.analysis.indicators.standing import Standing, Verdict, verdicts_of
from serang_plan.model.action import Stage
from serang_plan.model.indicator import Indicator, Target
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


class TargetResult(Enum):
    """What became of a target."""

    REACHED = "reached"
    MISSED = "missed"
    UNKNOWN = "unknown"
    """The year is over and has no value."""
    AHEAD = "ahead"
    """The year is not over."""


class DueTarget(NamedTuple):
    """A target of a year, the year's value, what became of the target, and the newest value of all."""

    indicator: Indicator
    target: Target
    value: Value | None
    result: TargetResult
    latest: Value | None


class StageYear(NamedTuple):
    """One year of the way."""

    year: int
    stages: tuple[Stage, ...]
    due: tuple[DueTarget, ...]
    actions: tuple[Scheduled, ...]
    """What runs in this year, in order of its finish."""
    carried_out: tuple[CarriedOver, ...]
    carried_in: tuple[CarriedOver, ...]
    empty: tuple[Indicator, ...]
    """Open indicators with neither target nor action, from the year of the plan's date on."""
    crowded: tuple[tuple[str, int], ...]
    """OPD with more actions than the plan's limit, and how many."""


class Stages(NamedTuple):
    """All years, every action, and every time that one was put off."""

    plan: Plan
    years: tuple[StageYear, ...]
    actions: tuple[Scheduled, ...]
    carried: tuple[CarriedOver, ...]


def stages_of(plan: Plan) -> Stages:
    """Gather what is known of each year of the plan."""
    found = tuple(sorted(schedule(plan), key=_in_time))
    carried = tuple(carried_over(found))
    gathered = _YearCollector(plan, found, carried)
    return Stages(plan, tuple(gathered.year(year) for year in plan_years(plan)), found, carried)


def plan_years(plan: Plan) -> range:
    """Return the years of the plan; none without a header."""
    return range(plan.header.first_year, plan.header.last_year + 1) if plan.header else range(0)


def _in_time(one: Scheduled) -> tuple[object, ...]:
    first = one.start or one.finish
    return first.first if first else date.max, code_order(one.code)


class _YearCollector:
    """What is looked up for every year, gathered once."""

    def __init__(self, plan: Plan, found: Sequence[Scheduled], carried: Sequence[CarriedOver]) -> None:
        self._plan = plan
        self._carried = carried
        self._by_year = _by_year(found)
        self._due = _targets_by_year(plan)
        self._empty = _empty_by_year(plan, found)
        self._loads = loads(plan, found)

    def year(self, year: int) -> StageYear:
        return StageYear(
            year,
            tuple(one for one in self._plan.stages if one.year == year),
            tuple(_due(self._plan, *one) for one in self._due.get(year, ())),
            tuple(self._by_year.get(year, ())),
            tuple(one for one in self._carried if _leaves(one, year)),
            tuple(one for one in self._carried if _arrives(one, year)),
            tuple(self._empty.get(year, ())),
            self._crowded(year),
        )

    def _crowded(self, year: int) -> tuple[tuple[str, int], ...]:
        most = self._plan.settings.most_actions
        if most is None or year < self._plan.as_of.year:
            return ()
        counts = ((one.opd, len(one.actions)) for one in self._loads if one.year == year)
        over = (one for one in counts if one[1] > most)
        return tuple(sorted(over, key=lambda one: (-one[1], code_order(one[0]))))


def _leaves(one: CarriedOver, year: int) -> bool:
    return one.before is not None and one.before.year == year != one.move.to.year


def _arrives(one: CarriedOver, year: int) -> bool:
    return one.move.to.year == year and (one.before is None or one.before.year != year)


def _by_year(found: Sequence[Scheduled]) -> Mapping[int, list[Scheduled]]:
    by_year: dict[int, list[Scheduled]] = defaultdict(list)
    for one in found:
        for year in one.years:
            by_year[year].append(one)
    return by_year


# -- targets -----------------------------------------------------------------------------


def _targets_by_year(plan: Plan) -> Mapping[int, list[tuple[Indicator, Target]]]:
    by_year: dict[int, list[tuple[Indicator, Target]]] = defaultdict(list)
    for indicator in sorted(plan.indicators, key=lambda one: code_order(one.code)):
        for target in indicator.targets:
            by_year[target.year].append((indicator, target))
    return by_year


def _due(plan: Plan, indicator: Indicator, target: Target) -> DueTarget:
    known = series(plan, indicator)
    value = next((one for one in reversed(known) if one.measurement.as_of.year == target.year), None)
    result = _result(plan, indicator, target, value)
    return DueTarget(indicator, target, value, result, known[-1] if known else None)


def _result(plan: Plan, indicator: Indicator, target: Target, value: Value | None) -> TargetResult:
    if value is not None and reaches(indicator.direction, value.amount, target.value):
        return TargetResult.REACHED
    if target.year >= plan.as_of.year:
        return TargetResult.AHEAD
    return TargetResult.UNKNOWN if value is None else TargetResult.MISSED


# -- empty years ---------------------------------------------------------------------------


def _empty_by_year(plan: Plan, found: Sequence[Scheduled]) -> Mapping[int, list[Indicator]]:
    busy = _busy(found)
    empty: dict[int, list[Indicator]] = defaultdict(list)
    for verdict in sorted(verdicts_of(plan), key=lambda one: code_order(one.indicator.code)):
        if verdict.standing not in (Standing.MET, Standing.CLAIMED):
            indicator = verdict.indicator
            taken = busy.get(indicator.code, set()) | {one.year for one in indicator.targets}
            for year in _needed_years(plan, verdict):
                if year not in taken:
                    empty[year].append(indicator)
    return empty


def _busy(found: Sequence[Scheduled]) -> Mapping[str, set[int]]:
    busy: dict[str, set[int]] = defaultdict(set)
    for one in found:
        if one.state is not ActionState.CANCELLED:
            for effect in one.action.indicators:
                busy[effect.code].update(one.years)
    return busy


def _needed_years(plan: Plan, verdict: Verdict) -> range:
    """Return the years in which something must happen: until a target reaches the threshold."""
    years = plan_years(plan)
    last = years.stop - 1
    if verdict.threshold is not None:
        goal, direction = verdict.threshold.value, verdict.indicator.direction
        ahead = (one for one in verdict.indicator.targets if one.year >= plan.as_of.year)
        last = min([last, *(one.year for one in ahead if reaches(direction, one.value, goal))])
    return range(max(plan.as_of.year, years.start), last + 1)
