"""Sorting: lists put in the order of their codes, where the plan stays the same but for that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from serang_plan.editing.edits import Edit, spliced
from serang_plan.editing.fixes import editable
from serang_plan.editing.ordering import ListedRecord, Unsure, ordered
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.record import Record
from serang_plan.operations.checking.check import checked
from serang_plan.operations.checking.safe_fixes import read_again
from serang_plan.places import SourceFile
from serang_plan.reading.folder import Reading
from serang_plan.reading.node_tree import lists
from serang_plan.wording import Text

_LINE_END = re.compile(r"\r\n|\r|\n")

SORTED = ("indicators", "sources", "claims", "disputes", "opd", "partners", "regions", "actions")
"""Lists whose order says nothing that the codes do not say; the others run through time."""

_FAULTS_FIRST = Text(
    "di berkas ini masih ada yang salah tulis; perbaiki dulu baris ini",
    "something in this file is still miswritten; put this line right first",
)
_MIXED_ENDS = Text(
    "akhir baris di berkas ini bercampur, CRLF dan LF", "line ends in this file are mixed, CRLF and LF"
)
_NO_LAST_END = Text("baris terakhir berkas ini belum diakhiri", "the last line of this file has no end")
_OTHER_PLAN = Text(
    "isi rencana akan berubah bila daftar ini diurutkan", "the plan would change if this list were sorted"
)


class UnsortedList(NamedTuple):
    """A list that stays as it is, and the line that is to blame."""

    path: str
    section: str
    because: Unsure


class SortResult(NamedTuple):
    """A plan after its lists were put in order."""

    reading: Reading
    texts: Mapping[str, str] = MappingProxyType({})
    """The new text of every file that has one."""
    lists: int = 0
    """How many lists were put in order."""
    left: tuple[UnsortedList, ...] = ()
    """The lists that stay as they are."""


def in_order(reading: Reading) -> SortResult:
    """Return the plan with its lists in the order of their codes, but for those of which it is not sure."""
    sorting = _Sorting(reading)
    for path in editable(sorting.findings, reading.sources):
        for nth in range(len(lists(sorting.text(path)))):
            sorting.sort(path, nth)
    return SortResult(sorting.now, sorting.texts, sorting.lists, tuple(sorting.left))


class _Sorting:
    """A plan whose lists are put in order one after the other, each only if the plan stays the same."""

    def __init__(self, reading: Reading) -> None:
        self.now = reading
        self.findings = checked(reading).shown
        self.texts: dict[str, str] = {}
        self.lists = 0
        self.left: list[UnsortedList] = []

    def text(self, path: str) -> str:
        return self.now.sources.source(path).text

    def sort(self, path: str, nth: int) -> None:
        """Put one list of a file in order, or note why not."""
        source, listed = self.now.sources.source(path), lists(self.text(path))[nth]
        if listed.name not in SORTED:
            return
        edit = ordered(source, [ListedRecord(*record) for record in listed.records], in_lines=listed.in_lines)
        if isinstance(edit, Edit):
            edit = self._reason(source) or self._tried(source, edit)
        if edit is not None:
            self.left.append(UnsortedList(path, listed.name, self._reason(source) or edit))

    def _tried(self, source: SourceFile, edit: Edit) -> Unsure | None:
        text = spliced(source.text, (edit,))
        after = read_again(self.now, {source.path: text})
        if not (_same(self.now, after) and _same_lines(source.text, text)):
            return Unsure(source.line_and_column(edit.start)[0], _OTHER_PLAN)
        self.now, self.lists = after, self.lists + 1
        self.texts[source.path] = text
        return None

    def _reason(self, source: SourceFile) -> Unsure | None:
        """Return why no list of a file is touched, if there is a reason."""
        for located in self.findings:
            if located.at.path == source.path and located.finding.rule.code[0] in "SF":
                return Unsure(located.at.line, _FAULTS_FIRST)
        ends = set(_LINE_END.findall(source.text))
        if len(ends) > 1:
            return Unsure(1, _MIXED_ENDS)
        return None if source.text.endswith("\n") else Unsure(len(source.starts), _NO_LAST_END)


def _same(before: Reading, after: Reading) -> bool:
    """Whether two plans say the same, find the same and ignore the same, in whatever order."""
    return (
        all(_by_code(before.plan, name) == _by_code(after.plan, name) for name in SECTIONS)
        and before.plan.unread == after.plan.unread
        and _comments_of(before) == _comments_of(after)
        and _rules_of(before) == _rules_of(after)
    )


def _by_code(plan: Plan, name: str) -> list[Record]:
    records: Sequence[Record] = plan.headers if name == "plan" else getattr(plan, name)
    return sorted(records, key=attrgetter("code")) if name in SORTED else list(records)


def _comments_of(reading: Reading) -> Counter[str]:
    return Counter(comment.text for comment in reading.comments)


def _rules_of(reading: Reading) -> tuple[Counter[str], ...]:
    return tuple(Counter(located.finding.rule.code for located in findings) for findings in checked(reading))


def _same_lines(before: str, after: str) -> bool:
    return Counter(before.split("\n")) == Counter(after.split("\n"))
