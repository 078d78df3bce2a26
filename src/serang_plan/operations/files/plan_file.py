"""The plan file: replaced in one step, and only if it still is what was read."""

from __future__ import annotations

import codecs
import errno
import os

from serang_plan.operations.files.output_file import ChangedError, not_written, write_whole
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text, backquoted_path


def read_unchanged(path: str, text: str) -> tuple[bytes, bytes]:
    """Return a file's bytes, and its byte order mark if it has one, if it still holds a text that was read.

    Raises ProblemError if it does not, or may not be written.
    """
    target = os.path.realpath(path)
    try:
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with open(target, "rb") as file:
            was = file.read()
    except OSError as error:
        raise not_written(path, error) from None
    content = text.encode("utf-8", errors="surrogatepass")
    mark = was[: len(was) - len(content)]
    if mark.strip(codecs.BOM_UTF8) or was[len(mark) :] != content:
        raise _has_changed(path)
    return was, mark


def replace_unchanged(path: str, was: bytes, content: bytes) -> None:
    """Replace a file in one step if its bytes are still those that were read.

    Raises ProblemError if they are not, or if it cannot be written; what is there then stays.
    """
    try:
        write_whole(os.path.realpath(path), content, replace=True, was=was)
    except ChangedError:
        raise _has_changed(path) from None
    except OSError as error:
        raise not_written(path, error) from None


def _has_changed(path: str) -> ProblemError:
    return ProblemError(
        Text(
            f"{backquoted_path(path)} berubah sejak dibaca",
            f"{backquoted_path(path)} has changed since it was read",
        ),
        Text("jalankan perintahnya sekali lagi", "run the command again"),
    )
