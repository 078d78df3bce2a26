"""The folder: every YAML file below it is read, and the plan is their union."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from serang_plan.findings import Finding
from serang_plan.model.header import PartialHeader
from serang_plan.model.plan import SECTIONS, Plan, Unread
from serang_plan.model.record import Record
from serang_plan.places import Comment, SourceFiles, Span
from serang_plan.reading import faults
from serang_plan.reading.comments import comments
from serang_plan.reading.decoding import conflict, read_text, readable, reason, unseen
from serang_plan.reading.positions import open_mapping
from serang_plan.reading.recovery import entries
from serang_plan.reading.validation import (
    home_of,
    misplaced,
    partial_header,
    shaped,
    standing_part,
    unknown_section,
)
from serang_plan.reading.yaml_tree import Entry, Section, Tree, code_of, most_findings

MOST_ENTRIES = 250_000
"""Entries of one file that are read, for each takes memory: a city has some hundreds."""
MOST_REFUSED = 20_000
"""Entries of one file that may be refused before the rest is left unread: nobody typed those."""


class Reading(NamedTuple):
    """What the files hold, however bad they are."""

    plan: Plan
    sources: SourceFiles
    findings: tuple[Finding, ...]
    comments: tuple[Comment, ...] = ()
    """Those that speak to the program."""

    @property
    def is_blank(self) -> bool:
        """Whether the files hold no record, and nothing that may be one."""
        only_blank = all(finding.rule.name == "nothing-written" for finding in self.findings)
        return only_blank and self.plan.unread.nothing and not any(self.plan.records.values())


class NothingToReadError(Exception):
    """There is no such folder or file, or no YAML file in it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


Given = str | bytes | Finding | None
"""What is read in place of a file on the disk: its text, its bytes, or why it is not to be opened."""


def read_folder(path: str, as_of: date) -> Reading:
    """Read every YAML file below a folder, or one file.

    Raises NothingToReadError if there is none.
    """
    return read_texts(files_to_read(path), as_of)


def files_to_read(path: str) -> Iterator[tuple[str, Finding | None]]:
    """Give the files of `find_files`, each with why it is not to be opened if it leads out of its folder.

    The folder may be a link: whoever types it means it. A file may not: a `*` of the shell names it too.
    """
    for file in find_files(path):
        out = leads_out(file, (os.path.dirname(path) or ".") if file == path else path)
        yield file, faults.s124_link_leads_out.finding(Span(file, 1, 1, 1), file) if out else None


def leads_out(file: str, folder: str) -> bool:
    """Whether a file is a link to what is not below a folder, or is hidden there, as `.git` is."""
    if not os.path.islink(file):
        return False
    top, target = os.path.join(os.path.realpath(folder), ""), os.path.realpath(file)
    return not target.startswith(top) or f"{os.sep}." in target[len(top) - 1 :]


def read_texts(files: Iterator[tuple[str, Given]], as_of: date) -> Reading:
    """Read files; what is given is used instead of what is on the disk."""
    gathered = _PlanCollector()
    for path, text in files:
        gathered.read(path, text)
    return Reading(gathered.plan(as_of), gathered.sources, tuple(gathered.findings), tuple(gathered.comments))


