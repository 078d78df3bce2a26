"""simulate: what if an action slips or fails, an OPD fails, a value is reached?"""

from __future__ import annotations

from typing import Annotated

import typer

from serang_plan.cli.arguments.options import AsOf, Data, as_of_date, open_plan
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import both
from serang_plan.cli.arguments.what_if import changes_of
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.registry import REPORTS
from serang_plan.reports.simulate import page as report

Delays = Annotated[
    list[str] | None,
    typer.Option(
        "--delay",
        metavar="CODE:+N",
        help=both(
            "Kegiatan mundur N tahun, atau N triwulan dengan TW; boleh berulang.",
            "An action slips by N years, or N quarters with TW; may be repeated.",
        ),
    ),
]
Drops = Annotated[
    list[str] | None,
    typer.Option(
        "--drop", metavar="CODE", help=both("Kegiatan gagal; boleh berulang.", "An action fails; repeatable.")
    ),
]
Withouts = Annotated[
    list[str] | None,
    typer.Option(
        "--without-opd",
        metavar="OPD",
        help=both(
            "Semua kegiatan terbuka OPD ini gagal; boleh berulang.", "All open actions of this OPD fail."
        ),
    ),
]
Values = Annotated[
    list[str] | None,
    typer.Option(
        "--value",
        metavar="CODE=N@YYYY",
        help=both(
            "Indikator mencapai nilai ini pada tahun itu; boleh berulang.",
            "An indicator has this value then.",
        ),
    ),
]


def command(
    context: RunContext,
    delay: Delays = None,
    drop: Drops = None,
    without: Withouts = None,
    value: Values = None,
    data: Data = "data",
    as_of: AsOf = "",
    *,
    to: Output,
) -> int:
    """Show what comes of a change, writing nothing."""
    plan = open_plan(data, as_of_date(as_of)).plan
    changes = changes_of(plan, delay or (), drop or (), without or (), value or ())
    draw(REPORTS["simulate"], report.build(plan, changes), data, to, context)
    return FINE
