"""Progress for programs: one indicator, its values, and what each method says with its workings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from serang_plan.analysis.indicators.evidence import Apart, why_apart
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
from serang_plan.analysis.indicators.strength import Strength, value_strength
from serang_plan.analysis.known.known_since import is_dating_assumed, source_codes
from serang_plan.model.indicator import Direction, Measurement, Scope, Verification
from serang_plan.model.when import When
from serang_plan.reports.parts.evidence_records import (
    OtherScopeRecord,
    SubstituteRecord,
    ThresholdRecord,
    judged_by,
    other_scope_record,
    substitute_record,
    threshold_record,
)
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Count, Kind, StandingWord
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
    series: str | None
    """As written with the value; null: of the series that judges."""
    break_: str | None
    """Why this value and later ones are not comparable with those before it."""
    sources: Codes
    verification: Verification
    strength: Strength
    """How well it is supported."""
    weaknesses: tuple[str, ...]
    """The weaknesses of its sources."""
    dating_assumed: bool
    """Nothing says when it was published, so it counts from the end of its own time."""
    role: ValueRole
    """rival: another value for the same time; set_aside: not comparable with those that are used."""
    apart: tuple[Apart, ...]
    """Why it is set aside."""


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
    """One step of the calculation."""

    symbol: str
    name: str
    inputs: Mapping[str, Input]
    """The numbers that were put in, by symbol."""
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
    """Why the method gives no verdict."""
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
    strength: Strength | None
    """On what the standing rests: the weaker of value and threshold; null where nothing is judged."""
    stale: bool
    """The value, or what stands in for it, is older than its reporting period allows."""
    substitute: SubstituteRecord | None
    threshold: ThresholdRecord | None
    """The threshold that decides the standing."""
    thresholds: tuple[ThresholdRecord, ...]
    """All that are in force."""
    other_scope: OtherScopeRecord | None
    values: tuple[ValueRecord, ...]
    goals: tuple[GoalRecord, ...]
    goals_are: Literal["targets", "threshold"] | None
    """threshold: it stands in where there are no yearly targets."""
    trend: Trend
    change_per_year: Number | None
    """null where the newest value is out of date."""
    change_points: Count
    """From how many values the change is taken."""
    decision: DecisionRecord
    """None is made from a value that is out of date; what the methods then say holds for the time of that
    value."""
    sides: Mapping[SideWord, tuple[str, ...]]
    """Which way the methods point: their codes by side; sides without any are left out."""
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
        strength=report.verdict.strength,
        stale=report.verdict.is_stale,
        substitute=substitute_record(report.verdict),
        threshold=judged_by(report.plan, report.verdict),
        thresholds=tuple(
            threshold_record(report.plan, indicator, threshold) for threshold in report.thresholds
        ),
        other_scope=other_scope_record(report.plan, report.verdict),
        values=tuple(_values(report)),
        goals=tuple(GoalRecord(goal.year, goal.value) for goal in comparison.trajectory.goals),
        goals_are=_kind_of_goals(comparison),
        trend=report.trend.trend,
        change_per_year=report.trend.per_year,
        change_points=report.trend.points,
        decision=_decision(comparison),
        sides={_SIDES[lean]: _names(methods) for lean, methods in sides(comparison).items()},
        methods=tuple(_method(outcome, lang) for outcome in comparison.outcomes.values()),
    )


_SIDES: Mapping[Side, SideWord] = {Side.ENOUGH: "enough", Side.SLOW: "slow", Side.AWAY: "away"}


def _names(methods: tuple[Method, ...]) -> tuple[str, ...]:
    return tuple(method.name for method in methods)


def _values(report: ProgressReport) -> Iterator[ValueRecord]:
    for value in report.known:
        yield _value(report, value.measurement, "used")
        yield from (_value(report, rival, "rival") for rival in value.rivals)
    yield from (_value(report, apart, "set_aside") for apart in report.set_aside)


def _value(report: ProgressReport, measurement: Measurement, role: ValueRole) -> ValueRecord:
    plan, codes = report.plan, source_codes(measurement)
    sources = filter(None, map(plan.source_by_code.get, codes))
    return ValueRecord(
        as_of=measurement.as_of,
        published=measurement.published,
        value=measurement.value,
        unit=measurement.unit,
        scope=measurement.scope,
        series=measurement.series,
        break_=measurement.break_,
        sources=codes,
        verification=measurement.verification,
        strength=value_strength(plan, measurement),
        weaknesses=tuple(source.weakness for source in sources if source.weakness),
        dating_assumed=is_dating_assumed(plan, measurement),
        role=role,
        apart=why_apart(plan, report.indicator, measurement) if role == "set_aside" else (),
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
