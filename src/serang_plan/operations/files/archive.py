"""The archive: the plan as it was when the minutes of a rakor were closed, beside the data folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from serang_plan.operations.files.loading import open_files
from serang_plan.operations.files.whole_file import write_whole
from serang_plan.operations.files.whole_folder import place_beside
from serang_plan.operations.files.write_problem import not_written
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.decoding import plain_bytes
from serang_plan.reading.folder import NothingToReadError, Reading, find_files
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


def as_closed(last: Snapshot, as_of: date) -> Reading | None:
    """Return a plan as it was when minutes were closed last; None if somebody changed that since."""
    return None if damaged(last) else open_files([last.folder], as_of)


def refuse_second(data: str, day: date, texts: Mapping[str, str]) -> None:
    """Raise ProblemError if a snapshot of that rakor is there already, and holds anything else."""
    folder = _folder_of(data, day)
    if os.path.lexists(folder) and not _holds(folder, _to_keep(data, texts)):
        path = backquoted_path(folder)
        raise ProblemError(
            Text(f"{path} sudah ada", f"{path} is there already"),
            Text("pindahkan dulu arsip lama itu", "move that old archive away first"),
        )


def keep(data: str, day: date, texts: Mapping[str, str]) -> str:
    """Keep the files of a plan in one step, as plain files with their checksums, and return where.

    Raises ProblemError if another snapshot of that rakor is there already, or if it cannot be written.
    """
    refuse_second(data, day, texts)
    folder = _folder_of(data, day)
    if os.path.lexists(folder):  # whoever kept it was interrupted, or took back what it was kept for
        return folder
    try:
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with place_beside(folder) as beside:
            for name, content in _to_keep(data, texts).items():
                path = os.path.join(beside, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                write_whole(path, content, replace=False)
            os.rename(beside, folder)
    except OSError as error:
        raise not_written(folder, error) from None
    return folder


def _folder_of(data: str, day: date) -> str:
    return os.path.join(archive_beside(data), f"rakor-{day}")


def _to_keep(data: str, texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of a snapshot by their names in it, the checksums last."""
    root = os.path.abspath(data) if os.path.isdir(data) else os.path.dirname(os.path.abspath(data))
    files = {os.path.relpath(path, root).replace(os.sep, "/"): text.encode() for path, text in texts.items()}
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    return {**files, CHECKSUMS: sums.encode()}


def _holds(folder: str, files: Mapping[str, bytes]) -> bool:
    """Whether a folder holds files as they are, and no more."""
    sums = sha256(files[CHECKSUMS]).hexdigest()
    return _sum_of(os.path.join(folder, CHECKSUMS)) == sums and not damaged(Snapshot(date.min, folder))


def refuse_damaged(snapshot: Snapshot) -> None:
    """Raise ProblemError if a snapshot is no longer what was kept."""
    if changed := damaged(snapshot):
        path, names = backquoted_path(snapshot.folder), quoted(changed)
        raise ProblemError(
            Text(f"arsip {path} berubah sejak disimpan: {names}", f"the archive {path} has changed: {names}"),
            Text("ambil dari cadangan", "take it from a backup"),
        )


def damaged(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the files of a snapshot that are no longer what was kept, are gone, or came later."""
    try:
        there = [os.path.relpath(path, snapshot.folder) for path in find_files(snapshot.folder)]
        sums = _sums(snapshot.folder)
    except (NothingToReadError, OSError, ValueError):
        return (CHECKSUMS,)
    changed = (name for name, mark in sums.items() if _sum_of(os.path.join(snapshot.folder, name)) != mark)
    return (*changed, *(name for name in there if name.replace(os.sep, "/") not in sums))


def is_as_kept(folder: str) -> bool:
    """Whether a snapshot is what was kept, and nothing else lies in it."""
    inside = sum(len(names) for _, _, names in os.walk(folder))
    return not damaged(Snapshot(date.min, folder)) and inside == len(_sums(folder)) + 1


def throw_away(folder: str) -> None:
    """Remove a snapshot. Raises ProblemError if that fails."""
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise not_written(folder, error) from None


def _sums(folder: str) -> dict[str, str]:
    lines = plain_bytes(os.path.join(folder, CHECKSUMS)).decode("utf-8").splitlines()
    return {name: mark for mark, name in (line.split("  ", 1) for line in lines)}


def _sum_of(path: str) -> str:
    try:
        return sha256(plain_bytes(path)).hexdigest()
    except (OSError, ValueError):
        return ""
