"""Check inputs: which files somebody asked to check, and what comes from standard input."""

from __future__ import annotations

import os
import sys
from typing import Annotated, NamedTuple

from serang_plan.cli.arguments.options import DATA, DATA_VARIABLE, argument, option
from serang_plan.cli.arguments.usage_error import UsageProblemError, usage_problem
from serang_plan.operations.checking.inputs import PipedFile, PlanInputs
from serang_plan.reading.decoding import MOST_MEGABYTES
from serang_plan.wording import Text

STANDARD_INPUT = "-"

Paths = Annotated[
    list[str] | None,
    argument(
        "PATH …",
        "Folder atau berkas yang diperiksa, bersama-sama satu rencana; `-`: masukan baku. "
        "Baku: SERANG_PLAN_DATA, atau `data`.",
        "The folders or files to check, together one plan; `-`: standard input. "
        "Default: SERANG_PLAN_DATA, or `data`.",
    ),
]


class Piped(NamedTuple):
    """Option that names what comes from standard input."""

    stdin_filename: Annotated[
        str,
        option(
            "--stdin-filename",
            "Nama berkas yang isinya dibaca dari `-`, untuk penyunting teks: menggantikan berkas itu di "
            "foldernya, dan hanya temuannya yang ditampilkan.",
            "Name of the file whose text is read from `-`, for text editors: it stands in for that file "
            "in its folder, and only its findings are shown.",
            metavar="NAME",
        ),
    ] = ""


def plan_paths(paths: list[str] | None) -> tuple[str, ...]:
    """Return the folders and files that were typed, or where the plan is otherwise."""
    return tuple(paths or [os.environ.get(DATA_VARIABLE) or DATA])


def inputs_of(paths: list[str] | None, stdin_filename: str) -> PlanInputs:
    """Return what is to be checked; standard input is read. Raises UsageProblemError."""
    typed = plan_paths(paths)
    if STANDARD_INPUT not in typed:
        if stdin_filename:
            raise _nothing_piped()
        return PlanInputs(typed)
    others = tuple(path for path in typed if path != STANDARD_INPUT)
    usual = plan_paths(None)
    name = stdin_filename or STANDARD_INPUT
    beside = usual if not others and _is_below(name, *usual) else others
    content = b"" if sys.stdin is None else sys.stdin.buffer.read((MOST_MEGABYTES << 20) + 1)
    return PlanInputs(beside, PipedFile(name, content), others or usual)


def _is_below(name: str, folder: str) -> bool:
    return os.path.isdir(folder) and os.path.abspath(name).startswith(
        os.path.join(os.path.abspath(folder), "")
    )


def _nothing_piped() -> UsageProblemError:
    return usage_problem(
        "`--stdin-filename` hanya berarti bersama `-`",
        "`--stdin-filename` has a meaning only with `-`",
        Text(
            "ketik `serang-plan validate - --stdin-filename data/rakor.yaml`",
            "type `serang-plan validate - --stdin-filename data/rakor.yaml`",
        ),
    )
