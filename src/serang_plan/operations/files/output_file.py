"""The output file: whole or not at all, and never over another one unless asked to."""

from __future__ import annotations

import errno
import os
import signal
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from serang_plan.operations.problem import AlreadyThereError, ProblemError
from serang_plan.wording import Text, backquoted, backquoted_path, untranslated

_BESIDE = ".serang-plan-"
"""How a file is called that is not finished yet."""
_LEFT_BEHIND = 600
"""Seconds after which nobody is still at work on it."""
_ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def write_file(path: str, content: bytes, *, replace: bool = False) -> None:
    """Write a result to a file.

    Raises AlreadyThereError if it is there and may not be replaced, ProblemError if it cannot be written;
    what was there then stays.
    """
    refuse_folder(path)
    target = os.path.realpath(path)
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            _into(target, content)
        else:
            write_whole(target, content, replace=replace)
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


def _into(device: str, content: bytes) -> None:
    """Write into a pipe or a device such as `/dev/null`, which nobody wants replaced by a file."""
    with open(device, "wb") as file:
        file.write(content)


class ChangedError(OSError):
    """A file is no longer what it was when it was read."""


def write_whole(target: str, content: bytes, *, replace: bool, was: bytes | None = None) -> None:
    """Put a file in place in one step, so that whoever looks sees the old one or the new one, all of it.

    Raises FileExistsError if it is there and may not be replaced, OSError if it cannot be written or is no
    longer what it `was`.
    """
    if not replace and os.path.lexists(target):
        raise FileExistsError(target)
    folder = os.path.dirname(target) or "."
    _sweep(folder)
    with _ended_in_order():
        handle, beside = tempfile.mkstemp(prefix=_BESIDE, dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(beside, _mode(target))
            if was is not None:
                _look_again(target, was)
            _put(beside, target, replace=replace)
        finally:
            if os.path.lexists(beside):
                os.unlink(beside)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let a program that is asked to end clean up first; what cannot be caught leaves a file to be swept."""
    numbers = [number for number in _ENDS if _would_end(number)]
    before = {number: signal.signal(number, _leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _would_end(number: int) -> bool:
    """Whether a signal would end the program as it is; `nohup` and whoever called us may want otherwise."""
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and signal.getsignal(number) is signal.SIG_DFL


def _leave(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def _sweep(folder: str) -> None:
    """Take away what a killed run left; what is young may be another run's, still at work."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_BESIDE) and entry.stat().st_mtime < time.time() - _LEFT_BEHIND:
                os.unlink(entry.path)


def _look_again(target: str, was: bytes) -> None:
    with open(target, "rb") as file:
        if file.read() != was:
            raise ChangedError(target)


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
        os.replace(beside, target)


def _mode(target: str) -> int:
    """Return the mode of the file that is replaced, or what a new file gets here."""
    try:
        return os.stat(target).st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def not_written(path: str, error: OSError) -> ProblemError:
    """Return why a file could not be written, and what to do about it."""
    why, next_step = _why(error)
    file = backquoted_path(path)
    message = Text(f"{file} tidak dapat ditulis: {why.id}", f"{file} cannot be written: {why.en}")
    return _removed_folder() or ProblemError(message, next_step)


def output_lost(error: OSError) -> ProblemError:
    """Return why standard output could not be written."""
    why, _ = _why(error)
    message = Text(f"keluaran tidak dapat ditulis: {why.id}", f"the output could not be written: {why.en}")
    return _removed_folder() or ProblemError(message)


def _removed_folder() -> ProblemError | None:
    """Return that the folder that we run in is no more, if that is so."""
    with suppress(OSError):
        if os.getcwd():
            return None
    return ProblemError(
        Text("folder tempat Anda berada sudah dihapus", "the folder that you are in has been removed"),
        Text("pindah ke folder lain, misalnya `cd ~`", "go to another folder, such as `cd ~`"),
    )


def _why(error: OSError) -> tuple[Text, Text]:
    return _WHY.get(error.errno or 0, (untranslated(error.strerror or str(error)), _UNCHANGED))


_UNCHANGED = Text("apa yang ada di sana tidak berubah", "what was there is unchanged")
_CLOSE_IT = Text(
    "tutup berkas itu bila sedang terbuka di Word atau Excel, atau pilih tempat lain",
    "close the file if it is open in Word or Excel, or choose another place",
)
_NOT_ALLOWED = Text("tidak diizinkan", "not allowed")
_WHY = {
    errno.EBADF: (Text("keluarannya tertutup", "the output is closed"), _UNCHANGED),
    errno.ENAMETOOLONG: (
        Text("namanya terlalu panjang", "its name is too long"),
        Text("pakai nama yang lebih pendek", "use a shorter name"),
    ),
    errno.ENOTDIR: (
        Text("yang disebut sebagai foldernya adalah berkas", "what is named as its folder is a file"),
        Text("pilih tempat lain", "choose another place"),
    ),
    errno.ENOENT: (
        Text("foldernya tidak ada", "there is no such folder"),
        Text("buat foldernya lebih dulu", "make the folder first"),
    ),
    errno.EACCES: (_NOT_ALLOWED, _CLOSE_IT),
    errno.EPERM: (_NOT_ALLOWED, _CLOSE_IT),
    errno.ENOSPC: (Text("tempat penyimpanan penuh", "the disk is full"), _UNCHANGED),
    errno.EDQUOT: (Text("jatah tempat penyimpanan habis", "the disk quota is used up"), _UNCHANGED),
    errno.EFBIG: (
        Text("berkasnya terlalu besar di sana", "the file is too large for that place"),
        _UNCHANGED,
    ),
    errno.EROFS: (Text("tempat itu hanya bisa dibaca", "that place is read-only"), _UNCHANGED),
}
