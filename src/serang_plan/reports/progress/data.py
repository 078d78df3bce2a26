"""Progress for programs: one indicator, its values, and what each method says with its workings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from serang_plan.analysis.indicators.pace import Trend
from serang_plan.analysis.indicators.progress.method_result import (
    Method,
    MethodResult,
    MethodVerdict,
    Refused,
    Side,
)
from serang_plan.analysis.indicators.progress.methods import MethodComparison, sides
from serang_plan.analysis.indicators.progress.workings import Step
from serang_plan.analysis.indicators.progress.year_fractions import day_of
from serang_plan.model.indicator import Direction, Measurement, Scope, Verification
from serang_plan.model.when import When
from serang_plan.reports.parts.json_values import AsOf, Code, Kind, StandingWord
from serang_plan.reports.parts.phrases import full_name
from serang_plan.reports.progress.page import ProgressReport
from serang_plan.wording import Lang, Number

MethodCode = Annotated[str, Kind("method", limits=(("enum", tuple(method.name for method in Method)),))]
SideWord = Literal["enough", "slow", "away"]
ValueRole = Literal["used", "rival", "set_aside"]
Input = Annotated[Number | str | None, Kind("input", "A number, or a day for the symbols that begin with t.")]


class ValueRecord(NamedTuple):
    """One value of the indicator."""

    as_of: When
    published: When | None
    """As written with the value."""
    value: Number
    unit: str | None
    """Where it is not the indicator's."""
    scope: Scope | None
    """Where it is not the indicator's."""
    source: str | None
    verification: Verification
    role: ValueRole
    """rival: another value for the same time; set_aside: of another unit or scope."""


class GoalRecord(NamedTuple):
    """What is to be reached at the end of a year."""

    year: int
    value: Number


class DecisionRecord(NamedTuple):
    """Which method decides, and what it says."""

    rule: str
    """Which rule of the default order chose the method."""
    method: MethodCode | None
    verdict: str | None
    """The method's own class."""
    reason: str | None
    """Why there is no verdict."""


class StepRecord(NamedTuple):
    """One line of working."""

    symbol: str
    name: str
    inputs: Mapping[str, Input]
    """What was put in, by its symbol."""
    formula: str
    substitution: str
    result: Number | None


class MethodRecord(NamedTuple):
    """What one method says."""

    method: MethodCode
    name: str
    verdict: str | None
    leans: Side | None
    reason: str | None
    """Why the method refuses."""
    words: str
    """The verdict, or the reason, in the language of the report."""
    workings: tuple[StepRecord, ...]
    remarks: tuple[str, ...]


class ProgressData(NamedTuple):
    """Satu indikator menurut semua metode.

    One indicator by every method.
    """

    as_of: AsOf
    code: Code
    name: str
    unit: str
    direction: Direction
    standing: StandingWord
    values: tuple[ValueRecord, ...]
    goals: tuple[GoalRecord, ...]
    goals_are: Literal["targets", "threshold"] | None
    """threshold: it stands in where there are no yearly targets."""
    trend: Trend
    change_per_year: Number | None
    decision: DecisionRecord
    sides: Mapping[SideWord, tuple[str, ...]]
    """Where the methods lean: codes of the methods by side; sides without any are left out."""
    methods: tuple[MethodRecord, ...]


def data(report: ProgressReport, lang: Lang) -> ProgressData:
    """Return the report for programs."""
    indicator, comparison = report.indicator, report.comparison
    return ProgressData(
        as_of=report.plan.as_of,
        code=indicator.code,
        name=full_name(indicator, lang),
        unit=indicator.unit,
        direction=indicator.direction,
        standing=report.verdict.standing,
        values=tuple(_values(report)),
        goals=tuple(GoalRecord(goal.year, goal.value) for goal in comparison.trajectory.goals),
        goals_are=_kind_of_goals(comparison),
        trend=report.trend.trend,
        change_per_year=report.trend.per_year,
        decision=_decision(comparison),
        sides={_SIDES[lean]: _names(methods) for lean, methods in sides(comparison).items()},
        methods=tuple(_method(outcome, lang) for outcome in comparison.outcomes.values()),
    )


_SIDES: Mapping[Side, SideWord] = {Side.ENOUGH: "enough", Side.SLOW: "slow", Side.AWAY: "away"}


def _names(methods: tuple[Method, ...]) -> tuple[str, ...]:
    return tuple(method.name for method in methods)


def _values(report: ProgressReport) -> Iterator[ValueRecord]:
    for value in report.known:
        yield _value(value.measurement, "used")
        yield from (_value(rival, "rival") for rival in value.rivals)
    yield from (_value(apart, "set_aside") for apart in report.set_aside)


def _value(measurement: Measurement, role: ValueRole) -> ValueRecord:
    where = measurement.unit, measurement.scope, measurement.source
    return ValueRecord(
        measurement.as_of, measurement.published, measurement.value, *where, measurement.verification, role
    )


def _kind_of_goals(comparison: MethodComparison) -> Literal["targets", "threshold"] | None:
    if not comparison.trajectory.goals:
        return None
    return "targets" if comparison.trajectory.yearly else "threshold"


def _decision(comparison: MethodComparison) -> DecisionRecord:
    order, outcome = comparison.decision
    method = outcome.method.name if isinstance(outcome, MethodVerdict) else None
    return DecisionRecord(order.name.lower(), method, _grade(outcome), _reason(outcome))


def _grade(outcome: MethodResult) -> str | None:
    return outcome.grade.key if isinstance(outcome, MethodVerdict) else None


def _reason(outcome: MethodResult) -> str | None:
    return outcome.reason.name.lower() if isinstance(outcome, Refused) else None


def _method(outcome: MethodResult, lang: Lang) -> MethodRecord:
    return MethodRecord(
        outcome.method.name,
        outcome.method.value.for_lang(lang),
        _grade(outcome),
        outcome.grade.side if isinstance(outcome, MethodVerdict) else None,
        _reason(outcome),
        (outcome.grade.word if isinstance(outcome, MethodVerdict) else outcome.reason.value).for_lang(lang),
        tuple(_step(step, lang) for step in outcome.steps),
        tuple(remark.for_lang(lang) for remark in outcome.remarks),
    )


def _step(step: Step, lang: Lang) -> StepRecord:
    name, formula, substitution = step.name.for_lang(lang), step.formula_in(lang), step.substitution(lang)
    inputs = {symbol: _input(symbol, value) for symbol, value in step.inputs}
    return StepRecord(step.symbol, name, inputs, formula, substitution, step.result)


def _input(symbol: str, value: Fraction) -> Input:
    return day_of(value).isoformat() if symbol.startswith("t") else value