def find_files(path: str) -> list[str]:
    """Return the YAML files below a folder, hidden ones left out, in path order.

    A sub-folder that may not be opened is among them, so that reading it says so.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        raise NothingToReadError(path, reason(error)) from None
    except ValueError:  # a NUL in the name
        raise NothingToReadError(path, "missing") from None
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        raise NothingToReadError(path, "not-a-file")
    if not os.access(path, os.R_OK):
        raise NothingToReadError(path, "permission")
    if stat.S_ISREG(mode):
        return [path]
    files = sorted(_yaml_below(path), key=lambda file: file.split(os.sep))
    if not files:
        raise NothingToReadError(path, "empty")
    return files


def is_yaml_name(name: str) -> bool:
    """Whether a file of this name is read."""
    return name.lower().endswith((".yaml", ".yml"))


def _yaml_below(folder: str) -> Iterator[str]:
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if is_yaml_name(name) and not name.startswith("."):
                yield os.path.normpath(os.path.join(parent, name))
    for error in closed:
        yield os.path.normpath(error.filename)


def _text_of(path: str, given: Given) -> tuple[str, Finding | None]:
    match given:
        case str():
            return given, None
        case Finding():
            return "", given
    return read_text(path, given)


class _PlanCollector:
    """Records, findings and refused codes, while file after file is read."""

    def __init__(self) -> None:
        self.sources = SourceFiles(open_mapping)
        self.findings: list[Finding] = []
        self.comments: list[Comment] = []
        self._records: dict[str, list[Record]] = defaultdict(list)
        self._codes: set[tuple[str, str]] = set()
        self._sections: set[str] = set()
        self._unread_files = False
        self._heading = PartialHeader()
        self._unknown: set[Span] = set()
        self._astray: object = None
        """The wrong section of the last entry, and the right one."""
        self._room = 0

    def plan(self, as_of: date) -> Plan:
        unread = Unread(frozenset(self._codes), frozenset(self._sections), self._unread_files, self._heading)
        return Plan(self._records, as_of, unread)

    def read(self, path: str, given: Given) -> None:
        text, problem = _text_of(path, given)
        text = text.removeprefix("\ufeff")
        number = self.sources.add(path, text, readable(text))
        source = self.sources.source(path)
        problem = problem or conflict(source)
        self.comments += comments(source)
        if problem:
            self.findings.append(problem)
            self._unread_files = True
        if not problem or (problem.rule.name == "not-utf8" and text):
            self._read_tree(Tree(source, number), unseen(source))

    def _read_tree(self, tree: Tree, unseen: list[Finding]) -> None:
        self._room = len(self.findings) + most_findings(tree.text)
        refused = 0
        for count, entry in enumerate(entries(tree)):
            if count == MOST_ENTRIES:
                self.findings.append(faults.s122_huge_file.too_many_entries(entry.at, MOST_ENTRIES))
                self._unread_files = True
                break
            refused += not self._keep(entry, tree.text)
            if refused > MOST_REFUSED:
                self._unread_files = True
                break
        self.findings += unseen + tree.findings
        for lost in tree.lost:
            self._lose(lost.section, lost.code)

    def _keep(self, entry: Entry, text: str) -> bool:
        """Keep the record that an entry of a text holds; whether nothing had to be refused."""
        section = entry.section.name
        empty = not entry.in_list and entry.value in (None, [])
        if section not in SECTIONS:
            self._refuse_section(entry.section, lost=not empty)
            return False
        if empty:
            return True  # a section that is still empty is no fault
        record = shaped(section, entry, text)
        if not isinstance(record, Record):
            self._refuse(entry, record)
            if part := standing_part(section, entry):
                self._records[section].append(part)
            elif section == "plan":
                self._heading = partial_header(entry)
            return False
        self._records[section].append(record)
        self._astray = None
        return True

    def _refuse(self, entry: Entry, findings: Iterable[Finding]) -> None:
        """Say what is wrong with an entry; of those that follow each other in a wrong section, the first."""
        section, code = entry.section.name, code_of(entry.value)
        home = home_of(section, entry)
        astray = home and (entry.section.at, home)
        if home is not None:
            findings = () if astray == self._astray else (misplaced(entry, home, code),)
        self.findings += islice(findings, max(0, self._room - len(self.findings)))
        self._astray = astray
        self._lose(home or section, code)

    def _refuse_section(self, section: Section, *, lost: bool) -> None:
        self._unread_files |= lost
        if section.at not in self._unknown and len(self.findings) < self._room:
            self._unknown.add(section.at)
            self.findings.append(unknown_section(section))

    def _lose(self, section: str | None, code: str | None) -> None:
        if section is None:
            self._unread_files = True
        elif code is None:
            self._sections.add(section)
        else:
            self._codes.add((section, code))
