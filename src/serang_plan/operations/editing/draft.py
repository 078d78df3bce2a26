"""The draft: a plan in which one change after the other is made, and what its records must say then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from copy import copy
from itertools import chain
from typing import NamedTuple

from serang_plan.editing.changes import (
    AddRecord,
    AppendItem,
    Change,
    Plain,
    Remove,
    RenameField,
    SetField,
    fields_by_key,
    in_order,
    intended,
    kind_at,
    plain_of,
)
from serang_plan.editing.edits import Edit
from serang_plan.editing.placing import RefusedEditError, nothing_at
from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import Record
from serang_plan.nodes import Node, Pair, is_empty, keys_to, pairs_at
from serang_plan.operations.checking.safe_fixes import unread_files
from serang_plan.operations.editing.file_draft import UNREAD, FileDraft
from serang_plan.operations.editing.homes import home
from serang_plan.places import FILE_SHIFT, Keys, Pointer
from serang_plan.reading.folder import Reading
from serang_plan.reading.node_tree import plain_value

_MOST_NEIGHBOURS = 6


class DraftedRecord(NamedTuple):
    """A record that changes are about: what was read, and what it says now."""

    section: str
    file: int
    record: Record | None
    """None if it is a new one."""
    said: Plain
    says: Plain
    """None if it is removed."""


class Draft:
    """A plan in which changes are made one after the other; each sees what those before it left."""

    def __init__(self, reading: Reading) -> None:
        self.altered: dict[int, DraftedRecord] = {}
        """The records that were there, by their anchors."""
        self.added: list[DraftedRecord] = []
        self._reading, self._closed = reading, unread_files(reading)
        self._files: dict[int, FileDraft] = {}
        records = ((section, record) for section in SECTIONS for record in reading.plan.section(section))
        self._records = {record.anchor: (section, record) for section, record in records}
        self._anchors = sorted(self._records)

    def copy(self) -> Draft:
        """Return the same draft, in which further changes can be tried."""
        other = copy(self)
        other.altered, other.added = dict(self.altered), list(self.added)
        other._files = {number: file.copy() for number, file in self._files.items()}
        return other

    def texts(self) -> Mapping[str, str]:
        """Return the new text of every file that has one."""
        return {file.path: file.text for file in self._files.values() if file.text != file.before}

    def make(self, change: Change) -> None:
        """Make a change. Raises RefusedEditError if the text is not one in which that can be done."""
        if isinstance(change, AddRecord):
            number = home(change.section, self._reading)
            value = in_order(plain_of(change.value), SECTIONS[change.section])
            self._file(number).add_record(change.section, value)
            self.added.append(DraftedRecord(change.section, number, None, None, value))
        else:
            self._alter(change)

    def _alter(self, change: SetField | AppendItem | Remove | RenameField) -> None:
        anchor = self._record_at(change.at)
        file, altered = self._file(anchor >> FILE_SHIFT), self._altered(anchor)
        keys = keys_to(file.node(anchor), file.where(change.at.anchor))
        if keys is None:
            nothing_at(change.at.keys)
        keys = (*keys, *change.at.keys)
        if keys:
            edits, says = self._edits(anchor, keys, change), intended(altered.says, keys, change)
            if says != altered.says:  # what is said already stays as it is typed
                file.splice(edits)
        else:
            if not isinstance(change, Remove):
                nothing_at(keys)
            file.remove_record(altered.section, anchor, with_comments=change.with_comments)
            says = None
        self.altered[anchor] = altered._replace(says=says)

    def _altered(self, anchor: int) -> DraftedRecord:
        if anchor in self.altered:
            return self.altered[anchor]
        section, record = self._records[anchor]
        file = anchor >> FILE_SHIFT
        said: Plain = plain_value(self._file(file).node(anchor))  # type: ignore[assignment]
        return DraftedRecord(section, file, record, said, said)

    def _edits(
        self, anchor: int, keys: Keys, change: SetField | AppendItem | Remove | RenameField
    ) -> list[Edit]:
        now, kind = self._file(anchor >> FILE_SHIFT).record(anchor), SECTIONS[self._records[anchor][0]]
        match change:
            case Remove():
                return now.remove(keys, with_comments=change.with_comments)
            case RenameField():
                return now.rename(keys, change.name, into_list=change.into_list)
            case SetField() | AppendItem():
                value = in_order(plain_of(change.value), kind_at(kind, keys))
                order = tuple(fields_by_key(kind_at(kind, keys[:-1])))
                put = now.set_field if isinstance(change, SetField) else now.append_item
                return put(keys, value, order, self._like(now.root, keys, anchor))

    def _like(self, root: Node, keys: Keys, anchor: int) -> list[Pair]:
        """Return fields of the same name: in the record itself, or else in the nearest that has such."""
        if isinstance(keys[-1], int):
            return []
        for node in chain((root,), self._around(anchor)):
            if pairs := [pair for pair in pairs_at(node, keys) if not is_empty(pair.value)]:
                return pairs
        return []

    def _around(self, anchor: int) -> Iterator[Node]:
        """Give the records of the same section and file around one, those before it first."""
        file, nth = self._file(anchor >> FILE_SHIFT), bisect_left(self._anchors, anchor)
        before = reversed(self._anchors[max(nth - _MOST_NEIGHBOURS, 0) : nth])
        for other in (*before, *self._anchors[nth + 1 : nth + 1 + _MOST_NEIGHBOURS]):
            is_alike = self._records[other][0] == self._records[anchor][0]
            if is_alike and other >> FILE_SHIFT == anchor >> FILE_SHIFT and not self._is_gone(other):
                yield file.node(other)

    def _record_at(self, at: Pointer) -> int:
        """Return the anchor of the record that a place is in."""
        nth = bisect_right(self._anchors, at.anchor)
        anchor = self._anchors[nth - 1] if nth else -1
        if anchor >> FILE_SHIFT != at.anchor >> FILE_SHIFT or self._is_gone(anchor):
            nothing_at(at.keys)
        return anchor

    def _is_gone(self, anchor: int) -> bool:
        return anchor in self.altered and self.altered[anchor].says is None

    def _file(self, number: int) -> FileDraft:
        if number not in self._files:
            sources = self._reading.sources
            self._files[number] = FileDraft(sources.source(sources.paths[number]))
        file = self._files[number]
        if file.path in self._closed or not file.is_seen:
            raise RefusedEditError(UNREAD)
        return file
