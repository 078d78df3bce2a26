"""Unfinished files and folders: how they are called, and which of them may be thrown away."""

from __future__ import annotations

import os
import re
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256

_OURS = re.compile(r"\.serang-plan-([0-9a-f]{32})-[0-9a-f]{8}\.(new|old)")
_LEFT_BEHIND = 600
"""Seconds after which nobody is still at work on it."""


def new_name() -> str:
    """Return a name for a file that is not in place yet; nobody else would think of it."""
    return _name(os.urandom(16).hex(), "new")


def swap_name(content: bytes, was: bytes) -> str:
    """Return a name for a file that is swapped with another; it tells what may be thrown away under it."""
    return _name(_digest(content) + _digest(was) + os.urandom(4).hex(), "old")


def _name(digits: str, kind: str) -> str:
    check = sha256(f"{digits}{kind}".encode()).hexdigest()[:8]
    return f".serang-plan-{digits}-{check}.{kind}"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:12]


def sweep(folder: str) -> None:
    """Take away files that a killed run left; what is young may be another run's, still at work."""
    for path in _left_behind(folder, stat.S_ISREG):
        thrown_away(path)


def sweep_folders(folder: str) -> None:
    """Take away whole folders that a killed run left: half of a new one, or an old one that was replaced."""
    for path in _left_behind(folder, stat.S_ISDIR):
        shutil.rmtree(path, ignore_errors=True)


def _left_behind(folder: str, is_kind: Callable[[int], bool]) -> Iterator[str]:
    """Give what bears our name, is old, and of the user that we run for; root tidies up for everybody."""
    user = getattr(os, "geteuid", lambda: 0)()
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            ours = _OURS.fullmatch(entry.name)
            if ours and entry.name == _name(*ours.groups()):
                about = os.lstat(entry.path)
                if is_kind(about.st_mode) and user in (0, about.st_uid) and _is_old(entry.path):
                    yield entry.path


def _is_old(path: str) -> bool:
    """Whether nothing was written there for long, nor in a folder within."""
    places = (path, *(place for place, _, _ in os.walk(path)))
    return max(os.lstat(place).st_mtime for place in places) < time.time() - _LEFT_BEHIND


def thrown_away(path: str) -> bool:
    """Take a file of our name away; return False, and leave it, if it may be what somebody saved."""
    if path.endswith("old") and not _is_known(path):
        return False
    with suppress(OSError):  # it is swept another time
        os.unlink(path)
    return True


def _is_known(path: str) -> bool:
    """Whether a file that was swapped holds what was read or what was written, and nothing else."""
    digits = os.path.basename(path).split("-")[2]
    try:
        with open(path, "rb") as file:
            return _digest(file.read()) in (digits[:12], digits[12:24])
    except FileNotFoundError:  # it became the file itself
        return True
    except OSError:
        return False
