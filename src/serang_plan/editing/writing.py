"""Writing: a value as YAML in the hand of its neighbours: braces or lines, quotes, indent and folding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from textwrap import wrap
from typing import NamedTuple

from serang_plan.editing.changes import Plain
from serang_plan.editing.layout import column
from serang_plan.editing.scalars import is_plain, scalar
from serang_plan.nodes import ListNode, MappingNode, Node, Pair, ScalarNode
from serang_plan.places import line_start

WIDTH = 100
"""How wide a line may grow before it is folded, or a mapping without neighbours stands in lines."""
INSET = 2
"""How far what is in a field stands behind its name, and what is in an item behind its dash."""
_MOST_NEIGHBOURS = 40
_NAME = r"[^\s#-][^#\n]*:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)- "
_SECTION = re.compile(f"^(){_NAME}", re.MULTILINE)
_LIST = re.compile(f"^( +(?:- +)?|- +){_NAME}", re.MULTILINE)
_FOLDED = re.compile(r": >-[ \t]*\r?$", re.MULTILINE)
_LEAD = re.compile(r"-( +)\Z")


class Hand(NamedTuple):
    """How a file is written, where there is no neighbour to go by."""

    text: str
    quotes: str
    section_dash: int
    """How far the dashes of a section stand behind its name."""
    dash: int
    """The same of a list in a record."""
    folds: bool

    @classmethod
    def of(cls, text: str) -> Hand:
        """Return the hand in which a text is written."""
        section, nested = _SECTION.search(text), _LIST.search(text)
        section_dash = _dash(section) if section else INSET
        quotes = "'" if text.count(": '") > text.count(': "') else '"'
        dash = _dash(nested) if nested else section_dash
        return cls(text, quotes, section_dash, dash, bool(_FOLDED.search(text)))

    # Lines are parted by LF here, and the first has no indent.

    def field(self, name: str, value: Plain, like: Sequence[Pair], at: int) -> str:
        """Return a field that begins in a column; `like` are fields of its name elsewhere, nearest first."""
        head = self.key(name)
        return f"{head}:{self.value(value, like, at, at + len(head))}"

    def value(self, value: Plain, like: Sequence[Pair], at: int, start: int) -> str:
        """Return what stands behind the colon, at `start`, of a field that begins in a column."""
        nodes = [pair.value for pair in like]
        if not self._in_lines(value, nodes, start):
            return f" {self._on_line(value, nodes, at, start)}"
        inset = next((self._inset(pair) for pair in like if _is_like(value, pair.value)), None)
        if isinstance(value, dict):
            at += inset or INSET
            return f"\n{' ' * at}{self._mapping(value, nodes, at)}"
        assert isinstance(value, list)
        usual = self.dash if at else self.section_dash
        at += usual if inset is None else inset
        items = (self.item(item, list(items_of(nodes)), at) for item in value)
        return "".join(f"\n{' ' * at}{item}" for item in items)

    def item(self, value: Plain, like: Sequence[Node], at: int) -> str:
        """Return an item of a list, with its dash, which stands in a column."""
        if not isinstance(value, dict) or not self._in_lines(value, like, at):
            return f"- {self._on_line(value, like, at, at)}"
        lead = next((self._lead(node) for node in like if _is_like(value, node)), 1)
        return f"-{' ' * lead}{self._mapping(value, like, at + 1 + lead)}"

    def key(self, name: str) -> str:
        """Return the name of a field."""
        return scalar(name, "", self.quotes, in_braces=True)

    def in_braces(self, value: Plain, like: Sequence[Node]) -> str:
        """Return a value on one line, as it can stand in braces too."""
        match value:
            case dict():
                fields = (
                    f"{self.key(name)}: {self.in_braces(inner, [pair.value for pair in _fields(like, name)])}"
                    for name, inner in value.items()
                )
                return f"{{{', '.join(fields)}}}"
            case list():
                return f"[{', '.join(self.in_braces(item, list(items_of(like))) for item in value)}]"
        return self._scalar(value, like, in_braces=True)

    def _mapping(self, value: dict[str, Plain], like: Sequence[Node], at: int) -> str:
        fields = (self.field(name, inner, _fields(like, name), at) for name, inner in value.items())
        return f"\n{' ' * at}".join(fields)

    def _on_line(self, value: Plain, like: Sequence[Node], at: int, start: int) -> str:
        """Return a value that begins on the line of its field; a long text is folded where others are."""
        if isinstance(value, dict | list):
            return self.in_braces(value, like)
        typed = self._scalar(value, like, in_braces=False)
        if isinstance(value, str) and self.folds and start + len(typed) > WIDTH and _can_be_folded(value):
            inset = " " * (at + INSET)
            lines = wrap(value, WIDTH - len(inset), break_long_words=False, break_on_hyphens=False)
            return "\n".join((">-", *(f"{inset}{line}" for line in lines)))
        return typed

    def _scalar(self, value: str | int | Decimal | None, like: Sequence[Node], *, in_braces: bool) -> str:
        """Return a scalar, in the quotes of the nearest if it stands in some that it does not need."""
        nearest = next((node for node in like if isinstance(node, ScalarNode)), None)
        quotes = nearest.style if nearest and nearest.style in ("'", '"') else ""
        by_habit = nearest is not None and is_plain(nearest.text, in_braces=in_braces)
        return scalar(value, quotes if by_habit else "", quotes or self.quotes, in_braces=in_braces)

    def _in_lines(self, value: Plain, like: Sequence[Node], start: int) -> bool:
        if not value or not isinstance(value, dict | list):
            return False
        for node in like:
            if _is_like(value, node):
                return not node.flow  # type: ignore[union-attr]
        inner = value.values() if isinstance(value, dict) else value
        is_nested = any(isinstance(item, dict | list) for item in inner)
        return is_nested or start + len(self.in_braces(value, ())) > WIDTH

    def _inset(self, pair: Pair) -> int:
        return max(column(self.text, pair.value.start) - column(self.text, pair.key.start), 0)

    def _lead(self, node: Node) -> int:
        """Return how many spaces stand between the dash of an item and the item."""
        lead = _LEAD.search(self.text[line_start(self.text, node.start) : node.start])
        return len(lead.group(1)) if lead else 1


def _dash(of_list: re.Match[str]) -> int:
    return max(len(of_list.group(2)) - len(of_list.group(1)), 0)


def items_of(like: Sequence[Node]) -> Iterator[Node]:
    """Give the items of lists, the last of the first list first."""
    items = (item for node in like if isinstance(node, ListNode) for item in reversed(node.items))
    return islice(items, _MOST_NEIGHBOURS)


def _is_like(value: Plain, node: Node) -> bool:
    """Whether a node is of the kind of a value, and something is in it."""
    if isinstance(value, dict):
        return isinstance(node, MappingNode) and bool(node.pairs)
    return isinstance(node, ListNode) and bool(node.items)


def _fields(like: Sequence[Node], name: str) -> list[Pair]:
    pairs = (node.pair(name) for node in like if isinstance(node, MappingNode))
    return list(filter(None, pairs))


def _can_be_folded(text: str) -> bool:
    return text.isprintable() and text == " ".join(text.split())
