"""Drawing: a report in the form that was asked for, to the screen or into a file."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from serang_plan.cli.arguments.options import option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, both, one_of
from serang_plan.cli.output.provenance import stamp_of
from serang_plan.cli.output.streams import STANDARD_OUTPUT, say, screen, write, write_output
from serang_plan.operations.files.loading import plan_files
from serang_plan.page import Page, Sheet
from serang_plan.rendering.formats import ALSO_CALLED, PAGE_FORMATS, by_suffix
from serang_plan.reports.registry import RegisteredReport, ReportValue
from serang_plan.wording import Lang, Text, backquoted, did_you_mean, listed

FORMATS = tuple(PAGE_FORMATS)


class Output(NamedTuple):
    """Options of every report: its form, the file it goes to, and whether that may be replaced."""

    format: Annotated[
        str,
        option(
            "--format",
            f"Bentuk keluaran: {', '.join(FORMATS)}; tanpa ini menurut akhiran nama berkas.",
            f"Form of the output: {', '.join(FORMATS)}; without it by how the file's name ends.",
            metavar="FORMAT",
            choices=FORMATS,
        ),
    ] = ""
    file: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both(
                "Tulis ke berkas ini; `-`: keluaran baku.", "Write to this file; `-`: standard output."
            ),
        ),
    ] = ""
    force: Annotated[
        bool,
        typer.Option("--force", help=both("Ganti berkas yang sudah ada.", "Replace a file that is there.")),
    ] = False
    reference: Annotated[
        str,
        typer.Option(
            "--reference",
            metavar="FILE.docx",
            help=both(
                "Untuk docx: pakai gaya, kop dan kertas dari berkas Word ini.",
                "For docx: use the styles, letterhead and paper of this Word file.",
            ),
        ),
    ] = ""


class Drawn(NamedTuple):
    """A report as the formats take it: what it is, what it found, and where the plan lies."""

    report: RegisteredReport
    value: ReportValue
    folder: str
    lang: Lang

    @property
    def page(self) -> Page:
        """The report laid out, with its stamp."""
        page, stamp = self.report.page(self.value, self.lang), stamp_of(self.folder)
        return page._replace(stamp=stamp.text(self.lang), lang=self.lang, as_of=self.value.plan.as_of)


def draw(report: RegisteredReport, value: ReportValue, folder: str, to: Output, context: RunContext) -> None:
    """Write a report. Raises UsageProblemError for a format or a file that cannot be had."""
    format = _format(to)
    spare_plan(to, folder)
    if to.reference and format != "docx":
        raise _only_for_word(format)
    drawn = Drawn(report, value, folder, context.lang)
    if format == "terminal" and to.file in ("", STANDARD_OUTPUT):
        write(_for_screen(drawn.page, context))
        return
    if PAGE_FORMATS[format].binary and to.file in ("", STANDARD_OUTPUT) and sys.stdout.isatty():
        raise _needs_file(format)
    write_output(to.file or STANDARD_OUTPUT, _rendered(drawn, format, to.reference), force=to.force)


def spare_plan(to: Output, folder: str) -> None:
    """Refuse to write over a file of the plan that a report is about. Raises UsageProblemError."""
    if folder and to.file not in ("", STANDARD_OUTPUT):
        from serang_plan.operations.files.output_file import refuse_plan_files

        refuse_plan_files([to.file], plan_files(folder))


def draw_page(page: Page, format: str, context: RunContext) -> None:
    """Write a page that is about no plan, for the screen or as text."""
    write(_for_screen(page, context) if format == "terminal" else _renderer(format).render(page))


def _format(to: Output) -> str:
    """Return the format that was named, or the one that the file's name ends with."""
    if to.format:
        return one_of(to.format, PAGE_FORMATS, "--format", also=ALSO_CALLED)
    if to.file in ("", STANDARD_OUTPUT):
        return "terminal"
    from serang_plan.operations.files.output_file import refuse_folder

    refuse_folder(to.file)
    if format := by_suffix(to.file, PAGE_FORMATS):
        return format
    known = [suffix for form in PAGE_FORMATS.values() for suffix in form.suffixes]
    raise UsageProblemError(
        Text(
            f"bentuk keluaran tidak terbaca dari nama {backquoted(to.file)}",
            f"the name {backquoted(to.file)} does not say which format",
        ),
        did_you_mean(Path(to.file.lower()).suffix, known)
        or Text(
            f"akhiri dengan salah satu dari {' '.join(known)}, atau sebut `--format`",
            f"end it with one of {' '.join(known)}, or name the `--format`",
        ),
    )


