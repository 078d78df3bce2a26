"""Layout: where lines, colons and comments stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from serang_plan.nodes import ListNode, MappingNode, Node, Pair, ScalarNode
from serang_plan.places import line_start

_COLON = re.compile(r"[ \t]*:")
_EMPTY_LINE = re.compile(r"\n[ \t]*\r?\n")
_WORDS = re.compile(r"^(?=[ \t]*[^\s])", re.MULTILINE)


def column(text: str, index: int) -> int:
    """Return the column of a character, from 0."""
    return index - line_start(text, index)


def line_end(text: str, index: int) -> int:
    """Return where the line ends that has the last character before an index."""
    end = text.find("\n", max(index - 1, 0))
    if end < 0:
        return len(text)
    return end - text.startswith("\r\n", end - 1)


def next_line(text: str, index: int) -> int:
    """Return where the line behind that one starts."""
    return text.find("\n", max(index - 1, 0)) + 1 or len(text)


def ending(text: str, index: int) -> str:
    """Return how lines end there."""
    end = text.find("\n", index)
    end = text.rfind("\n") if end < 0 else end
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def beyond(text: str, end: int, column: int) -> int:
    """Return the end of the last line of comments directly below that stand deeper than a column."""
    while (start := next_line(text, end)) < len(text):
        below = line_end(text, start + 1)
        comment = text[start:below].lstrip(" ")
        if not comment.startswith("#") or below - start - len(comment) <= column:
            break
        end = below
    return line_end(text, end)


def colon_end(text: str, pair: Pair) -> int | None:
    """Return where the colon of a field ends, if it stands behind its name."""
    colon = _COLON.match(text, pair.key.end)
    return colon.end() if colon else None


def start_of(part: Pair | Node) -> int:
    """Return where a field or a value starts."""
    return part.key.start if isinstance(part, Pair) else part.start


def has_empty_line(text: str, one: Pair | Node, other: Pair | Node) -> bool:
    """Whether a line between two parts is empty."""
    return bool(_EMPTY_LINE.search(text, line_end(text, one.end), start_of(other)))


def has_comment(text: str, root: Node, start: int, end: int) -> bool:
    """Whether a comment stands in a stretch of a text, outside its values."""
    at = start
    for first, beyond in (*_texts(text, root), (end, end)):
        if "#" in text[at : min(first, end)]:
            return True
        if first >= end:
            break
        at = max(at, beyond)
    return False


def _texts(text: str, node: Node | Pair) -> Iterator[tuple[int, int]]:
    """Give the stretches in which a `#` begins no comment; behind the bar of a block one may stand."""
    match node:
        case ScalarNode(start=start, end=end, style=style):
            yield (line_end(text, start + 1) if style in ("|", ">") else start), end
        case Pair():
            yield from _texts(text, node.key)
            yield from _texts(text, node.value)
        case MappingNode(pairs=parts) | ListNode(items=parts):
            for part in parts:
                yield from _texts(text, part)


def lines_with_words(text: str, start: int, end: int) -> Iterator[int]:
    """Give where the lines of a stretch start, but for the empty ones."""
    return (line.start() for line in _WORDS.finditer(text, start, end))
