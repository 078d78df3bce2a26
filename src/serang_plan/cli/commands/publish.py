"""publish: what may everybody see of the plan, and where does each figure come from?"""

from __future__ import annotations

import os
from typing import Annotated

import typer

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import both, usage_problem
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.streams import say
from serang_plan.operations.files.loading import open_plan
from serang_plan.operations.files.whole_folder import write_folder
from serang_plan.operations.public_site import site_files
from serang_plan.operations.reporting.report import stamp_of
from serang_plan.wording import Text, backquoted_path

Folder = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FOLDER",
        help=both(
            "Folder situs: belum ada, kosong, atau situs yang dulu ditulis perintah ini.",
            "The site's folder: not there yet, empty, or a site that this command wrote before.",
        ),
    ),
]


def command(context: RunContext, folder: Folder = "", *, at: PlanOptions) -> int:
    """Write a site of the plan that needs no program to be read."""
    if not folder:
        raise usage_problem(
            "folder untuk situsnya belum disebut",
            "no folder was named for the site",
            Text("tambahkan misalnya `-o situs`", "add one, such as `-o site`"),
        )
    count = write_folder(folder, site_files(open_plan(at.data, at.day), stamp_of(at.data)))
    start = backquoted_path(os.path.join(folder, "index.html"))
    say(
        Text(f"{count} berkas ditulis; buka {start}", f"{count} files written; open {start}").for_lang(
            context.lang
        )
    )
    return FINE
