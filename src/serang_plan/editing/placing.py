"""Placing: a change becomes edits of the text; comments, and what is not touched, stay byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, NoReturn

from serang_plan.editing.changes import Plain
from serang_plan.editing.edits import Edit
from serang_plan.editing.layout import (
    beyond,
    colon_end,
    column,
    ending,
    has_comment,
    has_empty_line,
    line_end,
    lines_with_words,
    next_line,
    start_of,
)
from serang_plan.editing.scalars import NOT_IN_BRACES, quoted_text
from serang_plan.editing.writing import INSET, Hand, items_of
from serang_plan.nodes import ListNode, MappingNode, Node, Pair, ScalarNode, inside, is_empty
from serang_plan.places import Keys, line_start
from serang_plan.wording import Text, backquoted

_COMMA = re.compile(r",\s*\Z")
_EMPTY_LINES = re.compile(r"(?:^[ \t]*\r?\n)+\Z", re.MULTILINE)

COMMENT = Text(
    "ada komentar di dalamnya yang akan hilang; pindahkan dulu",
    "there is a comment in it that would be lost; move it first",
)
ONLY_ONE = Text(
    "hanya itu yang tertulis di sana; hapus seluruhnya", "nothing else is written there; remove all of it"
)
NO_LIST = Text("isinya tidak dapat menjadi daftar", "what is there cannot be a list")
TAKEN = Text("nama isian itu sudah ada di sana", "a field of that name is there already")
UNUSUAL = Text(
    "cara menulisnya di sana tidak biasa; ubah dengan tangan",
    "it is written in an unusual way there; change it by hand",
)


class RefusedEditError(Exception):
    """A text cannot be edited so that only what is meant changes; says why."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def nothing_at(keys: Keys) -> NoReturn:
    """Refuse what is meant to happen where nothing is written."""
    name = backquoted(".".join(map(str, keys)))
    raise RefusedEditError(Text(f"{name} tidak ada di sana", f"there is no {name} there"))


