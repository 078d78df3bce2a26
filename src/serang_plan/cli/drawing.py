"""Drawing: a report's page or data in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from serang_plan.cli.settled import Settled
from serang_plan.cli.usage import both, one_of
from serang_plan.cli.writing import screen, write
from serang_plan.page import Page
from serang_plan.wording import Lang

FORMATS = ("terminal", "markdown", "json")

ReportFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        help=both("Bentuk keluaran.", "Form of the output."),
        autocompletion=lambda: list(FORMATS),
    ),
]


def draw(
    page: Callable[[Lang], Page], data: Callable[[Lang], dict[str, Any]], format: str, settled: Settled
) -> None:
    """Write a report. Raises UsageProblemError for a format that is not known."""
    if one_of(format, FORMATS, "--format") == "json":
        from serang_plan.rendering import report_json

        write(report_json.render(data(settled.lang)))
    else:
        draw_page(page(settled.lang), format, settled)


def draw_page(page: Page, format: str, settled: Settled) -> None:
    """Write a page as Markdown or for the terminal."""
    if format == "markdown":
        from serang_plan.rendering import markdown

        write(markdown.render(page))
        return
    from serang_plan.rendering import terminal

    shown = screen(settled.colour)
    write(terminal.render(page, shown.width, colour=shown.colour, unicode=shown.unicode))
