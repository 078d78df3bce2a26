"""Undoing: what is to be written is kept, so that it, or half of it, can be taken back until more changes."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from serang_plan.operations.files.output_file import write_file
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.decoding import plain_bytes
from serang_plan.rendering.findings.patch import FileChange
from serang_plan.wording import Text, backquoted_path

_NOTHING = Text("tidak ada catatan yang dapat diurungkan", "there is nothing recorded that can be undone")
_WITHDRAW = Text(
    "yang lebih lama ditarik dengan alasan: `serang-plan withdraw`",
    "what is older is withdrawn with a reason: `serang-plan withdraw`",
)
_KEPT = re.compile(r"[0-9a-f]{16}\.json")
_MOST_KEPT = 10
"""Plans of which the last edit is kept; those that nobody has written into for longest make room."""


class LastEdit(NamedTuple):
    """What was written last, as what takes it back, and the archive that was made with it, if one was."""

    files: tuple[FileChange, ...]
    archive: str


def remember(store: str, folder: str, files: Sequence[FileChange], archive: str = "") -> None:
    """Keep what is to be written, in place of what was kept of that plan before, for nobody else to read.

    Raises OSError or ProblemError if that fails.
    """
    written = [[os.path.abspath(file.path), file.before, file.after] for file in files]
    kept = {"files": written, "archive": archive}
    content = json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")
    os.makedirs(store, mode=0o700, exist_ok=True)
    with suppress(OSError):  # somebody else's, who lets us write there
        os.chmod(store, 0o700)
    write_file(_kept_in(store, folder), content, replace=True, private=True)
    _make_room(store)


def _make_room(store: str) -> None:
    with os.scandir(store) as entries:
        kept = [entry for entry in entries if _KEPT.fullmatch(entry.name)]
    with suppress(OSError):  # the next time will do
        for entry in sorted(kept, key=lambda entry: entry.stat().st_mtime)[:-_MOST_KEPT]:
            os.remove(entry.path)


def last_edit(store: str, folder: str) -> LastEdit:
    """Return what takes the last edit back. Raises ProblemError if nothing is kept."""
    try:
        kept = json.loads(plain_bytes(_kept_in(store, folder)).decode("utf-8", "surrogatepass"))
        files = (
            FileChange(os.path.relpath(path), after, before, moved=True)
            for path, before, after in kept["files"]
        )
        return LastEdit(tuple(files), kept["archive"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        raise ProblemError(_NOTHING, _WITHDRAW) from None


def forget(store: str, folder: str) -> None:
    """Keep nothing more."""
    os.remove(_kept_in(store, folder))


def still_written(files: Sequence[FileChange]) -> tuple[FileChange, ...]:
    """Return those that are to be put back; what an interruption left as it was stays.

    Raises ProblemError if a file is neither what was written nor what it was before.
    """
    return tuple(file for file in files if _is_written(file))


def _is_written(file: FileChange) -> bool:
    try:
        now = plain_bytes(file.path).decode("utf-8-sig")
    except (OSError, ValueError):
        now = None
    if now not in (file.before, file.after):
        raise ProblemError(
            Text(
                f"{backquoted_path(file.path)} sudah berubah sejak catatan terakhir",
                f"{backquoted_path(file.path)} has changed since it was last recorded in",
            ),
            _WITHDRAW,
        )
    return now == file.before


def _kept_in(store: str, folder: str) -> str:
    name = hashlib.sha256(os.path.realpath(folder).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return os.path.join(store, f"{name}.json")
