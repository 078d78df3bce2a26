"""Asked files: which files a check is about."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from shlex import quote
from typing import Annotated, NamedTuple

import typer

from serang_plan.cli.arguments.loading import open_files
from serang_plan.cli.arguments.usage_error import UsageProblemError, both
from serang_plan.reading.decoding import MOST_MEGABYTES
from serang_plan.reading.folder import Reading, is_yaml_name
from serang_plan.wording import Text, backquoted

STANDARD_INPUT = "-"

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH …",
        help=both(
            "Folder atau berkas yang diperiksa, bersama-sama satu rencana; `-`: masukan baku. "
            "Baku: SERANG_PLAN_DATA, atau `data`.",
            "The folders or files to check, together one plan; `-`: standard input. "
            "Default: SERANG_PLAN_DATA, or `data`.",
        ),
    ),
]


class Piped(NamedTuple):
    """Option that names what comes from standard input."""

    stdin_filename: Annotated[
        str,
        typer.Option(
            "--stdin-filename",
            metavar="NAME",
            help=both(
                "Nama berkas yang isinya dibaca dari `-`, untuk penyunting teks: menggantikan berkas itu di "
                "foldernya, dan hanya temuannya yang ditampilkan.",
                "Name of the file whose text is read from `-`, for text editors: it stands in for that file "
                "in its folder, and only its findings are shown.",
            ),
        ),
    ] = ""


def asked_paths(paths: list[str] | None) -> list[str]:
    """Return the folders and files that are asked about, standard input left out."""
    usual = os.environ.get("SERANG_PLAN_DATA") or "data"
    return [path for path in paths or () if path != STANDARD_INPUT] or [usual]


def read_asked(paths: list[str] | None, piped: Piped, as_of: date) -> tuple[Reading, str | None]:
    """Return the plan, and the one file that was asked about if it came from standard input.

    Raises UsageProblemError if there is nothing to read.
    """
    usual = os.environ.get("SERANG_PLAN_DATA") or "data"
    asked = paths or [usual]
    if STANDARD_INPUT not in asked:
        if piped.stdin_filename:
            raise _nothing_piped()
        return open_files(asked, as_of), None
    name = piped.stdin_filename or STANDARD_INPUT
    others = [path for path in asked if path != STANDARD_INPUT]
    if not others and _is_below(name, usual):
        others = [usual]
    typed_in = b"" if sys.stdin is None else sys.stdin.buffer.read((MOST_MEGABYTES << 20) + 1)
    return open_files(others, as_of, piped=(name, typed_in)), name


def part_of_plan(paths: Sequence[str]) -> Text | None:
    """Say how to check the whole plan, where only some files of one folder were asked about."""
    folders = {os.path.dirname(path) for path in paths if not os.path.isdir(path)}
    if len(folders) != 1 or any(map(os.path.isdir, paths)):
        return None
    folder = folders.pop() or os.curdir
    try:
        others = {name for name in os.listdir(folder) if is_yaml_name(name)} - set(
            map(os.path.basename, paths)
        )
    except OSError:
        return None
    if not others:
        return None
    whole = backquoted(f"serang-plan validate {quote(folder)}")
    return Text(
        f"Hanya sebagian rencana yang dibaca; seluruhnya: {whole}.",
        f"Only a part of the plan was read; all of it: {whole}.",
    )


def _is_below(name: str, folder: str) -> bool:
    return os.path.isdir(folder) and os.path.abspath(name).startswith(
        os.path.join(os.path.abspath(folder), "")
    )


def _nothing_piped() -> UsageProblemError:
    return UsageProblemError(
        Text(
            "`--stdin-filename` hanya berarti bersama `-`", "`--stdin-filename` has a meaning only with `-`"
        ),
        Text(
            "ketik `serang-plan validate - --stdin-filename data/rakor.yaml`",
            "type `serang-plan validate - --stdin-filename data/rakor.yaml`",
        ),
    )
