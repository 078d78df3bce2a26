"""simulate: what if an action slips or fails, an OPD fails, a value is reached?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.code_lookup import codes
from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.what_if import changes_of
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.registry import SIMULATE
from serang_plan.reports.simulate import page as report

Delays = Annotated[
    list[str] | None,
    option(
        "--delay",
        "Kegiatan mundur N tahun, atau N triwulan dengan TW; boleh berulang.",
        "An action slips by N years, or N quarters with TW; may be repeated.",
        metavar="CODE:+N",
        completion=codes("open_actions"),
    ),
]
Drops = Annotated[
    list[str] | None,
    option(
        "--drop",
        "Kegiatan gagal; boleh berulang.",
        "An action fails; repeatable.",
        metavar="CODE",
        completion=codes("open_actions"),
    ),
]
Withouts = Annotated[
    list[str] | None,
    option(
        "--without-opd",
        "Semua kegiatan terbuka OPD ini gagal; boleh berulang.",
        "All open actions of this OPD fail.",
        metavar="OPD",
        completion=codes("opd"),
    ),
]
Values = Annotated[
    list[str] | None,
    option(
        "--value",
        "Indikator mencapai nilai ini pada tahun itu; boleh berulang.",
        "An indicator has this value then.",
        metavar="CODE=N@YYYY",
        completion=codes("indicators"),
    ),
]


def command(
    context: RunContext,
    delay: Delays = None,
    drop: Drops = None,
    without: Withouts = None,
    value: Values = None,
    *,
    at: PlanOptions,
    to: Output,
) -> int:
    """Show what comes of a change, writing nothing."""
    plan = at.open().plan
    changes = changes_of(plan, delay or (), drop or (), without or (), value or ())
    draw(SIMULATE.of(report.build(plan, changes)), at.data, to, context)
    return FINE
