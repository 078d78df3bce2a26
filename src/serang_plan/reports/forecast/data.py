"""Forecast for programs: the counts and every answer, year by year, in each scenario."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from serang_plan.analysis.indicators.standing import verdict_of
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.analysis.outlook.forecast import (
    ForecastOutcome,
    Projection,
    Prospect,
    Scenario,
    UnknownReason,
    scenario_dependent,
)
from serang_plan.model.plan import Plan
from serang_plan.reports.forecast.page import ForecastReport
from serang_plan.reports.parts.json_values import AsOf, Code, Kind, Title
from serang_plan.reports.parts.phrases import full_name, plan_title
from serang_plan.reports.parts.yearly_counts import ScenarioCounts, scenario_counts
from serang_plan.wording import Lang


class AnswerRecord(NamedTuple):
    """Whether an indicator is met at the end of a year."""

    outcome: ForecastOutcome
    why: UnknownReason | None
    """Why it is unknown."""


Answers = Annotated[tuple[AnswerRecord, ...], Kind("answers", "One for each year.")]


class ProspectRecord(NamedTuple):
    """What is foreseen for one indicator in each scenario, an answer for each year."""

    code: Code
    name: str
    now: AnswerRecord
    strength: Strength | None
    """On what the present standing rests; null where nothing is judged."""
    stale: bool
    """The newest value is out of date, so it has no trend."""
    trend: Answers
    plan: Answers
    target: Answers


class SwingRecord(NamedTuple):
    """An indicator that decides the count of a year."""

    year: int
    indicator: Code


class ForecastData(NamedTuple):
    """Berapa yang terpenuhi pada akhir tiap tahun, menurut tren, rencana dan target.

    How many are met at the end of each year, on trend, on plan and on target.
    """

    title: Title
    as_of: AsOf
    years: tuple[int, ...]
    counts: ScenarioCounts
    indicators: tuple[ProspectRecord, ...]
    swinging: tuple[SwingRecord, ...]
    """Met in one of the scenarios and not in another."""


def data(report: ForecastReport, lang: Lang) -> ForecastData:
    """Return the report for programs."""
    return ForecastData(
        plan_title(report.plan, lang),
        report.plan.as_of,
        report.forecast.years,
        scenario_counts(report.forecast),
        tuple(_prospect(report.plan, prospect, lang) for prospect in report.forecast.prospects),
        tuple(
            SwingRecord(year, prospect.indicator.code)
            for year, prospect in scenario_dependent(report.forecast)
        ),
    )


def _prospect(plan: Plan, prospect: Prospect, lang: Lang) -> ProspectRecord:
    trend, on_plan, target = (_answers(prospect.projections[scenario]) for scenario in Scenario)
    verdict = verdict_of(plan, prospect.indicator)
    now = AnswerRecord(*prospect.now), verdict.strength, verdict.is_stale
    return ProspectRecord(
        prospect.indicator.code, full_name(prospect.indicator, lang), *now, trend, on_plan, target
    )


def _answers(answers: tuple[Projection, ...]) -> Answers:
    return tuple(AnswerRecord(*answer) for answer in answers)
