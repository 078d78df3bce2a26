"""Forecast: how many indicators are met at the end of each year, on trend, on plan and on target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.actions.readiness import readiness
from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.indicators.evidence import Value, is_stale, reaches, series, threshold_in_force
from serang_plan.analysis.indicators.progress.annual_change import recent_change
from serang_plan.analysis.indicators.progress.trajectory import Trajectory, trajectory_of
from serang_plan.analysis.indicators.progress.year_fractions import moment
from serang_plan.analysis.indicators.standing import Missing, Standing, judge
from serang_plan.analysis.outlook.sufficiency import (
    Contribution,
    Contributions,
    Outlook,
    Sufficiency,
    contributions,
    outlook,
    remaining,
)
from serang_plan.model.indicator import Indicator, Threshold
from serang_plan.model.plan import Plan


class ForecastOutcome(Enum):
    """Whether an indicator is met at the end of a year."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


class Scenario(Enum):
    """What is taken to happen."""

    TREND = "trend"
    PLAN = "plan"
    TARGET = "target"


class UnknownReason(Enum):
    """Why an outcome is unknown."""

    NO_VALUE = "no-value"
    NO_THRESHOLD = "no-threshold"
    NO_SOURCE = "no-source"
    CONTRADICTED = "contradicted"
    NO_EFFECT = "no-effect"
    NO_TIME = "no-time"
    NO_TARGET = "no-target"


class Projection(NamedTuple):
    """An outcome and, if it is unknown, why."""

    outcome: ForecastOutcome
    why: UnknownReason | None = None


class Prospect(NamedTuple):
    """One indicator: how it stands now, and an answer for each year in each scenario."""

    indicator: Indicator
    now: Projection
    projections: Mapping[Scenario, tuple[Projection, ...]]


class Forecast(NamedTuple):
    """All indicators over the years that are left."""

    years: tuple[int, ...]
    prospects: tuple[Prospect, ...]

    def counts(self, scenario: Scenario, year: int) -> Mapping[ForecastOutcome, int]:
        """Return how many are met, unmet and unknown at the end of a year."""
        nth = self.years.index(year)
        found = Counter(one.projections[scenario][nth].outcome for one in self.prospects)
        return {outcome: found[outcome] for outcome in ForecastOutcome}


def years_left(plan: Plan) -> tuple[int, ...]:
    """Return the plan's years from the one of its date on; none if it is over or has no header."""
    if plan.header is None:
        return ()
    return tuple(range(max(plan.as_of.year, plan.header.first_year), plan.header.last_year + 1))


def forecast(plan: Plan) -> Forecast:
    """Say for each indicator, year and scenario whether it is met at the end of the year."""
    found = schedule(plan)
    return forecast_from(plan, contributions(found, readiness(plan, found)))


def forecast_from(plan: Plan, parts: Contributions) -> Forecast:
    """Return the forecast, given what the actions add."""
    years = years_left(plan)
    return Forecast(
        years, tuple(_prospect(plan, one, parts.get(one.code, ()), years) for one in plan.indicators)
    )


def updated_forecast(plan: Plan, parts: Contributions, before: Forecast, were: Contributions) -> Forecast:
    """Return the forecast of a changed plan; what nothing touches is taken from the one before."""
    return before._replace(
        prospects=tuple(
            old
            if one is old.indicator and _are_alike(parts.get(one.code, ()), were.get(one.code, ()))
            else _prospect(plan, one, parts.get(one.code, ()), before.years)
            for one, old in zip(plan.indicators, before.prospects, strict=True)
        )
    )


def _are_alike(parts: Sequence[Contribution], others: Sequence[Contribution]) -> bool:
    return len(parts) == len(others) and all(
        one.scheduled.action is other.scheduled.action and one.ready == other.ready
        for one, other in zip(parts, others, strict=True)
    )


def _prospect(
    plan: Plan, indicator: Indicator, parts: Sequence[Contribution], years: Sequence[int]
) -> Prospect:
    threshold = threshold_in_force(plan, indicator)
    if threshold is None:
        unknown = Projection(ForecastOutcome.UNKNOWN, UnknownReason.NO_THRESHOLD)
        return Prospect(indicator, unknown, dict.fromkeys(Scenario, (unknown,) * len(years)))
    starts = _Starts(plan, indicator, threshold, parts)
    answers = {
        scenario: tuple(answer(starts.of(year), year) for year in years)
        for scenario, answer in _SCENARIOS.items()
    }
    return Prospect(indicator, starts.of(plan.as_of.year).now, answers)


class _Starts:
    """What is known at the end of each year; the same as long as no value is added."""

    def __init__(
        self, plan: Plan, indicator: Indicator, threshold: Threshold, parts: Sequence[Contribution]
    ) -> None:
        self._about = plan, indicator, threshold
        self._parts = parts
        self._known = series(plan, indicator)
        self._by_count: dict[int, _StartingPoint] = {}

    def of(self, year: int) -> _StartingPoint:
        count = sum(one.measurement.as_of.last.year <= year for one in self._known)
        if count not in self._by_count:
            self._by_count[count] = self._start(self._known[:count], year)
        return self._by_count[count]

    def _start(self, known: Sequence[Value], year: int) -> _StartingPoint:
        plan, indicator, threshold = self._about
        why = _doubt(plan, indicator, known)
        left = remaining(self._parts, known[-1]) if why is None else ()
        change = None if why is not None else _trend(plan, indicator, known[-1], year)
        return _StartingPoint(plan, indicator, threshold, known, left, change, why)