def _rendered(drawn: Drawn, format: str, reference: str) -> str | bytes:
    match format:
        case "json":
            from serang_plan.rendering.json import report as report_json

            return report_json.render(_for_programs(drawn))
        case "terminal":
            from serang_plan.rendering.screen import terminal

            return terminal.render(drawn.page, None, colour=False)
        case "xlsx" | "csv":
            sheets = drawn.report.sheets(drawn.value, drawn.lang)
            if not sheets:
                raise _no_table(format)
            if format == "csv":
                _name_the_others(sheets, drawn.lang)
            return _renderer(format).render(drawn.page, sheets)  # type: ignore[no-any-return]
        case "docx" if reference:
            from serang_plan.cli.output.word_reference import in_its_styles

            return in_its_styles(reference, drawn.page, _renderer(format))
        case _:
            return _renderer(format).render(drawn.page)  # type: ignore[no-any-return]


def _for_programs(drawn: Drawn) -> dict[str, object]:
    from serang_plan.reports.parts.json_values import document

    header, record = drawn.value.plan.header, drawn.report.data(drawn.value, drawn.lang)
    return document(
        drawn.report.name, record, header.origin if header else None, stamp_of(drawn.folder).data()
    )


def _no_table(format: str) -> UsageProblemError:
    return UsageProblemError(
        Text(f"nota tidak punya tabel untuk {format}", f"a note has no table for {format}"),
        Text(
            "tulis nota sebagai docx, pdf atau html; tabelnya ada pada `serang-plan status` dan laporan lain",
            "write the note as docx, pdf or html; tables come with `serang-plan status` and other reports",
        ),
    )


def _name_the_others(sheets: tuple[Sheet, ...], lang: Lang) -> None:
    """Say which tables a single one leaves out."""
    first, *others = (one.name for one in sheets)
    if others:
        say(
            Text(
                f"CSV ini hanya tabel {first}; untuk {listed(others, 'id')} pakai `--format xlsx`",
                f"this CSV is only the table {first}; for {listed(others, 'en')} use `--format xlsx`",
            ).for_lang(lang)
        )


def _renderer(format: str) -> Any:
    """Return the module that draws a format. Raises UsageProblemError if what it needs is not installed."""
    try:
        return import_module(f"serang_plan.rendering.{PAGE_FORMATS[format].module}")
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in PAGE_FORMATS[format].packages:
            raise
        raise _not_installed(format) from None


def _not_installed(format: str) -> UsageProblemError:
    extra, instead = (
        f"serang-plan[{PAGE_FORMATS[format].extra}]",
        f"`--format {PAGE_FORMATS[format].instead}`",
    )
    return UsageProblemError(
        Text(f"keluaran {format} butuh paket tambahan", f"{format} output needs an additional package"),
        Text(
            f"ketik `pip install '{extra}'` atau `uv tool install '{extra}'`, atau pakai {instead}",
            f"type `pip install '{extra}'` or `uv tool install '{extra}'`, or use {instead}",
        ),
    )


def _only_for_word(format: str) -> UsageProblemError:
    return UsageProblemError(
        Text(
            f"`--reference` hanya untuk keluaran docx, bukan {format}",
            f"`--reference` is only for docx output, not for {format}",
        ),
        Text("sebut berkas Word: `-o laporan.docx`", "name a Word file: `-o report.docx`"),
    )


def _needs_file(format: str) -> UsageProblemError:
    suffix = PAGE_FORMATS[format].suffixes[0]
    return UsageProblemError(
        Text(f"{format} tidak dapat ditampilkan di layar", f"{format} cannot be shown on a screen"),
        Text(f"sebut nama berkas: `-o laporan{suffix}`", f"name a file: `-o report{suffix}`"),
    )


def _for_screen(page: Page, context: RunContext) -> str:
    from serang_plan.rendering.screen import terminal

    shown = screen(context.colour)
    return terminal.render(page, shown.width, colour=shown.colour, unicode=shown.unicode)
