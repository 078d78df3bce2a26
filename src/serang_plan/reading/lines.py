"""Lines: where one entry ends and the next begins, told by indentation alone, in a text that is broken."""

from __future__ import annotations

import re
from typing import NamedTuple

from serang_plan.places import line_start

_LINE = re.compile(r"^( *)(?:(-)(?=[ \t\r\n]|\Z)|[^ \t\r\n#])", re.MULTILINE)


class Boundary(NamedTuple):
    """The start of a line with which an item or a section begins."""

    start: int
    is_item: bool


def item_start(text: str, index: int, indent: int) -> int:
    """Return where the line with an item's dash starts, which may stand above the item's first word."""
    start = line_start(text, index)
    while start and text[start : start + indent + 1] != " " * indent + "-":
        start = line_start(text, start - 1)
    return start


def next_boundary(text: str, after: int, margin: int, indent: int | None) -> Boundary:
    """Return the next line that begins a section or, at the indent of a list, an item; else the end."""
    end_of_line = text.find("\n", after)
    for line in _LINE.finditer(text, end_of_line if end_of_line >= 0 else len(text)):
        deep, dash = len(line.group(1)), bool(line.group(2))
        if dash and deep == indent:
            return Boundary(line.start(), True)
        if not dash and deep <= margin:
            return Boundary(line.start(), False)
    return Boundary(len(text), False)
