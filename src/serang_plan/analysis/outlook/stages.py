"""Stages: what each year of the plan is for, what it promises and reaches, and what stays empty."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import CarriedOver, Scheduled, carried_over, schedule
from serang_plan.analysis.duties.coverage import needs_action
from serang_plan.analysis.duties.workload import loads
from serang_plan.analysis.indicators.evidence import Value, reaches, series
from serang_plan.analysis.indicators.standing import Verdict, verdicts_of
from serang_plan.analysis.indicators.strength import Strength, value_strength
from serang_plan.analysis.lookups.grouping import grouped
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
    strength: Strength | None
    """How well the year's value is supported."""


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
    actions = tuple(sorted(schedule(plan), key=_in_time))
    carried = tuple(carried_over(actions))
    collector = _YearCollector(plan, actions, carried)
    return Stages(plan, tuple(map(collector.year, plan.years)), actions, carried)


def _in_time(scheduled: Scheduled) -> tuple[object, ...]:
    first = scheduled.start or scheduled.finish
    return first.first if first else date.max, code_order(scheduled.code)


class _YearCollector:
    """What is looked up for every year, gathered once."""

    def __init__(self, plan: Plan, actions: Sequence[Scheduled], carried: Sequence[CarriedOver]) -> None:
        self._plan = plan
        self._carried = carried
        self._running = grouped((year, scheduled) for scheduled in actions for year in scheduled.years)
        self._targets = _targets_by_year(plan)
        self._empty = grouped(_empty_years(plan, actions))
        self._loads = loads(plan, actions)

    def year(self, year: int) -> StageYear:
        return StageYear(
            year,
            tuple(stage for stage in self._plan.stages if stage.year == year),
            tuple(_due(self._plan, indicator, target) for indicator, target in self._targets.get(year, ())),
            self._running.get(year, ()),
            tuple(carried for carried in self._carried if _leaves(carried, year)),
            tuple(carried for carried in self._carried if _arrives(carried, year)),
            self._empty.get(year, ()),
            self._crowded(year),
        )

    def _crowded(self, year: int) -> tuple[tuple[str, int], ...]:
        most = self._plan.settings.most_actions
        if most is None or year < self._plan.as_of.year:
            return ()
        counts = ((load.opd, len(load.actions)) for load in self._loads if load.year == year)
        over = ((opd, count) for opd, count in counts if count > most)
        return tuple(sorted(over, key=lambda crowded: (-crowded[1], code_order(crowded[0]))))


def _leaves(carried: CarriedOver, year: int) -> bool:
    return carried.before is not None and carried.before.year == year != carried.move.to.year


def _arrives(carried: CarriedOver, year: int) -> bool:
    return carried.move.to.year == year and (carried.before is None or carried.before.year != year)


# -- targets -----------------------------------------------------------------------------


def _targets_by_year(plan: Plan) -> Mapping[int, Sequence[tuple[Indicator, Target]]]:
    indicators = sorted(plan.indicators, key=lambda indicator: code_order(indicator.code))
    return grouped(
        (target.year, (indicator, target)) for indicator in indicators for target in indicator.targets
    )


def _due(plan: Plan, indicator: Indicator, target: Target) -> DueTarget:
    values = series(plan, indicator)
    of_the_year = (value for value in reversed(values) if value.measurement.as_of.year == target.year)
    value = next(of_the_year, None)
    result = _result(plan, indicator, target, value)
    strength = value_strength(plan, value.measurement) if value else None
    return DueTarget(indicator, target, value, result, values[-1] if values else None, strength)


def _result(plan: Plan, indicator: Indicator, target: Target, value: Value | None) -> TargetResult:
    if value is not None and reaches(indicator.direction, value.amount, target.value):
        return TargetResult.REACHED
    if target.year >= plan.as_of.year:
        return TargetResult.AHEAD
    return TargetResult.UNKNOWN if value is None else TargetResult.MISSED


# -- empty years ---------------------------------------------------------------------------


def _empty_years(plan: Plan, actions: Sequence[Scheduled]) -> Iterator[tuple[int, Indicator]]:
    """Give the years in which an open indicator has neither a target nor an action."""
    busy = _busy_years(actions)
    for verdict in sorted(verdicts_of(plan), key=lambda verdict: code_order(verdict.indicator.code)):
        if needs_action(verdict):
            indicator = verdict.indicator
            taken = busy.get(indicator.code, set()) | {target.year for target in indicator.targets}
            yield from ((year, indicator) for year in _needed_years(plan, verdict) if year not in taken)


def _busy_years(actions: Sequence[Scheduled]) -> Mapping[str, set[int]]:
    busy: dict[str, set[int]] = defaultdict(set)
    for scheduled in actions:
        for code in scheduled.indicators:
            busy[code].update(scheduled.years)
    return busy


def _needed_years(plan: Plan, verdict: Verdict) -> range:
    """Return the years in which something must happen: until a target reaches the threshold."""
    last = plan.years.stop - 1
    if verdict.threshold is not None:
        goal, direction = verdict.threshold.value, verdict.indicator.direction
        ahead = (target for target in verdict.indicator.targets if target.year >= plan.as_of.year)
        last = min([last, *(target.year for target in ahead if reaches(direction, target.value, goal))])
    return range(max(plan.as_of.year, plan.years.start), last + 1)