def _trend(plan: Plan, indicator: Indicator, newest: Value, year: int) -> Fraction | None:
    """Return the trend, unless the newest value is too old for it to be carried on."""
    if is_stale(plan, indicator, newest.measurement):
        return None
    return _steady_change(trajectory_of(plan, indicator).until(Fraction(year)))


class _StartingPoint(NamedTuple):
    """What is known at the end of a year before anything is foreseen: a value, or why none counts."""

    plan: Plan
    indicator: Indicator
    threshold: Threshold
    known: Sequence[Value]
    left: Sequence[Contribution]
    change: Fraction | None
    why: UnknownReason | None

    @property
    def value(self) -> Value:
        return self.known[-1]

    def answer(self, value: Fraction) -> Projection:
        met = reaches(self.indicator.direction, value, self.threshold.value)
        return Projection(ForecastOutcome.MET if met else ForecastOutcome.UNMET)

    @property
    def now(self) -> Projection:
        return (
            Projection(ForecastOutcome.UNKNOWN, self.why)
            if self.why
            else self.answer(Fraction(self.value.amount))
        )


_MISSING = {
    Missing.VALUE: UnknownReason.NO_VALUE,
    Missing.BOTH: UnknownReason.NO_VALUE,
    Missing.THRESHOLD: UnknownReason.NO_THRESHOLD,
    Missing.SOURCE: UnknownReason.NO_SOURCE,
}


def _doubt(plan: Plan, indicator: Indicator, known: Sequence[Value]) -> UnknownReason | None:
    """Return why nothing can be foreseen; what was declared says nothing of a value that comes later."""
    newest = known[-1] if known else None
    found = judge(plan, indicator, newest)
    if found.missing is not None:
        return _MISSING[found.missing]
    later = newest is not None and newest.measurement.as_of.first > plan.as_of
    return UnknownReason.CONTRADICTED if found.standing is Standing.CONTRADICTED and not later else None


# -- on trend ----------------------------------------------------------------------------


def yearly_change(plan: Plan, indicator: Indicator) -> Fraction | None:
    """Return how much an indicator changes per year; None without two values at least a year apart."""
    return _steady_change(trajectory_of(plan, indicator))


def _steady_change(course: Trajectory) -> Fraction | None:
    change = recent_change(course)
    return change.per_year if change is not None and change.end.at - change.start.at >= 1 else None


def _on_trend(start: _StartingPoint, year: int) -> Projection:
    """Carry the trend on; what has none stays as it is."""
    if start.change is None:
        return start.now
    ahead = year - moment(start.value.measurement.as_of.last)
    return start.answer(Fraction(start.value.amount) + start.change * ahead)


# -- on plan -----------------------------------------------------------------------------


def _on_plan(start: _StartingPoint, year: int) -> Projection:
    if start.why is not None:
        return start.now
    found = outlook(start.indicator, start.value, start.threshold.value, start.left, date(year, 12, 31))
    match found.sufficiency:
        case Sufficiency.ENOUGH:
            return Projection(ForecastOutcome.MET)
        case Sufficiency.CANNOT_SAY:
            return Projection(ForecastOutcome.UNKNOWN, _what_is_open(found))
        case _:
            return Projection(ForecastOutcome.UNMET)


def _what_is_open(found: Outlook) -> UnknownReason:
    return UnknownReason.NO_EFFECT if found.unstated else UnknownReason.NO_TIME


# -- on target ---------------------------------------------------------------------------


def _on_target(start: _StartingPoint, year: int) -> Projection:
    """Take the targets of this year and the years to come as reached; without one nothing is promised.

    What is met already is taken to stay so until a target says otherwise.
    """
    due = [one for one in start.indicator.targets if start.plan.as_of.year <= one.year <= year]
    if due:
        return start.answer(Fraction(max(due, key=lambda one: one.year).value))
    if start.why is None and start.now.outcome is ForecastOutcome.MET:
        return start.now
    if start.why is None:
        return (
            start.now
            if _promised_later(start, year)
            else Projection(ForecastOutcome.UNKNOWN, UnknownReason.NO_TARGET)
        )
    return start.now


def _promised_later(start: _StartingPoint, year: int) -> bool:
    return any(one.year > year for one in start.indicator.targets)


_SCENARIOS: Mapping[Scenario, Callable[[_StartingPoint, int], Projection]] = {
    Scenario.TREND: _on_trend,
    Scenario.PLAN: _on_plan,
    Scenario.TARGET: _on_target,
}


# -- what decides ------------------------------------------------------------------------


def scenario_dependent(found: Forecast) -> Iterator[tuple[int, Prospect]]:
    """Give by year the indicators that are met in one scenario and not in another."""
    for nth, year in enumerate(found.years):
        for one in found.prospects:
            if len({answers[nth].outcome is ForecastOutcome.MET for answers in one.projections.values()}) > 1:
                yield year, one


def met_from(answers: Iterable[Projection], years: Sequence[int]) -> int | None:
    """Return the first year from which on an indicator is met to the end; None if there is none."""
    first = None
    for year, answer in zip(years, answers, strict=True):
        first = (first or year) if answer.outcome is ForecastOutcome.MET else None
    return first
