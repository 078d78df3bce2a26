"""The archive: the plan as it was when the minutes of a rakor were closed, beside the data folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from serang_plan.operations.files.loading import open_files
from serang_plan.operations.files.whole_file import write_whole
from serang_plan.operations.files.write_problem import not_written
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text, backquoted_path, quoted

ARCHIVE, CHECKSUMS = "arsip", "SHA256SUMS"


class Snapshot(NamedTuple):
    """The plan as it was when the minutes of a rakor were closed."""

    day: date
    folder: str


def archive_beside(data: str) -> str:
    """Return where snapshots lie: beside the data folder, never in it, for all YAML there is the plan."""
    return os.path.join(os.path.dirname(os.path.abspath(data)), ARCHIVE)


def snapshots(data: str) -> Iterator[Snapshot]:
    """Give the snapshots of a plan, the earliest first."""
    try:
        names = sorted(os.listdir(archive_beside(data)))
    except OSError:
        return
    for name in names:
        try:
            day = date.fromisoformat(name.removeprefix("rakor-"))
        except ValueError:
            continue
        yield Snapshot(day, os.path.join(archive_beside(data), name))


def last_snapshot(paths: Sequence[str]) -> Snapshot | None:
    """Return the newest snapshot of a plan that is one folder or file, if there is any."""
    return max(snapshots(paths[0]), default=None) if len(paths) == 1 else None


def as_closed(paths: Sequence[str], as_of: date) -> Reading | None:
    """Return a plan as it was when minutes were closed last, if that was kept and nobody changed it since."""
    last = last_snapshot(paths)
    return open_files([last.folder], as_of) if last and not damaged(last) else None


def refuse_second(data: str, day: date) -> None:
    """Raise ProblemError if a snapshot of that rakor is there already: it holds what was closed before."""
    folder = _folder_of(data, day)
    if os.path.lexists(folder):
        raise _there_already(folder)


def keep(data: str, day: date, texts: Mapping[str, str]) -> str:
    """Keep the files of a plan as plain files with their checksums, and return where.

    Raises ProblemError if a snapshot of that rakor is there already, or if it cannot be written.
    """
    folder = _folder_of(data, day)
    root = os.path.abspath(data) if os.path.isdir(data) else os.path.dirname(os.path.abspath(data))
    try:
        os.makedirs(folder)
        sums = [_kept(folder, os.path.relpath(path, root), text) for path, text in texts.items()]
        write_whole(os.path.join(folder, CHECKSUMS), "".join(sums).encode(), replace=False)
    except FileExistsError:
        raise _there_already(folder) from None
    except OSError as error:
        raise not_written(folder, error) from None
    return folder


def _folder_of(data: str, day: date) -> str:
    return os.path.join(archive_beside(data), f"rakor-{day}")


def _there_already(folder: str) -> ProblemError:
    path = backquoted_path(folder)
    return ProblemError(
        Text(f"{path} sudah ada", f"{path} is there already"),
        Text("pindahkan dulu arsip lama itu", "move that old archive away first"),
    )


def _kept(folder: str, name: str, text: str) -> str:
    target, content = os.path.join(folder, name), text.encode()
    os.makedirs(os.path.dirname(target), exist_ok=True)
    write_whole(target, content, replace=False)
    return f"{sha256(content).hexdigest()}  {name.replace(os.sep, '/')}\n"


def refuse_damaged(snapshot: Snapshot) -> None:
    """Raise ProblemError if a snapshot is no longer what was kept."""
    if changed := damaged(snapshot):
        path, names = backquoted_path(snapshot.folder), quoted(changed)
        raise ProblemError(
            Text(f"arsip {path} berubah sejak disimpan: {names}", f"the archive {path} has changed: {names}"),
            Text("ambil dari cadangan", "take it from a backup"),
        )


def damaged(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the files of a snapshot that are no longer what was kept, or are gone."""
    try:
        with open(os.path.join(snapshot.folder, CHECKSUMS), encoding="utf-8") as file:
            sums = [line.rstrip("\n").split("  ", 1) for line in file]
    except OSError:
        return (CHECKSUMS,)
    return tuple(name for mark, name in sums if _sum_of(os.path.join(snapshot.folder, name)) != mark)


def _sum_of(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""
