"""The draft of a file: its text after the changes so far, and where what stood in it stands now."""

from __future__ import annotations

from copy import copy

from serang_plan.editing.changes import Plain
from serang_plan.editing.edits import Edit, spliced
from serang_plan.editing.layout import column, ending
from serang_plan.editing.placing import Placing, RefusedEditError, nothing_at
from serang_plan.editing.writing import Hand
from serang_plan.nodes import MappingNode, Node, ScalarNode, inside, is_marked, keys_to
from serang_plan.places import FILE_SHIFT, SourceFile
from serang_plan.reading.node_tree import node_at
from serang_plan.wording import Text

MARKED = Text(
    "ada jangkar, alias atau tanda jenis YAML di sana; tulis isinya sendiri lebih dulu",
    "there is an anchor, an alias or a tag of YAML there; write out what it stands for first",
)
UNREAD = Text(
    "berkasnya belum terbaca utuh; perbaiki dulu", "its file cannot be read as a whole yet; mend it first"
)


class FileDraft:
    """A file in which changes are made one after the other."""

    def __init__(self, source: SourceFile) -> None:
        self.path, self.before, self.text = source.path, source.text, source.text
        self.is_seen = source.readable == source.text
        """Whether the parser takes the text as it stands there."""
        self._hand = Hand.of(source.text)
        self._made: list[Edit] = []

    def copy(self) -> FileDraft:
        """Return the same draft of its own."""
        other = copy(self)
        other._made = list(self._made)
        return other

    def splice(self, edits: list[Edit]) -> None:
        """Make edits."""
        in_order = sorted(edits)
        self.text = spliced(self.text, in_order)
        self._made += reversed(in_order)

    def where(self, anchor: int) -> int:
        """Return the index at which a mapping begins that was read with this anchor."""
        index = anchor & (1 << FILE_SHIFT) - 1
        for edit in self._made:
            if edit.start < index >= edit.end:
                index += len(edit.text) - (edit.end - edit.start)
        return index

    def node(self, anchor: int) -> Node:
        """Return the record that was read with an anchor, as it is now."""
        index = self.where(anchor)
        return node_at(self.text, index, column(self.text, index)) or nothing_at(())

    def record(self, anchor: int) -> Placing:
        """Return the same to be edited."""
        root = self.node(anchor)
        if is_marked(root):
            raise RefusedEditError(MARKED)
        return Placing(self.text, root, self._hand._replace(text=self.text))

    def remove_record(self, section: str, anchor: int, *, with_comments: bool) -> None:
        """Take a whole record away."""
        whole = self._whole(section)
        keys = keys_to(whole.root, self.where(anchor)) or nothing_at(())
        self.splice(whole.remove(keys, with_comments=with_comments))

    def add_record(self, section: str, value: Plain) -> None:
        """Put a record behind the others of its section; a new section stands at the end."""
        self.splice(self._whole(section).append_item((section,), value))

    def _whole(self, section: str) -> Placing:
        root = node_at(self.text)
        if isinstance(root, ScalarNode) and not root.text:  # nothing but comments
            if self.text and not self.text.endswith("\n"):
                self.splice([Edit(len(self.text), len(self.text), ending(self.text, 0))])
            root = MappingNode(len(self.text), len(self.text), (), flow=False, marked=False)
        if not isinstance(root, MappingNode):
            raise RefusedEditError(UNREAD)
        there = inside(root, section)
        if root.marked or (there and there.marked):
            raise RefusedEditError(MARKED)
        return Placing(self.text, root, self._hand._replace(text=self.text), is_file=True)
