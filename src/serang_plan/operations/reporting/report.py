"""A report that was built: what it found, stamped with what it was made from, and drawn in any format."""

import os
from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple, TypeVar, get_args

from serang_plan import __version__
from serang_plan.operations.problem import NoChoiceError, ProblemError
from serang_plan.page import Event, Page, Sheet
from serang_plan.reading.git import in_repository
from serang_plan.rendering.formats import (
    PAGE_FORMATS,
    PageRenderer,
    calendar_renderer,
    page_renderer,
    sheet_renderer,
)
from serang_plan.reports.registry import Report
from serang_plan.wording import Lang, Text, listed, uncut

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

    def data(self) -> "json_values.Stamp":
        """Return it for programs."""
        from serang_plan.reports.parts.json_values import Stamp as StampRecord

        modified = self.modified if self.revision else None
        return StampRecord(self.revision or None, modified, self.version)


def stamp_of(folder: str) -> Stamp:
    """Return the stamp of a plan; without a folder, of the program alone."""
    if not folder or not in_repository(os.path.abspath(folder)):
        return Stamp("", False, __version__)
    from serang_plan.reading.history import revision_of

    revision = revision_of(folder)
    return Stamp(revision.id, revision.modified, __version__) if revision else Stamp("", False, __version__)


class BuiltReport(NamedTuple):
    """A report as the formats take it: what it found, and what it was made from."""

    report: Report
    stamp: Stamp

    def page(self, lang: Lang, *, for_screen: bool = False, has_pictures: bool = False) -> Page:
        """Lay it out for people; only on a screen may lists be cut, and only some formats draw pictures."""
        with nullcontext() if for_screen else uncut():
            page = self.report.page(lang)
            pictures = self.report.pictures(lang) if has_pictures else ()
        return page._replace(
            blocks=(*page.blocks, *pictures),
            stamp=self.stamp.text(lang),
            lang=lang,
            as_of=self.report.value.plan.as_of,
        )

    def sheets(self, lang: Lang) -> tuple[Sheet, ...]:
        """Put it into tables for spreadsheets, if it has any."""
        with uncut():
            return self.report.sheets(lang)

    def events(self, lang: Lang) -> tuple[Event, ...]:
        """Give the days that belong into a calendar, if it knows any."""
        with uncut():
            return self.report.events(lang)

    def data(self, lang: Lang) -> dict[str, object]:
        """Say it to programs."""
        from serang_plan.reports.parts.json_values import document

        with uncut():
            record = self.report.data(lang)
        header = self.report.value.plan.header
        return document(self.report.kind.name, record, header.origin if header else None, self.stamp.data())


class DrawnReport(NamedTuple):
    """A report in one format, and what is to be said beside it."""

    content: str | bytes
    remark: Text | None = None


class TableChoice(NamedTuple):
    """Which table of a report is drawn alone, and how CSV is written; empty: the first, as usual."""

    name: str = ""
    separator: str = ""
    decimal: str = ""


_USUAL = TableChoice()


def drawn_report(report: BuiltReport, format: str, lang: Lang, table: TableChoice = _USUAL) -> DrawnReport:
    """Return a report in a format. Raises ProblemError for a format or table that cannot be had of it."""
    form = PAGE_FORMATS[format]
    match form.draws:
        case "data":
            from serang_plan.rendering.json.report import render

            return DrawnReport(render(report.data(lang)))
        case "sheets":
            return _drawn_sheets(report, format, lang, table)
        case "events":
            if not report.report.kind.has_events:
                raise _no_calendar(format)
            drawn = _loaded(calendar_renderer, format).render(report.page(lang), report.events(lang))
            return DrawnReport(drawn)
        case "page":
            page = report.page(lang, has_pictures=form.has_pictures)
            return DrawnReport(renderer_of(format).render(page))


def _drawn_sheets(report: BuiltReport, format: str, lang: Lang, table: TableChoice) -> DrawnReport:
    sheets = report.sheets(lang)
    if not sheets:
        raise _no_table(format)
    remark = None if format == "xlsx" or table.name else _left_out(sheets)
    chosen = (_named_table(report, table.name, lang),) if table.name else sheets
    if format == "csv":
        from serang_plan.rendering.tables import csv

        drawn = csv.render(report.page(lang), chosen, separator=table.separator, decimal=table.decimal)
        return DrawnReport(drawn, remark)
    page = report.page(lang, has_pictures=PAGE_FORMATS[format].has_pictures)
    return DrawnReport(_loaded(sheet_renderer, format).render(page, chosen), remark)


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


def _named_table(report: BuiltReport, name: str, lang: Lang) -> Sheet:
    """Return a table by its name in either language, so that a program need not know in which it is asked."""
    sheets = report.sheets(lang)
    known = {
        named.name.casefold(): sheet
        for other in get_args(Lang)
        for named, sheet in zip(report.sheets(other), sheets, strict=True)
    }
    if sheet := known.get(name.casefold()):
        return sheet
    raise NoChoiceError(name, "--table", [sheet.name for sheet in sheets])


def _left_out(sheets: tuple[Sheet, ...]) -> Text | None:
    """Say which tables a single one leaves out."""
    first, *others = (sheet.name for sheet in sheets)
    if not others:
        return None
    return Text(
        f"ini hanya tabel {first}; untuk {listed(others, 'id')} pakai `--table NAMA` atau `--format xlsx`",
        f"this is only the table {first}; for {listed(others, 'en')} use `--table NAME` or `--format xlsx`",
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
