"""Loading: a folder becomes a reading, and a missing folder becomes a next step."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import NothingToReadError, Reading, find_files, read_texts
from serang_plan.wording import Text, backquoted

_WHY = {
    "missing": Text("{path} tidak ada di sini", "there is no {path} here"),
    "empty": Text("tidak ada berkas YAML di dalam {path}", "there is no YAML file in {path}"),
    "permission": Text("{path} tidak boleh dibuka", "{path} may not be opened"),
}
_OTHER = Text("{path} tidak dapat dibuka", "{path} cannot be opened")


def _next(naming: str) -> Text:
    return Text(
        "buat rencana baru dengan `serang-plan init`, contoh lengkap dengan `serang-plan init --example`, "
        f"atau sebut foldernya: `{naming}`",
        "make a new plan with `serang-plan init`, a complete example with `serang-plan init --example`, "
        f"or name the folder: `{naming}`",
    )


def open_plan(path: str, as_of: date, today: date) -> Reading:
    """Read a folder. Raises ProblemError, with the next step, if there is nothing to read."""
    return open_files([path], as_of, today, naming="--data FOLDER")


def open_files(
    paths: Sequence[str],
    as_of: date,
    today: date,
    piped: tuple[str, bytes] | None = None,
    naming: str = "serang-plan validate FOLDER",
) -> Reading:
    """Read folders and files as one plan, each file once.

    What is piped, a name and its bytes, stands in for the file of that name, or joins the others.
    Raises ProblemError, with the next step, if there is nothing to read: `naming` is how to say where.
    """
    files: dict[str, tuple[str, bytes | None]] = {}
    for path in paths:
        files |= {os.path.abspath(file): (file, None) for file in plan_files(path, naming)}
    if piped is not None:
        files[os.path.abspath(piped[0])] = piped
    return read_texts(iter(files.values()), as_of, max(as_of, today))


def plan_files(path: str, naming: str = "--data FOLDER") -> list[str]:
    """Return the files of a plan. Raises ProblemError, with the next step, if there are none."""
    try:
        return find_files(path)
    except NothingToReadError as nothing:
        why, named = _WHY.get(nothing.reason, _OTHER), backquoted(nothing.path)
        raise ProblemError(Text(*(words.format(path=named) for words in why)), _next(naming)) from None
