"""The node tree: a text, or one record of it, with the place of everything that is typed in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yaml import YAMLError
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from serang_plan.nodes import ListNode, MappingNode, Node, Pair, ScalarNode
from serang_plan.reading.parser import YamlEvent, events
from serang_plan.reading.plain_scalars import RefusedError, read_plain
from serang_plan.reading.yaml_tree import DEEPEST


class RecordPlace(NamedTuple):
    """A record: its code, and where it starts and ends; comments behind it do not count."""

    code: str | None
    start: int
    end: int


class RecordList(NamedTuple):
    """A section's list: its name, and whether its items stand on lines of their own."""

    name: str
    in_lines: bool
    records: tuple[RecordPlace, ...]


def lists(text: str) -> tuple[RecordList, ...]:
    """Return the lists of a text that can be read to its end; of another, none."""
    root = node_at(text)
    return tuple(_lists(root)) if isinstance(root, MappingNode) else ()


def _lists(root: MappingNode) -> Iterator[RecordList]:
    for key, value in root.pairs:
        if isinstance(value, ListNode):
            yield RecordList(key.text, not value.flow, tuple(map(_place, value.items)))


def _place(item: Node) -> RecordPlace:
    codes = (
        [value for key, value in item.pairs if key.text == "code"] if isinstance(item, MappingNode) else []
    )
    code = codes[-1].text if codes and isinstance(codes[-1], ScalarNode) else None
    return RecordPlace(code, item.start, item.end)


def node_at(text: str, index: int = 0, column: int = 0) -> Node | None:
    """Return what begins at an index of a text, in some column; None if it is broken.

    Where nothing but comments is left, that is an empty scalar.
    """
    try:
        return _Nodes(text, index, column).first()
    except YAMLError:
        return None


def plain_value(node: Node) -> object:
    """Return what a node means, as the reader takes it."""
    match node:
        case ScalarNode(text=text, style=style):
            return text if style else _plain(text)
        case ListNode():
            return [plain_value(item) for item in node.items]
        case MappingNode():
            return {pair.key.text: plain_value(pair.value) for pair in node.pairs}


def _plain(text: str) -> object:
    try:
        return read_plain(text)
    except RefusedError:
        return text


class _Nodes:
    def __init__(self, text: str, index: int, column: int) -> None:
        self._text = text
        self._next, self._shift = events(text, index, before=" " * column)

    def first(self) -> Node:
        self._next()
        self._next()
        event = self._next()
        return ScalarNode(0, 0, "") if event is None else self._node(event, 0)

    def _node(self, event: YamlEvent, depth: int) -> Node:
        kind = type(event)
        start, end = self._stretch(event)
        if kind is ScalarEvent:
            return ScalarNode(
                start, self._scalar_end(event), event.value, event.style or "", _is_marked(event)
            )
        if kind is AliasEvent:
            return ScalarNode(start, end, "", marked=True)
        if depth > DEEPEST:
            raise YAMLError
        if kind is MappingStartEvent:
            return self._mapping(event, start, depth)
        return self._list(event, start, depth)

    def _mapping(self, event: YamlEvent, start: int, depth: int) -> MappingNode:
        pairs: list[Pair] = []
        marked, end = _is_marked(event), start
        while type(key := self._next()) is not MappingEndEvent:
            marked |= type(key) is not ScalarEvent or key.value == "<<"
            name, value = self._node(key, depth + 1), self._node(self._next(), depth + 1)
            end = max(end, name.end, value.end)
            if isinstance(name, ScalarNode):
                pairs.append(Pair(name, value))
        return MappingNode(start, max(end, self._closing(key)), tuple(pairs), bool(event.flow_style), marked)

    def _list(self, event: YamlEvent, start: int, depth: int) -> ListNode:
        items: list[Node] = []
        while type(item := self._next()) is not SequenceEndEvent:
            items.append(self._node(item, depth + 1))
        end = max([start, *(node.end for node in items), self._closing(item)])
        return ListNode(start, end, tuple(items), bool(event.flow_style), _is_marked(event))

    def _closing(self, event: YamlEvent) -> int:
        """Return where a bracket closes; a list or mapping in lines ends with what stands in it."""
        start, end = self._stretch(event)
        return end if self._text[start:end] in ("]", "}") else 0

    def _scalar_end(self, event: YamlEvent) -> int:
        """Return where a scalar ends; empty lines below `|` and `>` are its own only if it keeps them."""
        start, end = self._stretch(event)
        if event.style in ("|", ">"):
            typed = self._text[start:end]
            if "+" not in typed.partition("\n")[0].partition("#")[0]:
                return start + len(typed.rstrip())
        return end

    def _stretch(self, event: YamlEvent) -> tuple[int, int]:
        return event.start_mark.index + self._shift, event.end_mark.index + self._shift


def _is_marked(event: YamlEvent) -> bool:
    return event.anchor is not None or event.tag is not None
