"""Forecast: how many indicators are met at the end of each year, on trend, on plan and on target."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.actions.readiness import readiness
from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.indicators.evidence import (
    Value,
    is_stale,
    judging_threshold,
    reaches,
    series,
)
from serang_plan.analysis.indicators.progress.annual_change import AnnualChange, recent_change
from serang_plan.analysis.indicators.progress.trajectory import Trajectory, trajectory_of
from serang_plan.analysis.indicators.progress.year_fractions import moment
from serang_plan.analysis.indicators.standing import Missing, Standing, Verdict, judge
from serang_plan.analysis.outlook.sufficiency import (
    Contribution,
    Contributions,
    Sufficiency,
    contributions,
    outlook,
    remaining,
)
from serang_plan.model.indicator import Indicator, Threshold
from serang_plan.model.plan import Plan
from serang_plan.wording import Number


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
    NO_COMPARISON = "no-comparison"
    """The threshold is for one time, and for the years to come there is none yet."""
    OTHER_SCOPE = "other-scope"
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
    """One indicator: how it stands now, and a projection for each year in each scenario."""

    indicator: Indicator
    now: Projection
    projections: Mapping[Scenario, tuple[Projection, ...]]


class Forecast(NamedTuple):
    """All indicators over the years that are left."""

    years: tuple[int, ...]
    prospects: tuple[Prospect, ...]

    def counts(self, scenario: Scenario, year: int) -> Mapping[ForecastOutcome, int]:
        """Return how many are met, unmet and unknown at the end of a year; ValueError for another year."""
        nth = self.years.index(year)
        counts = Counter(prospect.projections[scenario][nth].outcome for prospect in self.prospects)
        return {outcome: counts[outcome] for outcome in ForecastOutcome}


def forecast(plan: Plan) -> Forecast:
    """Say for each indicator, year and scenario whether it is met at the end of the year."""
    actions = schedule(plan)
    return forecast_from(plan, contributions(actions, readiness(plan, actions)))


def forecast_from(plan: Plan, parts: Contributions) -> Forecast:
    """Return the forecast, given what the actions add, each in the unit of its indicator."""
    prospects = (_prospect(plan, indicator, parts.get(indicator.code, ())) for indicator in plan.indicators)
    return Forecast(_years_left(plan), tuple(prospects))


def updated_forecast(
    plan: Plan, parts: Contributions, before: Forecast, parts_before: Contributions
) -> Forecast:
    """Return the forecast of a changed plan; what nothing touches is taken from the one before."""

    def updated(indicator: Indicator, old: Prospect) -> Prospect:
        own, own_before = parts.get(indicator.code, ()), parts_before.get(indicator.code, ())
        if indicator is old.indicator and _are_alike(own, own_before):
            return old
        return _prospect(plan, indicator, own)

    return before._replace(prospects=tuple(map(updated, plan.indicators, before.prospects)))


def _years_left(plan: Plan) -> tuple[int, ...]:
    """Return the plan's years from the one of its date on; none if it is over or has no header."""
    if plan.header is None:
        return ()
    return tuple(range(max(plan.as_of.year, plan.header.first_year), plan.header.last_year + 1))


def _are_alike(parts: Sequence[Contribution], others: Sequence[Contribution]) -> bool:
    return len(parts) == len(others) and all(
        part.scheduled.action is other.scheduled.action and part.ready == other.ready
        for part, other in zip(parts, others, strict=True)
    )


def _prospect(plan: Plan, indicator: Indicator, parts: Sequence[Contribution]) -> Prospect:
    starts = _starting_points(plan, indicator, parts)
    projections = {
        scenario: tuple(project(start, year) for year, start in starts.items())
        for scenario, project in _SCENARIOS.items()
    }
    return Prospect(indicator, _now(plan, indicator), projections)


def _now(plan: Plan, indicator: Indicator) -> Projection:
    """Return how it stands on the plan's date, before anything is foreseen."""
    verdict = judge(plan, indicator, _newest(plan, indicator, plan.as_of.year))
    if verdict.standing in (Standing.MET, Standing.UNMET):
        met = verdict.standing is Standing.MET
        return Projection(ForecastOutcome.MET if met else ForecastOutcome.UNMET)
    why = _MISSING[verdict.missing] if verdict.missing else UnknownReason.CONTRADICTED
    return Projection(ForecastOutcome.UNKNOWN, why)


def _newest(plan: Plan, indicator: Indicator, year: int) -> Value | None:
    """Return the newest value that describes no time after a year."""
    known = [value for value in series(plan, indicator) if value.measurement.as_of.last.year <= year]
    return known[-1] if known else None


class _StartingPoint(NamedTuple):
    """What is known at the end of a year before anything is foreseen: a value and a threshold, or why not."""

    plan: Plan
    indicator: Indicator
    threshold: Threshold | None
    newest: Value | None
    left: Sequence[Contribution]
    change: Fraction | None
    why: UnknownReason | None

    @property
    def value(self) -> Value:
        assert self.newest is not None
        return self.newest

    @property
    def goal(self) -> Number:
        assert self.threshold is not None
        return self.threshold.value

    def projection(self, value: Fraction) -> Projection:
        met = reaches(self.indicator.direction, value, self.goal)
        return Projection(ForecastOutcome.MET if met else ForecastOutcome.UNMET)

    @property
    def now(self) -> Projection:
        if self.why is not None:
            return Projection(ForecastOutcome.UNKNOWN, self.why)
        return self.projection(Fraction(self.value.amount))


