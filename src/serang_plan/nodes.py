"""Nodes: the values of a text in YAML, each with where it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from serang_plan.places import Keys


class ScalarNode(NamedTuple):
    """A word, number or text, as it is typed; empty where a key has no value."""

    start: int
    end: int
    text: str
    style: str = ""
    """Its quotes, or the `|` or `>` above it."""
    marked: bool = False
    """Whether it bears an anchor or a tag, or is an alias: it is not what it seems to be."""


class ListNode(NamedTuple):
    """A list, in brackets or in lines."""

    start: int
    end: int
    items: tuple[Node, ...]
    flow: bool
    marked: bool


class MappingNode(NamedTuple):
    """A mapping, in braces or in lines."""

    start: int
    end: int
    pairs: tuple[Pair, ...]
    flow: bool
    marked: bool

    def pair(self, name: str | int) -> Pair | None:
        """Return the field of a name."""
        return next((pair for pair in self.pairs if pair.key.text == name), None)


class Pair(NamedTuple):
    """A field: its name and its value."""

    key: ScalarNode
    value: Node

    @property
    def end(self) -> int:
        """The end of the last that is typed of it."""
        return max(self.key.end, self.value.end)


Node: TypeAlias = ScalarNode | ListNode | MappingNode


def inside(node: Node, key: str | int) -> Node | None:
    """Return what a node holds at a key."""
    match node:
        case MappingNode():
            pair = node.pair(key)
            return pair.value if pair else None
        case ListNode() if isinstance(key, int) and key < len(node.items):
            return node.items[key]
    return None


def children(node: Node) -> Iterator[tuple[str | int, Node]]:
    """Give what stands directly in a node, each with its key."""
    if isinstance(node, MappingNode):
        yield from ((pair.key.text, pair.value) for pair in node.pairs)
    elif isinstance(node, ListNode):
        yield from enumerate(node.items)


def is_empty(node: Node) -> bool:
    """Whether nothing is said where a value could be."""
    if isinstance(node, ScalarNode):
        return not node.style and node.text in ("", "~", "null")
    return not any(children(node))


def is_marked(node: Node) -> bool:
    """Whether an anchor, an alias, a merge or a tag is in a node."""
    return node.marked or any(is_marked(child) for _, child in children(node))


def keys_to(node: Node, start: int) -> Keys | None:
    """Return the keys that lead to the mapping that begins at an index."""
    if isinstance(node, MappingNode) and node.start == start:
        return ()
    for key, child in children(node):
        if child.start <= start < child.end:
            keys = keys_to(child, start)
            if keys is not None:
                return (key, *keys)
    return None


def pairs_at(node: Node, keys: Keys) -> Iterator[Pair]:
    """Give the fields at some keys; a number stands for every item of its list."""
    key, *rest = keys
    if isinstance(key, int):
        for _, child in children(node) if isinstance(node, ListNode) else ():
            yield from pairs_at(child, tuple(rest))
    elif isinstance(node, MappingNode) and (pair := node.pair(key)):
        if rest:
            yield from pairs_at(pair.value, tuple(rest))
        else:
            yield pair
