"""Owed figures for programs."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from serang_plan.model.when import When
from serang_plan.reports.owed.page import OwedReport
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Count, Title
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Lang


class FigureRecord(NamedTuple):
    """The figures of an indicator that have not been delivered."""

    indicator: Code
    by: Codes
    """Who provides them; the leads where nobody else does."""
    periods: tuple[When, ...]
    due: date
    """The due date of the first of them, days of grace included."""
    days_late: Count
    """Zero within the days of grace."""


class OwedData(NamedTuple):
    """Angka yang belum disampaikan menurut jadwal yang ditetapkan.

    Figures that are still owed by the reporting calendar that was set.
    """

    title: Title
    as_of: AsOf
    figures: tuple[FigureRecord, ...]
    without_calendar: Codes
    """Indicators whose figures nobody owes, since no calendar was set."""


def data(report: OwedReport, lang: Lang) -> OwedData:
    """Return what is owed."""
    figures = (
        FigureRecord(figure.indicator.code, figure.by, figure.periods, figure.due, figure.days_late)
        for figure in report.figures
    )
    return OwedData(plan_title(report.plan, lang), report.plan.as_of, tuple(figures), report.uncalendared)
