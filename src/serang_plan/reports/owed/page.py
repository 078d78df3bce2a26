"""Owed: the figures that should be there by now, who owes them, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.rakor.owed import OwedFigure, has_calendar, owed_figures
from serang_plan.model.plan import Plan
from serang_plan.page import Block, Cell, Column, Group, Item, Page, Paragraph, Table
from serang_plan.reports.parts.owed_phrases import periods, waited
from serang_plan.reports.parts.phrases import NOTHING, next_steps, report_page, short_name, titled
from serang_plan.wording import Lang, Text, listed, many, short_date


class OwedReport(NamedTuple):
    """What is owed on the plan's date, by all or by one OPD."""

    plan: Plan
    figures: tuple[OwedFigure, ...]
    uncalendared: tuple[str, ...]
    """Indicators for whose figures nobody has set a calendar."""
    opd: str = ""


def build(plan: Plan, opd: str = "") -> OwedReport:
    """Look at every calendar on the plan's date."""
    figures = tuple(figure for figure in owed_figures(plan) if opd in ("", *figure.by))
    without = (code for code, indicator in plan.indicator_by_code.items() if not has_calendar(indicator))
    return OwedReport(plan, figures, tuple(without), opd)


def page(report: OwedReport, lang: Lang) -> Page:
    """Lay out who owes what."""
    name = Text("angka yang belum disampaikan", "figures owed")
    if report.opd:
        name = Text(f"angka yang belum disampaikan {report.opd}", f"figures owed by {report.opd}")
    return report_page(report.plan, name, _blocks(report, lang), lang)


def _blocks(report: OwedReport, lang: Lang) -> Iterator[Block]:
    yield Paragraph(_in_numbers(report, lang))
    if report.figures:
        yield _table(report, lang)
    if report.uncalendared:
        yield Paragraph(_without(report, lang), "muted")
    owing = (code for figure in report.figures for code in figure.by if code in report.plan.opd_by_code)
    if opd := next(owing, ""):
        words = Text("Daftar periksanya, termasuk angkanya", "Its checklist, figures included").for_lang(lang)
        yield from next_steps([Item(words, f"serang-plan checklist --opd {opd}")], lang)


def _in_numbers(report: OwedReport, lang: Lang) -> str:
    if len(report.uncalendared) == len(report.plan.indicator_by_code):
        return Text(
            "Belum ada jadwal penyampaian angka, jadi tidak ada angka yang ditagih.",
            "No calendar of figures has been set, so nobody owes any.",
        ).for_lang(lang)
    late = sum(figure.is_late for figure in report.figures)
    if not report.figures:
        return Text("Semua angka yang terjadwal sudah masuk.", "Every scheduled figure is there.").for_lang(
            lang
        )
    waiting = len(report.figures) - late
    return Text(
        f"{late} indikator terlambat angkanya; {waiting} dalam masa tenggang.",
        f"The figures of {many(late, 'indicator')} are late; {waiting} within the days of grace.",
    ).for_lang(lang)


def _without(report: OwedReport, lang: Lang) -> str:
    """Say for which figures no calendar was set; so nobody owes them."""
    count, whole = len(report.uncalendared), len(report.plan.indicator_by_code)
    if count == whole:
        return Text(
            "Jadwalnya ditetapkan kota: tiap berapa lama, mulai tahun berapa, dengan berapa hari tenggang.",
            "The city sets it: how often, from which year on, with how many days of grace.",
        ).for_lang(lang)
    named = listed(report.uncalendared, lang, most=6)
    return Text(
        f"Tanpa jadwal angka, jadi tidak ditagih: {named}.", f"Without a calendar, so not asked for: {named}."
    ).for_lang(lang)


_COLUMNS = (
    (Text("Indikator", "Indicator"), Column("", wrap=True)),
    (Text("Angka untuk", "Figures for"), Column("", wrap=True)),
    (Text("Paling lambat", "Due"), Column("")),
    (Text("Terlambat", "Late"), Column("", "right")),
)


def _table(report: OwedReport, lang: Lang) -> Table:
    groups: dict[str, list[tuple[Cell, ...]]] = {}
    nobody = Text("belum ada yang ditunjuk", "nobody named").for_lang(lang)
    for figure in report.figures:
        name = f"{figure.indicator.code} {short_name(figure.indicator, lang)}"
        row = (
            Cell(name),
            Cell(periods(figure, lang)),
            Cell(short_date(figure.due, lang)),
            Cell(waited(figure, lang) or NOTHING, "warn" if figure.is_late else "plain"),
        )
        groups.setdefault(listed(figure.by, lang) or nobody, []).append(row)
    caption = Text("Siapa menyampaikan angka apa", "Who owes which figures").for_lang(lang)
    return Table(
        caption, titled(_COLUMNS, lang), tuple(Group(by, tuple(rows)) for by, rows in groups.items())
    )
