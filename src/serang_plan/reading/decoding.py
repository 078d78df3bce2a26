"""Decoding: bytes on a disk become text that the parser can take, character for character in place."""

from __future__ import annotations

import errno
import os
import re
import stat
from typing import TYPE_CHECKING

from serang_plan.findings import Finding
from serang_plan.places import SourceFile, Span
from serang_plan.reading import faults

if TYPE_CHECKING:
    from serang_plan.reading.faults.s121_unreadable_file import NotOpened

MOST_MEGABYTES = 64
MOST_UNSEEN = 20

# -- bytes to text ----------------------------------------------------------------


def read_text(path: str, given: bytes | None = None) -> tuple[str, Finding | None]:
    """Return a file's text without its byte order mark, and what was wrong with the bytes.

    Bytes that are given are used instead of what is on the disk.
    """
    top = Span(path, 1, 1, 1)
    try:
        data, size = read_bytes(path) if given is None else (given, len(given))
    except OSError as error:
        return "", faults.s121_unreadable_file.finding(top, path, reason(error))
    except ValueError:  # a NUL in the name
        return "", faults.s121_unreadable_file.finding(top, path, "missing")
    if data is None:
        return "", faults.s121_unreadable_file.finding(top, path, "not-a-file")
    if size > MOST_MEGABYTES << 20:
        megabytes = -(-size >> 20) if given is None else None  # what is given may have been cut off
        return "", faults.s122_huge_file.finding(top, megabytes, MOST_MEGABYTES)
    return _decoded(path, data)


def read_bytes(path: str) -> tuple[bytes | None, int]:
    """Return a regular file's bytes; None for a pipe, a device or a folder, without waiting on it."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            return None, 0
        if about.st_size > MOST_MEGABYTES << 20:
            return b"", about.st_size
        with open(handle, "rb", closefd=False) as file:
            data = file.read(about.st_size + 1)  # as much room is set aside as is asked for
            if len(data) > about.st_size:  # it has grown meanwhile
                data += file.read((MOST_MEGABYTES << 20) - about.st_size)
        return data, len(data)
    finally:
        os.close(handle)


def plain_bytes(path: str) -> bytes:
    """Return a regular file's bytes. Raises OSError for a huge one, and for a pipe without waiting on it."""
    data, size = read_bytes(path)
    if data is None or size > MOST_MEGABYTES << 20:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return data


def _decoded(path: str, data: bytes) -> tuple[str, Finding | None]:
    if guess := _other_unicode(data):
        return "", faults.s112_not_utf8.finding(Span(path, 1, 1, 1), guess)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        before = SourceFile(path, data[: error.start].decode("utf-8-sig"))
        at = before.span(len(before.text), len(before.text) + 1)
        return data.decode("utf-8-sig", errors="replace"), faults.s112_not_utf8.finding(at, guess="")


def _other_unicode(data: bytes) -> str:
    """Name UTF-16 or UTF-32, which give themselves away by their mark or by a NUL beside each letter."""
    if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "UTF-32"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    start = data[:64]
    return (
        "UTF-16" if len(start) > 3 and max(start[::2].count(0), start[1::2].count(0)) * 3 > len(start) else ""
    )


def reason(error: OSError) -> NotOpened:
    """Return why something could not be opened, in a word."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG):
        return "missing"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "permission"
    return "not-a-file" if error.errno in (errno.EISDIR, errno.ENXIO) else "other"


# -- what the parser must not see ---------------------------------------------------

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_PARTING = frozenset("\x0b\x0c\x85\u2028\u2029")
_NEXT_LINE = re.compile(r" *(?:- |#|[\w-]+:(?: |$))")
_LINE = re.compile(r"[^\r\n]+")
_LONE_RETURN = re.compile(r"\r(?!\n)")


def has_unseen(text: str) -> bool:
    """Whether a text has a character that cannot be seen."""
    return not text.isprintable() and _UNSEEN.search(text) is not None


def readable(text: str) -> str:
    """Return the text of a file as the parser takes it, each line as long as it was.

    Unseen characters are moved behind their line, as spaces, so that what is read is what is seen;
    those that part words or lines do so as a space or an LF. A lone CR, which ends a line too, becomes LF.
    """
    if text.replace("\n", "").isprintable():
        return text
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    return _LINE.sub(_as_seen, text) if _UNSEEN.search(text) else text


def _as_seen(line: re.Match[str]) -> str:
    return _UNSEEN.sub(_parted, line.group()).ljust(len(line.group()))


def _parted(char: re.Match[str]) -> str:
    if char.group() not in _PARTING:
        return ""
    return "\n" if _NEXT_LINE.match(char.string, char.end()) else " "


def unseen(source: SourceFile) -> list[Finding]:
    """Return the first unseen characters of a file."""
    if source.readable is source.text:
        return []
    hits = (hit for hit, _ in zip(_UNSEEN.finditer(source.text), range(MOST_UNSEEN), strict=False))
    return [faults.s113_unseen_character.finding(source.span(*hit.span()), hit.group()) for hit in hits]


# -- two versions in one file ---------------------------------------------------------

_MARKS = ("<<<<<<<", "=======", ">>>>>>>")
_MARK = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)


def conflict(source: SourceFile) -> Finding | None:
    """Return the marks that git leaves where two people changed the same lines."""
    text = source.readable
    marks = list(_MARK.finditer(text)) if any(mark in text for mark in _MARKS) else []
    if len({mark.group() for mark in marks}) < 2:
        return None
    first, *others = (source.span(*mark.span()) for mark in marks)
    return faults.s119_conflict_marker.finding(first, others[:2])
