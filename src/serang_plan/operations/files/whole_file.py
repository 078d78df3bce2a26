"""The whole file: put in place in one step, and nothing that somebody else saves is lost by it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from serang_plan.ending import ended_in_order
from serang_plan.operations.files.guarding import locked
from serang_plan.operations.files.swapping import swapped
from serang_plan.operations.files.unfinished import new_name, swap_name, sweep, thrown_away


class ChangedError(OSError):
    """A file is no longer what it was when it was read."""


class KeptBesideError(OSError):
    """What somebody saved meanwhile lies beside the file, under the name that is given."""


def write_whole(
    target: str, content: bytes, *, replace: bool, was: bytes | None = None, private: bool = False
) -> bool:
    """Put a file in place in one step, so that whoever looks sees the old one or the new one, all of it.

    Owner and mode stay, but what is private is for nobody else to read; returns whether the owner could stay.
    Raises FileExistsError if it is there and may not be replaced, ChangedError if it is no longer what it
    `was`, OSError if it cannot be written.
    """
    about = _about(target)
    if about is not None and not replace:
        raise FileExistsError(target)
    folder = os.path.dirname(target) or "."
    with ended_in_order(), locked(folder) as handle:
        sweep(folder)
        with _written_beside(folder, content, target, about, private=private) as (beside, is_owners):
            if was is None:
                _put(beside, target, replace=replace)
            else:
                _put_if_unchanged(beside, target, content, was)
        if handle is not None:
            with suppress(OSError):  # the file is there, though a power cut might still take it away
                os.fsync(handle)
    return is_owners


def _about(target: str) -> os.stat_result | None:
    try:
        return os.lstat(target)
    except FileNotFoundError:
        return None


@contextmanager
def _written_beside(
    folder: str, content: bytes, target: str, about: os.stat_result | None, *, private: bool
) -> Iterator[tuple[str, bool]]:
    """Give a new file that holds all of the content, safe on the disk, and whether it has the old owner."""
    beside = os.path.join(folder, new_name())
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, flags, 0o600 if about or private else 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            is_owners = about is None or private or _take_over(handle, beside, target, about)
            os.fsync(handle)
        yield beside, is_owners
    finally:
        thrown_away(beside)


def _take_over(handle: int, beside: str, target: str, about: os.stat_result) -> bool:
    """Give a new file the owner, rights and mode of the old one; return whether it could have the owner."""
    is_owners = _is_given_owner(handle, about)
    _copy_rights(target, handle)
    mode = about.st_mode & 0o777
    if os.fstat(handle).st_gid != about.st_gid:  # another group gets no more than everybody
        mode = mode & 0o707 | (mode & 0o007) << 3
    os.chmod(handle if os.chmod in os.supports_fd else beside, mode)
    return is_owners


def _is_given_owner(handle: int, about: os.stat_result) -> bool:
    mine = os.fstat(handle)
    if (mine.st_uid, mine.st_gid) == (about.st_uid, about.st_gid):
        return True
    try:
        os.chown(handle, about.st_uid, about.st_gid)
    except OSError:
        with suppress(OSError):
            os.chown(handle, -1, about.st_gid)
    return os.fstat(handle).st_uid == about.st_uid


def _copy_rights(target: str, handle: int) -> None:
    """Copy what the system keeps beside the mode, such as a list of who else may write."""
    with suppress(OSError, AttributeError):
        for name in os.listxattr(target):
            with suppress(OSError):
                os.setxattr(handle, name, os.getxattr(target, name))


# -- into its place ------------------------------------------------------------------------


def _put(beside: str, target: str, *, replace: bool) -> None:
    """Move the finished file to its name; a link refuses where somebody was quicker, a rename would not."""
    if replace or not hasattr(os, "link"):
        os.replace(beside, target)
        return
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        os.replace(beside, target)


def _put_if_unchanged(beside: str, target: str, content: bytes, was: bytes) -> None:
    """Swap the finished file with the old one, then look at what came out: a save in between goes back."""
    if not _holds(target, was):
        raise ChangedError(target)
    with _set_aside(beside, content, was) as aside:
        if not swapped(aside, target):
            if not _holds(target, was):
                raise ChangedError(target)
            os.replace(aside, target)
        elif not _holds(aside, was):
            swapped(aside, target)
            if not _holds(aside, content):  # saved once more meanwhile: the newest stays in place
                swapped(aside, target)
            raise ChangedError(target)


@contextmanager
def _set_aside(beside: str, content: bytes, was: bytes) -> Iterator[str]:
    """Give the finished file a name under which it can be swapped, and throw away what came out."""
    aside = os.path.join(os.path.dirname(beside), swap_name(content, was))
    os.rename(beside, aside)
    try:
        yield aside
    finally:
        if not thrown_away(aside):
            raise KeptBesideError(aside)


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read() == content
    except OSError:
        return False