def _starting_points(
    plan: Plan, indicator: Indicator, parts: Sequence[Contribution]
) -> Mapping[int, _StartingPoint]:
    """Return what is known at the end of each year; the same as long as no value or threshold takes over."""
    alike: dict[tuple[int, int], _StartingPoint] = {}
    by_year: dict[int, _StartingPoint] = {}
    for year in _years_left(plan):
        newest = _newest(plan, indicator, year)
        threshold = judging_threshold(plan, indicator, None, on=date(year, 12, 31))
        key = id(newest), id(threshold)
        if key not in alike:
            why = _doubt(plan, judge(plan, indicator, newest), threshold)
            sure = newest if why is None else None
            left = remaining(parts, sure, plan.as_of) if sure else ()
            change = _trend(plan, indicator, sure, year) if sure else None
            alike[key] = _StartingPoint(plan, indicator, threshold, newest, left, change, why)
        by_year[year] = alike[key]
    return by_year


def _trend(plan: Plan, indicator: Indicator, newest: Value, year: int) -> Fraction | None:
    """Return the trend, unless the newest value is too old for it to be carried on."""
    trajectory = trajectory_of(plan, indicator).until(Fraction(year))
    change = steady_change(trajectory._replace(stale=is_stale(plan, indicator, newest.measurement)))
    return change.per_year if change else None


_MISSING = {
    Missing.VALUE: UnknownReason.NO_VALUE,
    Missing.BOTH: UnknownReason.NO_VALUE,
    Missing.THRESHOLD: UnknownReason.NO_THRESHOLD,
    Missing.SOURCE: UnknownReason.NO_SOURCE,
    Missing.SUBSTITUTE_ONLY: UnknownReason.NO_VALUE,
    Missing.SCOPE: UnknownReason.OTHER_SCOPE,
    Missing.COMPARISON: UnknownReason.NO_COMPARISON,
}


def _doubt(plan: Plan, verdict: Verdict, threshold: Threshold | None) -> UnknownReason | None:
    """Return why nothing can be foreseen; what was declared says nothing of a value that comes later.

    A threshold for one time says nothing of the years to come, and no trend begins at a substitute.
    """
    if threshold is None:
        return UnknownReason.OTHER_SCOPE if verdict.other_scope else UnknownReason.NO_THRESHOLD
    if threshold.for_ is not None:
        return UnknownReason.NO_COMPARISON
    if verdict.value is None or verdict.substitute is not None:
        return UnknownReason.NO_VALUE
    if verdict.missing is Missing.SOURCE:
        return UnknownReason.NO_SOURCE
    later = verdict.value.measurement.as_of.first > plan.as_of
    return UnknownReason.CONTRADICTED if verdict.standing is Standing.CONTRADICTED and not later else None


# -- on trend ----------------------------------------------------------------------------


def steady_change(trajectory: Trajectory) -> AnnualChange | None:
    """Return how an indicator changes; None without two values at least a year apart, or if too old."""
    change = None if trajectory.stale else recent_change(trajectory)
    return change if change is not None and change.end.at - change.start.at >= 1 else None


def _on_trend(start: _StartingPoint, year: int) -> Projection:
    """Carry the trend on; what has none stays as it is."""
    if start.change is None:
        return start.now
    years_ahead = year - moment(start.value.measurement.as_of.last)
    return start.projection(Fraction(start.value.amount) + start.change * years_ahead)


# -- on plan -----------------------------------------------------------------------------


def _on_plan(start: _StartingPoint, year: int) -> Projection:
    if start.why is not None:
        return start.now
    end = outlook(start.indicator, start.value, start.goal, start.left, date(year, 12, 31))
    match end.sufficiency:
        case Sufficiency.ENOUGH:
            return Projection(ForecastOutcome.MET)
        case Sufficiency.CANNOT_SAY:
            open_question = UnknownReason.NO_EFFECT if end.unstated else UnknownReason.NO_TIME
            return Projection(ForecastOutcome.UNKNOWN, open_question)
        case _:
            return Projection(ForecastOutcome.UNMET)


# -- on target ---------------------------------------------------------------------------


def _on_target(start: _StartingPoint, year: int) -> Projection:
    """Take the targets of this year and the years to come as reached; without one nothing is promised.

    What is met already is taken to stay so until a target says otherwise.
    """
    if start.why in _NO_GOAL:
        return start.now
    targets, this_year = start.indicator.targets, start.plan.as_of.year
    due = [target for target in targets if this_year <= target.year <= year]
    if due:
        return start.projection(Fraction(max(due, key=lambda target: target.year).value))
    promised_later = any(target.year > year for target in targets)
    if start.now.outcome is not ForecastOutcome.UNMET or promised_later:
        return start.now
    return Projection(ForecastOutcome.UNKNOWN, UnknownReason.NO_TARGET)


_NO_GOAL = (UnknownReason.NO_THRESHOLD, UnknownReason.NO_COMPARISON, UnknownReason.OTHER_SCOPE)
_SCENARIOS: Mapping[Scenario, Callable[[_StartingPoint, int], Projection]] = {
    Scenario.TREND: _on_trend,
    Scenario.PLAN: _on_plan,
    Scenario.TARGET: _on_target,
}


# -- what decides ------------------------------------------------------------------------


def scenario_dependent(forecast: Forecast) -> Iterator[tuple[int, Prospect]]:
    """Give by year the indicators that are met in one scenario and not in another."""
    for nth, year in enumerate(forecast.years):
        for prospect in forecast.prospects:
            by_scenario = prospect.projections.values()
            if len({projections[nth].outcome is ForecastOutcome.MET for projections in by_scenario}) > 1:
                yield year, prospect


def met_from(projections: Iterable[Projection], years: Sequence[int]) -> int | None:
    """Return the first year from which on an indicator is met to the end; None if there is none."""
    first = None
    for year, projection in zip(years, projections, strict=True):
        first = (first or year) if projection.outcome is ForecastOutcome.MET else None
    return first
