"""Forecast: how many indicators are met by when, on trend, on plan and on target, and what decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from serang_plan.analysis.indicators.standing import verdict_of, verdicts_of
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.outlook.forecast import (
    Forecast,
    ForecastOutcome,
    Prospect,
    Scenario,
    forecast,
    met_from,
    scenario_dependent,
)
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Bar,
    Bars,
    Block,
    Cell,
    Column,
    Group,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
    Table,
)
from serang_plan.reports.examples import a_change
from serang_plan.reports.parts.outlook_labels import OUTCOMES, REASONS, SCENARIOS, no_years
from serang_plan.reports.parts.phrases import (
    named,
    next_steps,
    no_indicators,
    report_page,
    short_name,
    titled,
)
from serang_plan.reports.parts.verdict_words import basis_in_short, counts_line
from serang_plan.wording import Lang, Text, code_order, year_spans

MOST_NAMED = 6

_CAPTIONS = {
    Scenario.TREND: Text(
        "Tren: bila nilai terus berubah seperti selama ini; tanpa tren atau usang: tetap",
        "Trend: if values go on as they did; those without a trend, or stale, stay",
    ),
    Scenario.PLAN: Text(
        "Rencana: bila kegiatan selesai pada waktunya dan berdampak seperti diperkirakan",
        "Plan: if actions finish on time and add what is expected of them",
    ),
    Scenario.TARGET: Text("Target: bila semua target tercapai", "Target: if all targets are reached"),
}


class ForecastReport(NamedTuple):
    """A plan and what is foreseen for it."""

    plan: Plan
    forecast: Forecast


def build(plan: Plan) -> ForecastReport:
    """Foresee every indicator, year and scenario."""
    return ForecastReport(plan, forecast(plan))


# -- the page ------------------------------------------------------------------------


def page(report: ForecastReport, lang: Lang) -> Page:
    """Lay the report out."""
    return report_page(report.plan, Text("prakiraan", "forecast"), _blocks(report, lang), lang)


def _blocks(report: ForecastReport, lang: Lang) -> Iterator[Block]:
    if not report.forecast.years:
        yield no_years(report.plan, lang)
    elif not report.forecast.prospects:
        yield Paragraph(no_indicators(report.plan, lang))
    else:
        yield Paragraph(_headline(report, lang))
        if weakened := counts_line(verdicts_of(report.plan), lang):
            yield Paragraph(f"{_NOW.for_lang(lang)}: {weakened}", "muted")
        yield from _charts(report.forecast, lang)
        yield from _swing(report, lang)
        yield _table(report, lang)
    yield from next_steps(_next(report.plan, lang), lang)


_NOW = Text("Kini", "Now")


def _headline(report: ForecastReport, lang: Lang) -> str:
    """Say how many are met at the end of the last year, in each scenario."""
    year, whole = report.forecast.years[-1], len(report.forecast.prospects)
    counts = {scenario: report.forecast.counts(scenario, year) for scenario in Scenario}
    ways = ", ".join(
        f"{SCENARIOS[scenario].for_lang(lang).lower()} {_range(counts[scenario])}" for scenario in Scenario
    )
    return Text(
        f"Terpenuhi akhir {year} dari {whole} indikator: {ways}.",
        f"Indicators met at the end of {year}, of {whole}: {ways}.",
    ).for_lang(lang)


def _range(counts: Mapping[ForecastOutcome, int]) -> str:
    """Write a count, and how high it can be if all that is uncertain turns out well: `8–11`."""
    met, most = counts[ForecastOutcome.MET], counts[ForecastOutcome.MET] + counts[ForecastOutcome.UNKNOWN]
    return str(met) if met == most else f"{met}–{most}"


_SOURCE = Text(
    "Batang: banyaknya indikator pada akhir tahun. Sumber ketiga grafik: dihitung dari nilai, target, dan "
    "kegiatan yang tercatat dalam rencana ini.",
    "Bars: number of indicators at the end of the year. Source of the three charts: computed from the "
    "values, targets and actions recorded in this plan.",
)


def _charts(forecast: Forecast, lang: Lang) -> Iterator[Bars]:
    """Give a chart for each scenario; the first says what its bars are, the last what all are made from."""
    first, *between, last = (_bars(forecast, scenario, lang) for scenario in Scenario)
    unsaid = ("", "", "")
    yield first
    yield from (bars._replace(names=unsaid) for bars in between)
    yield last._replace(names=unsaid, source=_SOURCE.for_lang(lang))


def _bars(forecast: Forecast, scenario: Scenario, lang: Lang) -> Bars:
    bars = tuple(_bar(forecast.counts(scenario, year), year, lang) for year in forecast.years)
    met, unmet, uncertain = (
        OUTCOMES[outcome][0].for_lang(lang)
        for outcome in (ForecastOutcome.MET, ForecastOutcome.UNMET, ForecastOutcome.UNKNOWN)
    )
    names = met, uncertain, unmet
    return Bars(_CAPTIONS[scenario].for_lang(lang), bars, len(forecast.prospects), names=names)


def _bar(counts: Mapping[ForecastOutcome, int], year: int, lang: Lang) -> Bar:
    return Bar(
        str(year), counts[ForecastOutcome.MET], counted(counts, lang), "good", counts[ForecastOutcome.UNKNOWN]
    )


def counted(counts: Mapping[ForecastOutcome, int], lang: Lang) -> str:
    """Write all three counts: `8 terpenuhi, 6 belum, 2 belum pasti`."""
    return ", ".join(f"{counts[outcome]} {words.for_lang(lang)}" for outcome, (words, _) in OUTCOMES.items())


# -- what decides -----------------------------------------------------------------------


def _swing(report: ForecastReport, lang: Lang) -> Iterator[Block]:
    changing = scenario_dependent(report.forecast)
    by_year = grouped((year, prospect.indicator.code) for year, prospect in changing)
    if by_year:
        yield Heading(Text("Yang menentukan hitungan", "What decides the count").for_lang(lang))
        yield Paragraph(_SWING.for_lang(lang), "muted")
        yield Items(tuple(_alike(by_year, report.plan, lang)))


_SWING = Text(
    "Terpenuhi menurut satu skenario, tidak menurut skenario lain:",
    "Met in one scenario and not in another:",
)


def _alike(by_year: Mapping[int, Sequence[str]], plan: Plan, lang: Lang) -> Iterator[Item]:
    """Give the years with the same indicators together."""
    years = grouped((_names(codes, plan, lang), year) for year, codes in by_year.items())
    yield from (Item(f"{', '.join(year_spans(same))}: {names}") for names, same in years.items())


def _names(codes: Sequence[str], plan: Plan, lang: Lang) -> str:
    return named(sorted(codes, key=code_order), plan, lang, MOST_NAMED)


_COLUMNS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Indikator", "Indicator"), Column("", wrap=True, bare=True)),
    (SCENARIOS[Scenario.TREND], Column("")),
    (SCENARIOS[Scenario.PLAN], Column("", wrap=True)),
    (SCENARIOS[Scenario.TARGET], Column("")),
)


def _table(report: ForecastReport, lang: Lang) -> Table:
    """Say for each indicator since when it is met in each scenario."""
    columns = titled(_COLUMNS, lang)
    prospects = sorted(report.forecast.prospects, key=lambda prospect: code_order(prospect.indicator.code))
    rows = tuple(_cells(report.plan, prospect, report.forecast.years, lang) for prospect in prospects)
    caption = Text("Tiap indikator menurut ketiga skenario", "Each indicator in all three scenarios")
    since = Text("Terpenuhi mulai akhir tahun", "Met from the end of the year")
    return Table(caption.for_lang(lang), columns, (Group(since.for_lang(lang), rows),))


def _cells(plan: Plan, prospect: Prospect, years: tuple[int, ...], lang: Lang) -> tuple[Cell, ...]:
    return (
        Cell(prospect.indicator.code),
        Cell(short_name(prospect.indicator, lang)),
        *(_when(plan, prospect, scenario, years, lang) for scenario in Scenario),
    )


def _when(plan: Plan, prospect: Prospect, scenario: Scenario, years: tuple[int, ...], lang: Lang) -> Cell:
    first, last = met_from(prospect.projections[scenario], years), prospect.projections[scenario][-1]
    if first == years[0] and prospect.now.outcome is ForecastOutcome.MET:
        verdict, already = verdict_of(plan, prospect.indicator), Text("sudah", "already").for_lang(lang)
        return Cell(f"{already}{basis_in_short(verdict, lang)}", "good")
    if first is not None:
        return Cell(str(first), "good")
    if last.outcome is ForecastOutcome.UNKNOWN and last.why is not None:
        return Cell(f"? {REASONS[last.why].for_lang(lang)}", "unknown")
    return Cell(Text("tidak", "no").for_lang(lang), "bad")


def _next(plan: Plan, lang: Lang) -> Iterator[Item]:
    if (change := a_change(plan)) is not None:
        words = Text("Bagaimana jika satu kegiatan mundur setahun", "What if one action slips by a year")
        yield Item(words.for_lang(lang), f"serang-plan simulate {change}")
    words = Text("Apa yang menutup tiap kesenjangan", "What would close each gap")
    yield Item(words.for_lang(lang), "serang-plan gaps")
