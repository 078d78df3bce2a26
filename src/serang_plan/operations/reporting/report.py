"""A report that was built: what it found, stamped with what it was made from, and drawn in any format."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from serang_plan import __version__
from serang_plan.operations.problem import ProblemError
from serang_plan.page import Event, Page, Sheet
from serang_plan.reading.history import revision_of
from serang_plan.rendering.formats import (
    PAGE_FORMATS,
    PageRenderer,
    calendar_renderer,
    page_renderer,
    sheet_renderer,
)
from serang_plan.reports.registry import RegisteredReport, ReportValue
from serang_plan.wording import Lang, Text, listed

if TYPE_CHECKING:
    from serang_plan.reports.parts import json_values

Renderer = TypeVar("Renderer")


class Stamp(NamedTuple):
    """The plan's revision, if it has one, whether the plan was changed since, and the program's version."""

    revision: str
    modified: bool
    version: str

    def text(self, lang: Lang) -> str:
        """Say it in one line."""
        program = f"serang-plan {self.version}"
        if not self.revision:
            return program
        changed = Text(", diubah sesudahnya", ", changed since").for_lang(lang) if self.modified else ""
        return Text(
            f"Rencana revisi {self.revision[:7]}{changed} · {program}",
            f"Plan revision {self.revision[:7]}{changed} · {program}",
        ).for_lang(lang)

    def data(self) -> json_values.Stamp:
        """Return it for programs."""
        from serang_plan.reports.parts.json_values import Stamp as StampRecord

        modified = self.modified if self.revision else None
        return StampRecord(self.revision or None, modified, self.version)


def stamp_of(folder: str) -> Stamp:
    """Return the stamp of a plan; without a folder, of the program alone."""
    revision = revision_of(folder) if folder else None
    return Stamp(revision.id, revision.modified, __version__) if revision else Stamp("", False, __version__)


class BuiltReport(NamedTuple):
    """A report as the formats take it: which one it is, what it found, and what it was made from."""

    report: RegisteredReport
    value: ReportValue
    stamp: Stamp

    def page(self, lang: Lang) -> Page:
        """Lay it out for people."""
        page = self.report.page(self.value, lang)
        return page._replace(stamp=self.stamp.text(lang), lang=lang, as_of=self.value.plan.as_of)

    def sheets(self, lang: Lang) -> tuple[Sheet, ...]:
        """Put it into tables for spreadsheets, if it has any."""
        return self.report.sheets(self.value, lang)

    def events(self, lang: Lang) -> tuple[Event, ...]:
        """Give the days that belong into a calendar, if it knows any."""
        return self.report.events(self.value, lang)

    def data(self, lang: Lang) -> dict[str, object]:
        """Say it to programs."""
        from serang_plan.reports.parts.json_values import document

        header, record = self.value.plan.header, self.report.data(self.value, lang)
        return document(self.report.name, record, header.origin if header else None, self.stamp.data())


class DrawnReport(NamedTuple):
    """A report in one format, and what is to be said beside it."""

    content: str | bytes
    remark: Text | None = None


def drawn_report(report: BuiltReport, format: str, lang: Lang) -> DrawnReport:
    """Return a report in a format. Raises ProblemError for a format that cannot be had of it."""
    match PAGE_FORMATS[format].draws:
        case "data":
            from serang_plan.rendering.json.report import render

            return DrawnReport(render(report.data(lang)))
        case "sheets":
            sheets = report.sheets(lang)
            if not sheets:
                raise _no_table(format)
            remark = _left_out(sheets) if format == "csv" else None
            return DrawnReport(_loaded(sheet_renderer, format).render(report.page(lang), sheets), remark)
        case "events":
            if not report.report.has_events:
                raise _no_calendar(format)
            drawn = _loaded(calendar_renderer, format).render(report.page(lang), report.events(lang))
            return DrawnReport(drawn)
        case "page":
            return DrawnReport(renderer_of(format).render(report.page(lang)))


def renderer_of(format: str) -> PageRenderer:
    """Return what draws a page. Raises ProblemError if what it needs is not installed."""
    return _loaded(page_renderer, format)


def _loaded(load: Callable[[str], Renderer], format: str) -> Renderer:
    try:
        return load(format)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in PAGE_FORMATS[format].packages:
            raise
        raise _not_installed(format) from None


def _left_out(sheets: tuple[Sheet, ...]) -> Text | None:
    """Say which tables a single one leaves out."""
    first, *others = (sheet.name for sheet in sheets)
    if not others:
        return None
    return Text(
        f"CSV ini hanya tabel {first}; untuk {listed(others, 'id')} pakai `--format xlsx`",
        f"this CSV is only the table {first}; for {listed(others, 'en')} use `--format xlsx`",
    )


def _no_table(format: str) -> ProblemError:
    return ProblemError(
        Text(f"nota tidak punya tabel untuk {format}", f"a note has no table for {format}"),
        Text(
            "tulis nota sebagai docx, pdf atau html; tabelnya ada pada `serang-plan status` dan laporan lain",
            "write the note as docx, pdf or html; tables come with `serang-plan status` and other reports",
        ),
    )


def _no_calendar(format: str) -> ProblemError:
    return ProblemError(
        Text(f"laporan ini tidak punya kalender untuk {format}", f"this report has no calendar for {format}"),
        Text(
            "kalender rakor dan tenggatnya: `serang-plan rakor follow-up -o rakor.ics`",
            "the calendar of rakor and due dates: `serang-plan rakor follow-up -o rakor.ics`",
        ),
    )


def _not_installed(format: str) -> ProblemError:
    from serang_plan.operations.extras import missing_extra

    form = PAGE_FORMATS[format]
    return missing_extra(
        Text(f"keluaran {format} butuh paket tambahan", f"{format} output needs an additional package"),
        form.extra,
        Text(f"pakai `--format {form.instead}`", f"use `--format {form.instead}`"),
    )
