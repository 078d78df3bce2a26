"""init: a new plan, or a complete fictional one to learn from."""

from __future__ import annotations

import os
import shlex
from typing import Annotated

from serang_plan.cli.arguments.options import argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.streams import say_problem, write
from serang_plan.operations.files.new_plan import create_plan
from serang_plan.operations.files.write_problem import output_lost
from serang_plan.wording import Text, escape_invisible

Folder = Annotated[
    str,
    argument("FOLDER", "Folder tempat rencana dibuat.", "The folder to make the plan in."),
]
Example = Annotated[
    bool,
    option(
        "--example", "Isi dengan contoh lengkap yang fiktif.", "Fill it with a complete fictional example."
    ),
]


def command(context: RunContext, folder: Folder = ".", example: Example = False) -> int:
    """Write a new plan; nothing that exists is touched."""
    files = create_plan(folder, example=example)
    try:
        write(_next(folder, files).for_lang(context.lang))
    except OSError as error:  # the plan is made all the same
        say_problem(output_lost(error), context.lang)
    return FINE


def _next(folder: str, files: tuple[str, ...]) -> Text:
    made = "".join(f"  {escape_invisible(os.path.normpath(os.path.join(folder, path)))}\n" for path in files)
    go = "" if folder == "." else f"  cd {shlex.quote(escape_invisible(folder))}\n"
    steps = f"{go}  serang-plan validate\n  serang-plan status\n"
    return Text(
        f"Dibuat:\n{made}\nLangkah berikutnya:\n{steps}",
        f"Made:\n{made}\nNext:\n{steps}",
    )
