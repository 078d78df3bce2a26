"""Owed figures as a sheet: a line for each indicator."""

from __future__ import annotations

from serang_plan.analysis.rakor.owed import OwedFigure
from serang_plan.page import Sheet
from serang_plan.reports.owed.page import OwedReport
from serang_plan.reports.parts.phrases import full_name
from serang_plan.reports.parts.sheet_columns import CODE, INDICATOR, Field, joined, sheet
from serang_plan.wording import Lang, Text

_FIELDS: tuple[Field[OwedFigure], ...] = (
    (Text("Yang menyampaikan", "Owed by"), lambda figure, _: joined(figure.by)),
    (CODE, lambda figure, _: figure.indicator.code),
    (INDICATOR, lambda figure, lang: full_name(figure.indicator, lang)),
    (
        Text("Angka untuk", "Figures for"),
        lambda figure, lang: joined(when.text(lang) for when in figure.periods),
    ),
    (Text("Paling lambat", "Due"), lambda figure, _: figure.due),
    (Text("Terlambat (hari)", "Late (days)"), lambda figure, _: figure.days_late),
)


def sheets(report: OwedReport, lang: Lang) -> tuple[Sheet, ...]:
    """Return what is owed."""
    return (sheet(Text("Angka terutang", "Figures owed"), _FIELDS, report.figures, lang),)
