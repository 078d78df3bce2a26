"""export: the plan as data for other programs."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.progress_line import ProgressLine
from serang_plan.cli.output.streams import write
from serang_plan.operations.exporting.export import Exported, export
from serang_plan.operations.files.loading import open_plan
from serang_plan.wording import Text, escape_invisible, many, short_date

Folder = Annotated[
    str,
    option(
        "--output -o",
        "Folder tempat menulis: baru, kosong, atau ekspor sebelumnya.",
        "The folder to write: new, empty, or an earlier export.",
        metavar="DIR",
    ),
]


def command(context: RunContext, folder: Folder = "", *, at: PlanOptions) -> int:
    """Write what is published of the plan as a data package."""
    if not folder:
        raise UsageProblemError(
            Text("folder tujuan belum disebut", "no folder was named"),
            Text("ketik `serang-plan export -o ekspor`", "type `serang-plan export -o export`"),
        )
    with ProgressLine(Text("menulis tabel", "writing tables").for_lang(context.lang)) as progress:
        exported = export(open_plan(at.data, at.day), folder, progress.show)
    write(_done(folder, exported, at.day).for_lang(context.lang))
    return FINE


def _done(folder: str, exported: Exported, day: date) -> Text:
    place = escape_invisible(folder)
    figures, meetings = exported.figures_left_out, exported.meetings_left_out
    return Text(
        f"{exported.tables} tabel ditulis ke {place}, keadaan per {short_date(day, 'id')}.\n"
        "Tidak ikut bila tidak bertanda `public`: catatan, kendala, langkah berikutnya; "
        f"{figures} angka yang belum diterima atau tanpa sumber; {meetings} rakor yang belum ditutup.\n",
        f"{exported.tables} tables written to {place}, as of {short_date(day, 'en')}.\n"
        "Left out unless marked `public`: notes, obstacles, next steps; "
        f"{many(figures, 'figure')} not yet accepted or without a source; "
        f"{many(meetings, 'meeting')} not closed.\n",
    )
