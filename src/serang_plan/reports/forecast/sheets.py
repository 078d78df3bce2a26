"""Forecast as sheets: the counts by year and scenario, and every indicator since when it is met."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from serang_plan.analysis.indicators.standing import verdict_of
from serang_plan.analysis.outlook.forecast import (
    ForecastOutcome,
    Projection,
    Prospect,
    Scenario,
    met_from,
)
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import Sheet
from serang_plan.reports.forecast.page import ForecastReport
from serang_plan.reports.parts.evidence_columns import STALE, STRENGTH, named_cells, strength_word
from serang_plan.reports.parts.outlook_labels import OUTCOMES, REASONS, SCENARIOS
from serang_plan.reports.parts.sheet_columns import YEAR, Field, sheet, yes_no
from serang_plan.reports.parts.yearly_counts import YearCounts, scenario_counts
from serang_plan.wording import Lang, Text, code_order


def sheets(report: ForecastReport, lang: Lang) -> tuple[Sheet, ...]:
    """Return the counts, then each indicator, then each indicator in each year."""
    years = report.forecast.years
    prospects = sorted(report.forecast.prospects, key=lambda prospect: code_order(prospect.indicator.code))
    counts = [
        (scenario, counts)
        for scenario, yearly in scenario_counts(report.forecast).items()
        for counts in yearly
    ]
    return (
        sheet(Text("Hitungan", "Counts"), _COUNTS, counts, lang),
        sheet(Text("Indikator", "Indicators"), _since(report.plan, years), prospects if years else (), lang),
        sheet(Text("Tiap tahun", "Each year"), _YEARLY, tuple(_yearly(prospects, years)), lang),
    )


_YearCount = tuple[Scenario, YearCounts]
SCENARIO = Text("Jalan", "Way")
_COUNTS: tuple[Field[_YearCount], ...] = (
    (SCENARIO, lambda row, lang: SCENARIOS[row[0]].for_lang(lang)),
    (Text("Akhir tahun", "End of"), lambda row, _: row[1].year),
    (OUTCOMES[ForecastOutcome.MET][0], lambda row, _: row[1].met),
    (OUTCOMES[ForecastOutcome.UNMET][0], lambda row, _: row[1].unmet),
    (OUTCOMES[ForecastOutcome.UNKNOWN][0], lambda row, _: row[1].unknown),
)


def _foreseen(prospect: Prospect) -> Indicator:
    return prospect.indicator


def _since(plan: Plan, years: tuple[int, ...]) -> tuple[Field[Prospect], ...]:
    """Give the columns that say since the end of which year an indicator is met; empty if it is not."""
    return (
        *named_cells(_foreseen),
        (Text("Kini", "Now"), lambda prospect, lang: OUTCOMES[prospect.now.outcome][0].for_lang(lang)),
        (STRENGTH, lambda prospect, lang: strength_word(verdict_of(plan, prospect.indicator).strength, lang)),
        (STALE, lambda prospect, lang: yes_no(verdict_of(plan, prospect.indicator).is_stale, lang)),
        *(_in(scenario, years) for scenario in Scenario),
    )


def _in(scenario: Scenario, years: tuple[int, ...]) -> Field[Prospect]:
    name = SCENARIOS[scenario]
    title = Text(f"{name.id}: terpenuhi mulai akhir", f"{name.en}: met from the end of")
    return title, lambda prospect, _: met_from(prospect.projections[scenario], years)


class _Year(NamedTuple):
    """One indicator at the end of one year in one scenario."""

    prospect: Prospect
    scenario: Scenario
    year: int
    answer: Projection


def _yearly(prospects: Iterable[Prospect], years: tuple[int, ...]) -> Iterable[_Year]:
    for prospect in prospects:
        for scenario in Scenario:
            for year, answer in zip(years, prospect.projections[scenario], strict=True):
                yield _Year(prospect, scenario, year, answer)


def _in_year(yearly: _Year) -> Indicator:
    return yearly.prospect.indicator


_YEARLY: tuple[Field[_Year], ...] = (
    *named_cells(_in_year),
    (SCENARIO, lambda row, lang: SCENARIOS[row.scenario].for_lang(lang)),
    (YEAR, lambda row, _: row.year),
    (Text("Hasil", "Outcome"), lambda row, lang: OUTCOMES[row.answer.outcome][0].for_lang(lang)),
    (
        Text("Mengapa belum pasti", "Why uncertain"),
        lambda row, lang: REASONS[row.answer.why].for_lang(lang) if row.answer.why else None,
    ),
)