class Placing(NamedTuple):
    """A text, and the record in it that is changed, or all of the file."""

    text: str
    root: Node
    hand: Hand
    is_file: bool = False

    def set_field(
        self, keys: Keys, value: Plain, order: Sequence[str] = (), like: Sequence[Pair] = ()
    ) -> list[Edit]:
        """Give a field its value; one that is not there yet goes where the order of the model has it.

        `like` are fields of its name elsewhere, nearest first.
        """
        within, key = self._within(keys), keys[-1]
        if isinstance(within, MappingNode) and isinstance(key, str):
            pair = within.pair(key)
            return (
                self._put(within, pair, value, like) if pair else self._add(within, key, value, order, like)
            )
        old = inside(within, key)
        if not isinstance(old, ScalarNode) or isinstance(value, dict | list):
            nothing_at(keys)
        self._keep_comments(old.start, old.end)
        return [Edit(old.start, old.end, self.hand.in_braces(value, [old]))]

    def append_item(
        self, keys: Keys, value: Plain, order: Sequence[str] = (), like: Sequence[Pair] = ()
    ) -> list[Edit]:
        """Put an item behind the last of a list; a list that is not there yet is made."""
        there = inside(self._within(keys), keys[-1])
        if there is None or is_empty(there):
            return self.set_field(keys, [value], order, like)
        if not isinstance(there, ListNode):
            raise RefusedEditError(NO_LIST)
        neighbours = list(items_of([there, *(pair.value for pair in like)]))
        if there.flow:
            return [self._behind_part(there.items, self.hand.in_braces(value, neighbours))]
        at = column(self.text, there.start)
        return [self._behind_lines(there.items, self.hand.item(value, neighbours, at), at)]

    def remove(self, keys: Keys, *, with_comments: bool = False) -> list[Edit]:
        """Take a field or an item away."""
        within, key = self._within(keys), keys[-1]
        parts, nth = _parts(within, key)
        if nth is None:
            nothing_at(keys)
        if isinstance(within, ListNode | MappingNode) and within.flow:
            edits = [self._without_part(parts, nth)]
        elif len(parts) == 1:
            edits = self._emptied(keys[:-1], within)
        else:
            edits = [self._without_lines(within, parts, nth)]
        for edit in edits if not with_comments else ():
            self._keep_comments(edit.start, edit.end)
        return edits

    def rename(self, keys: Keys, name: str, *, into_list: bool = False) -> list[Edit]:
        """Give a field another name; what is typed in it stays, or becomes the only item of a list."""
        within = self._within(keys)
        if not isinstance(within, MappingNode):
            nothing_at(keys)
        pair = within.pair(keys[-1]) or nothing_at(keys)
        if within.pair(name):
            raise RefusedEditError(TAKEN)
        edits = [Edit(pair.key.start, pair.key.end, self.hand.key(name))]
        return [*edits, *self._as_item(pair)] if into_list else edits

    # -- a value in its place -----------------------------------------------------------

    def _within(self, keys: Keys) -> Node:
        node: Node | None = self.root
        for key in keys[:-1]:
            node = inside(node, key) if node else None
        return node or nothing_at(keys)

    def _put(self, within: MappingNode, pair: Pair, value: Plain, like: Sequence[Pair]) -> list[Edit]:
        """Type a value where another one stands, or none."""
        old, colon, at = pair.value, self._colon(pair), column(self.text, pair.key.start)
        if within.flow:
            typed = f" {self.hand.in_braces(value, [pair.value for pair in like])}"
        else:
            typed = self.hand.value(value, like, at, column(self.text, colon))
        in_lines = "\n" in self.text[colon : old.start] and not _is_nothing(old)
        end = line_end(self.text, old.end) if in_lines else max(old.end, colon)
        self._keep_comments(colon, end)
        head, parted, lines = typed.partition("\n")
        end = colon if _is_nothing(old) else old.end
        if in_lines or not head or _is_nothing(old):
            edits = [Edit(colon, end, head)]
        else:
            edits = [Edit(old.start, end, head[1:])]
        if parted:
            edits.append(self._new_lines(beyond(self.text, end, at), f"\n{lines}"))
        return edits

    def _add(
        self, within: MappingNode, name: str, value: Plain, order: Sequence[str], like: Sequence[Pair]
    ) -> list[Edit]:
        """Put a new field behind those that the order has before it."""
        names = [pair.key.text for pair in within.pairs]
        earlier = order[: order.index(name)] if name in order else names
        before = [nth for nth, other in enumerate(names) if other in earlier]
        parts = within.pairs[: before[-1] + 1] if before else ()
        if within.flow:
            typed = f"{self.hand.key(name)}: {self.hand.in_braces(value, [pair.value for pair in like])}"
            if parts:
                return [self._behind_part(parts, typed)]
            first = within.pairs[0].key.start if names else within.start + 1
            return [Edit(first, first, f"{typed}, " if names else typed)]
        at = column(self.text, within.start)
        typed = self.hand.field(name, value, like, at)
        if parts:
            return [self._behind_lines(parts, typed, at)]
        return [self._new_lines(within.start, f"{typed}\n{' ' * at}")]

    def _behind_part(self, parts: Sequence[Pair | Node], typed: str) -> Edit:
        """Return what puts a part into braces or brackets behind others, parted as they are."""
        comma = None
        if len(parts) > 1:
            comma = _COMMA.search(self.text[parts[-2].end : start_of(parts[-1])])
        end = parts[-1].end
        return Edit(end, end, f"{comma.group() if comma else ', '}{typed}")

    def _behind_lines(self, parts: Sequence[Pair | Node], typed: str, at: int) -> Edit:
        """Return what puts a field or an item on lines behind others, below an empty one if they have it."""
        empty = self.is_file and len(parts) == 1 and isinstance(parts[0], Pair)
        empty |= any(has_empty_line(self.text, *two) for two in pairwise(parts[-2:]))
        below = beyond(self.text, parts[-1].end, at)
        return self._new_lines(below, ("\n\n" if empty else "\n") + f"{' ' * at}{typed}")

    def _new_lines(self, index: int, typed: str) -> Edit:
        return Edit(index, index, typed.replace("\n", ending(self.text, index)))

    # -- less ---------------------------------------------------------------------------

    def _without_part(self, parts: Sequence[Pair | Node], nth: int) -> Edit:
        """Return what takes a part out of braces or brackets, with the comma before it, or else behind it."""
        if nth:
            return Edit(parts[nth - 1].end, parts[nth].end, "")
        start = start_of(parts[0])
        return Edit(start, start_of(parts[1]) if len(parts) > 1 else parts[0].end, "")

    def _without_lines(self, within: Node, parts: Sequence[Pair | Node], nth: int) -> Edit:
        """Return what takes the lines of a field or an item away, and empty lines above an item."""
        text, at = self.text, column(self.text, within.start)
        start = self._own_line(start_of(parts[nth]), at, "-" if isinstance(within, ListNode) else "")
        if start is None and nth == 0 and isinstance(within, MappingNode):  # it stands behind a dash
            return Edit(start_of(parts[0]), start_of(parts[1]), "")
        if start is None:
            raise RefusedEditError(UNUSUAL)
        end = next_line(text, beyond(text, parts[nth].end, at))
        if nth and (empty := _EMPTY_LINES.search(text, next_line(text, parts[nth - 1].end), start)):
            start = empty.start()
        if end == len(text) and not text.endswith("\n"):  # the line above becomes the last, and has no end
            start = line_end(text, start)
        return Edit(start, end, "")

    def _own_line(self, index: int, at: int, dash: str) -> int | None:
        """Return the start of the line on which a field or the dash of an item is the first thing."""
        start = line_start(self.text, index)
        while dash and start and not self.text.startswith(" " * at + dash, start):
            start = line_start(self.text, start - 1)
        alone = self.text.startswith(" " * at + dash, start) and (dash or start + at == index)
        return start if alone else None

    def _emptied(self, keys: Keys, emptied: Node) -> list[Edit]:
        """Return what leaves an empty list, where its only item stands on lines."""
        if not isinstance(emptied, ListNode):
            raise RefusedEditError(ONLY_ONE)
        within, at = self._within(keys), column(self.text, emptied.start)
        pair = within.pair(keys[-1]) if keys and isinstance(within, MappingNode) else None
        start = self._own_line(emptied.start, at, "-")
        if pair is None or start is None:
            raise RefusedEditError(UNUSUAL)
        colon = self._colon(pair)
        end = beyond(self.text, emptied.end, at)
        return [Edit(colon, colon, " []"), Edit(line_end(self.text, start), end, "")]

    # -- a list around a value --------------------------------------------------------------

    def _as_item(self, pair: Pair) -> Iterator[Edit]:
        """Give what makes a value the only item of a list."""
        value, colon = pair.value, self._colon(pair)
        if _is_nothing(value) or isinstance(value, ListNode):
            raise RefusedEditError(NO_LIST)
        if isinstance(value, MappingNode) and not value.flow:
            yield from self._lines_as_item(pair, value)
        elif isinstance(value, ScalarNode) and value.style in ("|", ">"):
            dash = " " * (column(self.text, pair.key.start) + self.hand.dash) + "-"
            yield self._new_lines(colon, f"\n{dash}")
            yield from self._shifted(value.start, value.end, self.hand.dash)
        else:
            typed = self.text[value.start : value.end]
            if isinstance(value, ScalarNode) and not value.style and NOT_IN_BRACES.search(typed):
                typed = quoted_text(value.text, self.hand.quotes)
            yield Edit(colon, value.end, f"{self.text[colon : value.start]}[{typed}]")

    def _lines_as_item(self, pair: Pair, value: MappingNode) -> Iterator[Edit]:
        """Give what puts a dash before a mapping in lines, and its lines behind the dash."""
        at, name = column(self.text, value.start), column(self.text, pair.key.start)
        beside = not self.hand.dash and at >= name + INSET
        yield Edit(value.start - at, value.start, f"{' ' * (at - INSET if beside else at)}- ")
        if not beside:
            yield from self._shifted(value.start, beyond(self.text, value.end, at - 1), INSET)

    def _shifted(self, start: int, end: int, by: int) -> Iterator[Edit]:
        """Give what moves the lines below the first of a stretch to the right."""
        for line in lines_with_words(self.text, next_line(self.text, start + 1), end):
            yield Edit(line, line, " " * by)

    # -- what stands in the way ---------------------------------------------------------------

    def _colon(self, pair: Pair) -> int:
        colon = colon_end(self.text, pair)
        if colon is None:
            raise RefusedEditError(UNUSUAL)
        return colon

    def _keep_comments(self, start: int, end: int) -> None:
        if has_comment(self.text, self.root, start, end):
            raise RefusedEditError(COMMENT)


def _parts(within: Node, key: str | int) -> tuple[Sequence[Pair | Node], int | None]:
    """Return the fields or items of a node, and which of them has a key."""
    if isinstance(within, MappingNode):
        nths = [nth for nth, pair in enumerate(within.pairs) if pair.key.text == key]
        return within.pairs, nths[0] if nths else None
    items = within.items if isinstance(within, ListNode) else ()
    return items, key if isinstance(key, int) and key < len(items) else None


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.start == node.end
