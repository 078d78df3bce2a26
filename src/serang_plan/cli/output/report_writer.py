"""Drawing: a report in the form that was asked for, to the screen or into a file."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple, cast

import typer

from serang_plan.cli.arguments.options import Plain, named_format, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, both, one_of
from serang_plan.cli.output.streams import STANDARD_OUTPUT, Screen, say, screen, write, write_output
from serang_plan.operations.files.loading import plan_files
from serang_plan.operations.reporting.report import (
    BuiltReport,
    TableChoice,
    drawn_report,
    renderer_of,
    stamp_of,
)
from serang_plan.page import Page
from serang_plan.rendering.formats import ALSO_CALLED, PAGE_FORMATS, by_suffix
from serang_plan.reports.registry import Report
from serang_plan.wording import Lang, Text, backquoted, did_you_mean

FORMATS = tuple(PAGE_FORMATS)
SEPARATORS = {";": ";", ",": ",", "|": "|", "tab": "\t"}
DECIMALS = (",", ".")


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
    all: Annotated[
        bool,
        option(
            "--all",
            "Seluruhnya, juga di layar dan sebagai pesan WhatsApp; tanpa ini di sana ringkasannya.",
            "All of it, on a screen and as a WhatsApp message too; without it they get the short form.",
        ),
    ] = False
    plain: Plain = False
    table: Annotated[
        str,
        option(
            "--table",
            "Hanya tabel ini: tiap catatan satu baris, antarsel tab (tsv); juga csv atau xlsx.",
            "Only this table: a line for each record, tabs between cells (tsv); csv or xlsx too.",
            metavar="NAME",
        ),
    ] = ""
    separator: Annotated[
        str,
        option(
            "--separator",
            "Untuk csv: tanda di antara sel; baku: titik koma, dalam bahasa Inggris koma.",
            "For csv: what stands between cells; default: a comma, in Indonesian a semicolon.",
            metavar="SIGN",
            choices=SEPARATORS,
        ),
    ] = ""
    decimal: Annotated[
        str,
        option(
            "--decimal",
            "Untuk csv: tanda desimal; baku: koma, dalam bahasa Inggris titik.",
            "For csv: the decimal sign; default: a point, in Indonesian a comma.",
            metavar="SIGN",
            choices=DECIMALS,
        ),
    ] = ""
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


def draw(report: Report, folder: str, to: Output, context: RunContext) -> None:
    """Write a report. Raises UsageProblemError for a format or a file that cannot be had."""
    format = _format(to)
    spare_plan(to, folder)
    if to.reference and format != "docx":
        raise _only_for_word(format)
    table = _table(to, format)
    built = BuiltReport(report, stamp_of(folder))
    if format == "terminal" and to.file in ("", STANDARD_OUTPUT):
        whole = built.page(context.lang)
        write(_for_screen(whole, context) if to.all else _first_screen(built, whole, context))
        return
    if PAGE_FORMATS[format].binary and to.file in ("", STANDARD_OUTPUT) and sys.stdout.isatty():
        raise _needs_file(format)
    write_output(to.file or STANDARD_OUTPUT, _drawn(built, format, to, table, context.lang), force=to.force)


def spare_plan(to: Output, folder: str) -> None:
    """Refuse to write over a file of the plan that a report is about. Raises UsageProblemError."""
    if folder and to.file not in ("", STANDARD_OUTPUT):
        from serang_plan.operations.files.output_file import refuse_plan_files

        refuse_plan_files([to.file], [file for file, _ in plan_files(folder)])


def draw_page(page: Page, format: str, context: RunContext) -> None:
    """Write a page that is about no plan, for the screen or as text."""
    drawn = _for_screen(page, context) if format == "terminal" else renderer_of(format).render(page)
    write_output(STANDARD_OUTPUT, drawn)


def _format(to: Output) -> str:
    """Return the format that was named, or the one that the file's name ends with."""
    if named := named_format(to.format, plain=to.plain):
        return one_of(named, PAGE_FORMATS, "--format", also=ALSO_CALLED)
    if to.file in ("", STANDARD_OUTPUT):
        return "tsv" if to.table else "terminal"
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


def _drawn(report: BuiltReport, format: str, to: Output, table: TableChoice, lang: Lang) -> str | bytes:
    if to.reference:
        from serang_plan.cli.output.word_reference import WordRenderer, in_its_styles

        page = report.page(lang, has_pictures=True)
        return in_its_styles(to.reference, page, cast(WordRenderer, renderer_of(format)))
    content, remark = drawn_report(report, format, lang, table)
    if remark:
        say(remark.for_lang(lang))
    return content


def _table(to: Output, format: str) -> TableChoice:
    """Return which table is to be had and how CSV is written. Raises UsageProblemError for other formats."""
    if to.table and PAGE_FORMATS[format].draws != "sheets":
        raise _only_for("--table", "tsv, csv, xlsx", format)
    for name, value in (("--separator", to.separator), ("--decimal", to.decimal)):
        if value and format != "csv":
            raise _only_for(name, "csv", format)
    separator = SEPARATORS[one_of(to.separator, SEPARATORS, "--separator")] if to.separator else ""
    decimal = one_of(to.decimal, DECIMALS, "--decimal") if to.decimal else ""
    return TableChoice(to.table, separator, decimal)


def _only_for(option: str, formats: str, format: str) -> UsageProblemError:
    first = formats.partition(",")[0]
    return UsageProblemError(
        Text(
            f"{backquoted(option)} hanya untuk keluaran {formats}, bukan {format}",
            f"{backquoted(option)} is only for {formats} output, not for {format}",
        ),
        Text(f"tambahkan `--format {first}`", f"add `--format {first}`"),
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
    return _terminal(screen(context.colour))(page)


def _first_screen(built: BuiltReport, whole: Page, context: RunContext) -> str:
    """Draw what matters where somebody reads it on a screen; a pipe gets all of it."""
    display = screen(context.colour)
    if display.width is None or display.height is None:
        return _terminal(display)(whole)
    from serang_plan.rendering.screen import first_screen

    kind = built.report.kind
    room = first_screen.Room(display.width, display.height, kind.narrowed_by, all_is_more=kind.all_is_more)
    short = built.page(context.lang, for_screen=True)
    return first_screen.on_one_screen(whole, short, _terminal(display), room)


def _terminal(display: Screen) -> Callable[[Page], str]:
    from serang_plan.rendering.screen import terminal

    return partial(terminal.render, width=display.width, colour=display.colour, unicode=display.unicode)
