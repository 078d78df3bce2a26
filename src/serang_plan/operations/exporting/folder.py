"""Folder: several files in one step; only what an export wrote itself is replaced by it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress

from serang_plan.operations.files.whole_folder import (
    ELSEWHERE,
    files_within,
    place_beside,
    put_in_place,
    refuse_place,
    write_below,
)
from serang_plan.operations.files.write_problem import not_written
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.decoding import plain_bytes
from serang_plan.wording import Text, backquoted, backquoted_path


def write_folder(folder: str, files: Mapping[str, bytes], descriptor: str) -> None:
    """Put files into a folder, which is then as new; whoever looks sees the old export or the new one.

    Raises ProblemError if something else is in it, or if it cannot be written; what was there then stays.
    """
    target = os.path.realpath(folder)
    try:
        _refuse_foreign(folder, target, descriptor)
        with place_beside(target) as beside:
            for path, content in files.items():
                write_below(beside, path, content)
            put_in_place(beside, target)
    except OSError as error:
        raise not_written(folder, error) from None


def _refuse_foreign(folder: str, target: str, descriptor: str) -> None:
    refuse_place(folder, target)
    if foreign := sorted(files_within(target) - _written_by_us(target, descriptor)):
        raise ProblemError(
            Text(
                f"di {backquoted_path(folder)} ada yang bukan hasil ekspor: {backquoted(foreign[0])}",
                f"{backquoted_path(folder)} holds what no export wrote: {backquoted(foreign[0])}",
            ),
            ELSEWHERE,
        )


def _written_by_us(target: str, descriptor: str) -> set[str]:
    """Return the paths that an export of ours names as its own; none, if its descriptor is not ours."""
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        package = json.loads(plain_bytes(os.path.join(target, descriptor)))
        return {
            descriptor,
            *package["serang-plan"]["sql"],
            *(table["path"] for table in package["resources"]),
        }
    return set()
