"""The plan file: replaced in one step, and only if it still is what was read."""

from __future__ import annotations

import codecs
import errno
import os
from collections.abc import Sequence

from serang_plan.operations.files.whole_file import ChangedError, KeptBesideError, write_whole
from serang_plan.operations.files.write_problem import not_written
from serang_plan.operations.problem import ProblemError
from serang_plan.rendering.findings.patch import FileChange
from serang_plan.wording import Text, backquoted_path, escape_invisible, quoted


def write_changes(changes: Sequence[FileChange], *, force: bool = False) -> tuple[Text, ...]:
    """Replace files, each in one step; all are looked at before the first is touched.

    Returns what else there is to say of them; `force` writes files that have other names, too.
    Raises ProblemError at the first that has changed meanwhile or cannot be written, and says which were.
    """
    unchanged = [read_unchanged(change.path, change.before, force=force) for change in changes]
    remarks: list[Text | None] = []
    written: list[str] = []
    for change, (content, mark) in zip(changes, unchanged, strict=True):
        try:
            remarks.append(replace_unchanged(change.path, content, mark + change.after.encode("utf-8")))
        except ProblemError as problem:
            raise _half_done(problem, written) if written else problem from None
        written.append(change.path)
    return tuple(filter(None, remarks))


def _half_done(problem: ProblemError, written: Sequence[str]) -> ProblemError:
    names, verb = quoted(map(escape_invisible, written)), "is" if len(written) == 1 else "are"
    help = Text(
        f"{names} sudah ditulis, yang lain masih seperti semula; atasi sebabnya, lalu jalankan lagi",
        f"{names} {verb} written already, the rest is as it was; solve the cause, then run it again",
    )
    return ProblemError(problem.message, help)


def read_unchanged(path: str, text: str, *, force: bool = False) -> tuple[bytes, bytes]:
    """Return a file's bytes, and its byte order mark if it has one, if it still holds a text that was read.

    Raises ProblemError if it does not, may not be written, or has a second name, unless `force` is given.
    """
    target = os.path.realpath(path)
    try:
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with open(target, "rb") as file:
            was, names = file.read(), os.fstat(file.fileno()).st_nlink
    except OSError as error:
        raise not_written(path, error) from None
    content = text.encode("utf-8", errors="surrogatepass")
    mark = was[: len(was) - len(content)]
    if mark.strip(codecs.BOM_UTF8) or was[len(mark) :] != content:
        raise has_changed(path)
    if names > 1 and not force:
        raise _has_other_names(path, names)
    return was, mark


def replace_unchanged(path: str, was: bytes, content: bytes) -> Text | None:
    """Replace a file in one step if it still holds what was read; say so if its owner could not stay.

    Raises ProblemError if it does not, or if it cannot be written; what is there then stays.
    """
    try:
        is_owners = write_whole(os.path.realpath(path), content, replace=True, was=was)
    except KeptBesideError as kept:
        raise _saved_meanwhile(path, str(kept)) from None
    except (ChangedError, FileNotFoundError):
        raise has_changed(path) from None
    except OSError as error:
        raise not_written(path, error) from None
    return None if is_owners else _other_owner(path)


def has_changed(path: str) -> ProblemError:
    """Return that a file is another one than was read, and what to do."""
    return ProblemError(
        Text(
            f"{backquoted_path(path)} berubah sejak dibaca",
            f"{backquoted_path(path)} has changed since it was read",
        ),
        Text("jalankan perintahnya sekali lagi", "run the command again"),
    )


def _saved_meanwhile(path: str, kept: str) -> ProblemError:
    file, beside = backquoted_path(path), backquoted_path(kept)
    return ProblemError(
        Text(f"{file} disimpan saat ditulis", f"{file} was saved while it was being written"),
        Text(f"yang disimpan itu ada di {beside}", f"what was saved is in {beside}"),
    )


def _has_other_names(path: str, names: int) -> ProblemError:
    file = backquoted_path(path)
    return ProblemError(
        Text(
            f"{file} punya {names} nama (tautan keras); yang lain tidak akan ikut berubah",
            f"{file} has {names} names (hard links); the others would not change with it",
        ),
        Text(
            "hapus nama yang lain, atau tambahkan `--force` untuk mengubah yang ini saja",
            "remove the other names, or add `--force` to change only this one",
        ),
    )


def _other_owner(path: str) -> Text:
    file = backquoted_path(path)
    return Text(
        f"{file} kini milik Anda, karena pemiliknya tidak dapat dipertahankan",
        f"{file} is yours now, since its owner could not be kept",
    )
