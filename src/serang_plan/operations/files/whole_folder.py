"""The whole folder: written beside its place and put there in one step; only a folder of ours is replaced."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from serang_plan.ending import ended_in_order
from serang_plan.operations.files.guarding import locked
from serang_plan.operations.files.swapping import swapped
from serang_plan.operations.files.unfinished import new_name, sweep_folders
from serang_plan.operations.files.write_problem import not_written
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.decoding import plain_bytes
from serang_plan.wording import Text, backquoted_path, quoted

MARKER = ".serang-plan-files"
"""Lists what we wrote into a folder, a name a line: only that may be thrown away."""


def write_folder(path: str, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files into a folder that is new, empty or an earlier one of ours; return how many there are.

    Raises ProblemError if anything else is in it or it cannot be written; what was there then stays.
    """
    target = os.path.realpath(path)
    _refuse(path, target)
    try:
        with place_beside(target) as beside:
            os.mkdir(beside)
            names = sorted(_written(beside, files))
            write_below(beside, MARKER, "".join(f"{name}\n" for name in names).encode())
            _refuse(path, target)
            put_in_place(beside, target)
    except OSError as error:
        raise not_written(path, error) from None
    return len(names)


@contextmanager
def place_beside(target: str) -> Iterator[str]:
    """Give a path beside a folder at which a new one can be made; what is there in the end is thrown away."""
    folder = os.path.dirname(target)
    beside = os.path.join(folder, new_name())
    with ended_in_order(), locked(folder) as handle:
        sweep_folders(folder)
        try:
            yield beside
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        if handle is not None:
            with suppress(OSError):  # the folder is there, though a power cut might still take it away
                os.fsync(handle)


def _written(folder: str, files: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    for name, content in files:
        write_below(folder, name, content)
        yield name


def write_below(folder: str, name: str, content: bytes) -> None:
    """Write a new file below a folder; its name may hold folders, parted by `/`."""
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "xb") as file:
        file.write(content)


def put_in_place(beside: str, target: str) -> None:
    """Put a finished folder in place; the one that was there then lies beside it, to be thrown away."""
    if not os.path.isdir(target):
        os.rename(beside, target)
        return
    shutil.copymode(target, beside)
    if swapped(beside, target):
        return
    aside = f"{beside}.old"  # which nobody sweeps: for a moment it is the only one
    os.rename(target, aside)
    try:
        os.rename(beside, target)
    except OSError:
        os.rename(aside, target)
        raise
    os.rename(aside, beside)


def _refuse(path: str, target: str) -> None:
    """Refuse a folder that holds what we did not write, or cannot be replaced. Raises ProblemError."""
    refuse_place(path, target)
    if foreign := sorted(files_within(target) - _ours(target)):
        raise ProblemError(
            Text(
                f"di {backquoted_path(path)} ada berkas lain: {quoted(foreign, most=3)}",
                f"there are other files in {backquoted_path(path)}: {quoted(foreign, most=3)}",
            ),
            ELSEWHERE,
        )


def refuse_place(path: str, target: str) -> None:
    """Refuse what is no folder, or one that somebody stands in. Raises ProblemError."""
    if os.path.lexists(target) and not os.path.isdir(target):
        raise ProblemError(
            Text(f"{backquoted_path(path)} bukan folder", f"{backquoted_path(path)} is not a folder"),
            ELSEWHERE,
        )
    if os.path.join(os.getcwd(), "").startswith(os.path.join(target, "")):
        raise ProblemError(
            Text(
                f"{backquoted_path(path)} adalah folder tempat Anda berada",
                f"{backquoted_path(path)} is the folder that you are in",
            ),
            ELSEWHERE,
        )


ELSEWHERE = Text("sebut folder yang belum ada atau kosong", "name a folder that is not there yet or is empty")


def files_within(folder: str) -> set[str]:
    """Return the paths of the files below a folder, parted by `/`; a link to a folder is one of them."""
    return {
        os.path.relpath(path, folder).replace(os.sep, "/")
        for place, folders, names in os.walk(folder)
        for path in (os.path.join(place, name) for name in (*folders, *names))
        if os.path.islink(path) or not os.path.isdir(path)
    }


def _ours(folder: str) -> set[str]:
    """Return what the marker of a folder lists."""
    with suppress(OSError, ValueError):
        return {MARKER, *plain_bytes(os.path.join(folder, MARKER)).decode("utf-8").splitlines()}
    return set()
