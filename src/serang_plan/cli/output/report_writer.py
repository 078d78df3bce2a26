"""Drawing: a report in the form that was asked for, to the screen or into a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, both, one_of
from serang_plan.cli.output.provenance import stamp_of
from serang_plan.cli.output.streams import STANDARD_OUTPUT, say, screen, write, write_output
from serang_plan.model.plan import Plan
from serang_plan.page import Page, Sheet
from serang_plan.reading.folder import find_files
from serang_plan.rendering.formats import PAGE_FORMATS
from serang_plan.wording import Lang, Text, backquoted, did_you_mean, listed

FORMATS = tuple(PAGE_FORMATS)
_ALSO_CALLED = {
    **{suffix.removeprefix("."): name for name, form in PAGE_FORMATS.items() for suffix in form.suffixes},
    "word": "docx",
    "excel": "xlsx",
    "wa": "whatsapp",
    "text": "terminal",
    "layar": "terminal",
}
"""What else people call a format."""


class Output(NamedTuple):
    """Options of every report: its form, the file it goes to, and whether that may be replaced."""

    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=both(
                f"Bentuk keluaran: {', '.join(FORMATS)}; tanpa ini menurut akhiran nama berkas.",
                f"Form of the output: {', '.join(FORMATS)}; without it by how the file's name ends.",
            ),
            autocompletion=lambda: list(FORMATS),
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


class Report(NamedTuple):
    """A report as the formats take it: laid out only in the one that is asked for."""

    plan: Plan
    folder: str
    page: Callable[[Lang], Page]
    data: Callable[[Lang], dict[str, Any]]
    sheets: Callable[[Lang], tuple[Sheet, ...]] = lambda _lang: ()


def sheets_of(report: str, file: str = "sheets") -> Callable[..., tuple[Sheet, ...]]:
    """Return what lays a report out as sheets; loaded only when somebody wants them."""
    return import_module(f"serang_plan.reports.{report}.{file}").sheets  # type: ignore[no-any-return]


def draw(report: Report, to: Output, settled: RunContext) -> None:
    """Write a report. Raises UsageProblemError for a format or a file that cannot be had."""
    format = _format(to)
    spare_plan(to, report.folder)
    if to.reference and format != "docx":
        raise _only_for_word(format)
    if format == "terminal" and to.file in ("", STANDARD_OUTPUT):
        write(_for_screen(_stamped_page(report, settled.lang), settled))
        return
    if PAGE_FORMATS[format].binary and to.file in ("", STANDARD_OUTPUT) and sys.stdout.isatty():
        raise _needs_file(format)
    write_output(
        to.file or STANDARD_OUTPUT, _rendered(report, format, settled.lang, to.reference), force=to.force
    )


def spare_plan(to: Output, folder: str) -> None:
    """Refuse to write over a file of the plan that a report is about. Raises UsageProblemError."""
    if folder and to.file not in ("", STANDARD_OUTPUT):
        from serang_plan.operations.files.output_file import refuse_plan_files

        refuse_plan_files([to.file], find_files(folder))


def draw_page(page: Page, format: str, settled: RunContext) -> None:
    """Write a page that is about no plan, for the screen or as text."""
    write(_for_screen(page, settled) if format == "terminal" else _renderer(format).render(page))


def _format(to: Output) -> str:
    """Return the format that was named, or the one that the file's name ends with."""
    if to.format:
        return one_of(to.format, PAGE_FORMATS, "--format", also=_ALSO_CALLED)
    if to.file in ("", STANDARD_OUTPUT):
        return "terminal"
    from serang_plan.operations.files.output_file import refuse_folder

    refuse_folder(to.file)
    file = to.file.lower()
    endings = [
        (one, name) for name, form in PAGE_FORMATS.items() for one in form.suffixes if file.endswith(one)
    ]
    if endings:
        return max(endings, key=lambda ending: len(ending[0]))[1]
    known = [suffix for form in PAGE_FORMATS.values() for suffix in form.suffixes]
    raise UsageProblemError(
        Text(
            f"bentuk keluaran tidak terbaca dari nama {backquoted(to.file)}",
            f"the name {backquoted(to.file)} does not say which format",
        ),
        did_you_mean(Path(file).suffix, known)
        or Text(
            f"akhiri dengan salah satu dari {' '.join(known)}, atau sebut `--format`",
            f"end it with one of {' '.join(known)}, or name the `--format`",
        ),
    )


def _rendered(report: Report, format: str, lang: Lang, reference: str) -> str | bytes:
    match format:
        case "json":
            from serang_plan.rendering.json import report as report_json

            header = report.plan.header
            marks = {
                "origin": header.origin if header else None,
                "stamp": stamp_of(report.folder).data(),
            }
            return report_json.render({**report.data(lang), **marks})
        case "terminal":
            from serang_plan.rendering.screen import terminal

            return terminal.render(_stamped_page(report, lang), None, colour=False)
        case "xlsx" | "csv":
            sheets = report.sheets(lang)
            if not sheets:
                raise _no_table(format)
            if format == "csv":
                _name_the_others(sheets, lang)
            return _renderer(format).render(_stamped_page(report, lang), sheets)  # type: ignore[no-any-return]
        case "docx" if reference:
            from serang_plan.cli.output.word_reference import in_its_styles

            return in_its_styles(reference, _stamped_page(report, lang), _renderer(format))
        case _:
            return _renderer(format).render(_stamped_page(report, lang))  # type: ignore[no-any-return]


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


def _stamped_page(report: Report, lang: Lang) -> Page:
    stamp = stamp_of(report.folder)
    return report.page(lang)._replace(stamp=stamp.text(lang), lang=lang, as_of=report.plan.as_of)


def _for_screen(page: Page, settled: RunContext) -> str:
    from serang_plan.rendering.screen import terminal

    shown = screen(settled.colour)
    return terminal.render(page, shown.width, colour=shown.colour, unicode=shown.unicode)
