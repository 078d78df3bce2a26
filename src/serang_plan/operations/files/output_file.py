"""The output file: whole or not at all, and never over another one unless asked to."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Sequence
from contextlib import suppress

from serang_plan.operations.files.whole_file import write_whole
from serang_plan.operations.files.write_problem import not_written
from serang_plan.operations.problem import AlreadyThereError, ProblemError
from serang_plan.wording import Text, backquoted, backquoted_path

_WAITS = 50
"""Tenths of a second in which the reader of a pipe may come."""


def write_file(path: str, content: bytes, *, replace: bool = False, private: bool = False) -> None:
    """Write a result to a file; a private one may be read by nobody else.

    Raises AlreadyThereError if it is there and may not be replaced, ProblemError if it cannot be written;
    what was there then stays.
    """
    refuse_folder(path)
    target = os.path.realpath(path)
    try:
        if _is_device(path):
            _into(path, content)
        else:
            write_whole(target, content, replace=replace, private=private)
    except FileExistsError:
        raise already_there(path) from None
    except OSError as error:
        raise not_written(path, error) from None


def refuse_folder(path: str) -> None:
    """Refuse what is a folder, or written like one. Raises ProblemError."""
    if os.path.isdir(path) or path.endswith(("/", os.sep)):
        folder = path.rstrip("/" + os.sep)
        raise ProblemError(
            Text(f"{backquoted_path(path)} adalah folder", f"{backquoted_path(path)} is a folder"),
            Text(
                f"sebut juga nama berkasnya, misalnya {backquoted(f'{folder}/laporan.html')}",
                f"name the file too, such as {backquoted(f'{folder}/report.html')}",
            ),
        )


def already_there(path: str) -> AlreadyThereError:
    """Return why a file is not written that would replace another one."""
    return AlreadyThereError(
        Text(f"{backquoted_path(path)} sudah ada", f"{backquoted_path(path)} is already there")
    )


def refuse_plan_files(files: Sequence[str], read: Sequence[str]) -> None:
    """Nobody's look at a plan changes it: not even with `--force` is a file replaced that was just read."""
    plan = {os.path.realpath(path) for path in read}
    for file in files:
        if os.path.realpath(file) in plan:
            raise ProblemError(
                Text(
                    f"{backquoted_path(file)} adalah berkas rencana itu sendiri",
                    f"{backquoted_path(file)} is a file of the plan itself",
                ),
                Text("pakai nama lain untuk keluarannya", "use another name for the output"),
            )


def _is_device(path: str) -> bool:
    """Whether it is a pipe or a device such as `/dev/null`, which nobody wants replaced by a file."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _into(device: str, content: bytes) -> None:
    with (
        suppress(BrokenPipeError),
        open(device, "wb", opener=_opened) as file,
    ):  # its reader may leave at any time
        file.write(content)


def _opened(device: str, flags: int) -> int:
    """Open a pipe or device. Raises OSError if nobody comes to read a pipe, which `open` would wait for."""
    at_once = getattr(os, "O_NONBLOCK", 0)
    until = time.monotonic() + _WAITS / 10
    while True:
        try:
            handle = os.open(device, flags | at_once)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            if at_once:
                os.set_blocking(handle, True)
            return handle
