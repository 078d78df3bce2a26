"""The folder: every YAML file below it is read, and the plan is their union."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from serang_plan.findings import Finding
from serang_plan.model.plan import Plan, Unread
from serang_plan.model.record import Record
from serang_plan.places import Sources, Span
from serang_plan.reading.faults import found
from serang_plan.reading.shape import shaped
from serang_plan.reading.yaml_tree import Entry, Tree, locate

MOST_MEGABYTES = 64
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)", re.MULTILINE)


class Reading(NamedTuple):
    """What the files hold, however bad they are."""

    plan: Plan
    sources: Sources
    findings: tuple[Finding, ...]


class NothingToReadError(Exception):
    """There is no such folder or file, or no YAML file in it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


def read_folder(path: str, as_of: date, today: date | None = None) -> Reading:
    """Read every YAML file below a folder, or one file.

    Raises NothingToReadError if there is none.
    """
    return read_texts(((file, None) for file in find_files(path)), as_of, today)


def read_texts(
    files: Iterator[tuple[str, str | None]], as_of: date, today: date | None = None
) -> Reading:
    """Read files; a text that is given is used instead of what is on the disk."""
    gathered = _Gathered()
    for path, text in files:
        gathered.read(path, text)
    return Reading(gathered.plan(as_of, today), gathered.sources, tuple(gathered.findings))


def find_files(path: str) -> list[str]:
    """Return the YAML files below a folder, hidden ones left out, in path order."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        raise NothingToReadError(path, _reason(error)) from None
    except ValueError:
        raise NothingToReadError(path, "missing") from None
    if not stat.S_ISDIR(mode):
        return [path]
    files = sorted(_yaml_below(path), key=lambda file: file.split(os.sep))
    if not files:
        raise NothingToReadError(path, "empty")
    return files


def _yaml_below(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith((".yaml", ".yml")) and not name.startswith("."):
                yield os.path.normpath(os.path.join(parent, name))


class _Gathered:
    """Records, findings and refused codes, while file after file is read."""

    def __init__(self) -> None:
        self.sources = Sources(locate)
        self.findings: list[Finding] = []
        self._records: dict[str, list[Record]] = defaultdict(list)
        self._codes: set[tuple[str, str]] = set()
        self._sections: set[str] = set()
        self._unread_files = False

    def plan(self, as_of: date, today: date | None) -> Plan:
        unread = Unread(frozenset(self._codes), frozenset(self._sections), self._unread_files)
        return Plan(self._records, as_of, unread, today)

    def read(self, path: str, text: str | None) -> None:
        if text is None:
            text, problem = read_text(path)
            if problem:
                self.findings.append(problem)
                self._unread_files = True
        number = self.sources.add(path, text)
        if conflict := _conflict(self.sources, path, text):
            self.findings.append(conflict)
            self._unread_files = True
            return
        tree = Tree(self.sources.source(path), number)
        for entry in tree.entries():
            self._keep(entry)
        self.findings += tree.findings
        for lost in tree.lost:
            self._lose(lost.section, lost.code)

    def _keep(self, entry: Entry) -> None:
        record = shaped(entry)
        if isinstance(record, Record):
            self._records[entry.section].append(record)
            return
        self.findings += record
        if record and isinstance(entry.value, dict):
            code = entry.value.get("code", entry.value.get("indicator"))
            self._lose(entry.section, code if isinstance(code, str) else None)

    def _lose(self, section: str | None, code: str | None) -> None:
        if section is None:
            self._unread_files = True
        elif code is None:
            self._sections.add(section)
        else:
            self._codes.add((section, code))


def _conflict(sources: Sources, path: str, text: str) -> Finding | None:
    marks = [sources.source(path).span(*mark.span()) for mark in _CONFLICT.finditer(text)]
    if len(marks) < 2:
        return None
    return found("conflict-marker", marks[0], tuple(marks[1:3]))


# -- bytes to text ----------------------------------------------------------------


def read_text(path: str) -> tuple[str, Finding | None]:
    """Return a file's text without its byte order mark, and what was wrong with the bytes."""
    try:
        data = _bytes(path)
    except OSError as error:
        return "", found("unreadable-file", Span(path, 1, 1, 1), reason=_reason(error), typed=path)
    if data is None:
        return "", found("unreadable-file", Span(path, 1, 1, 1), reason="not-a-file", typed=path)
    if len(data) > MOST_MEGABYTES * 2**20:
        at = Span(path, 1, 1, 1)
        return "", found("huge-file", at, megabytes=len(data) >> 20, most=MOST_MEGABYTES)
    return _decoded(path, data)


def _decoded(path: str, data: bytes) -> tuple[str, Finding | None]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", found("not-utf8", Span(path, 1, 1, 1), guess="UTF-16")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        text = data.decode("utf-8-sig", errors="replace")
        return text, found("not-utf8", Span(path, line, column, 1), guess="")


def _bytes(path: str) -> bytes | None:
    """Return a regular file's bytes; None for a pipe, a device or a folder, without waiting on it."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        with open(handle, "rb", closefd=False) as file:
            return file.read(MOST_MEGABYTES * 2**20 + 1)
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG):
        return "missing"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "permission"
    return "not-a-file" if error.errno in (errno.EISDIR, errno.ENXIO) else "other"
