"""Recovery: when an entry is broken it is left out, and reading goes on with the next."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import NamedTuple

from serang_plan.places import line_start
from serang_plan.reading.lines import Boundary, item_start, next_boundary
from serang_plan.reading.parser import ParseError
from serang_plan.reading.yaml_tree import Entry, LostEntry, Section, Tree

MOST_REPAIRS = 500
MOST_READINGS = 20
"""How often, all in all, a file may be read again to get past what is broken."""

_DASH = re.compile(r"( *)-[ \t]*")
_ITEM = re.compile(r"^( *)-(?=[ \t\r\n])", re.MULTILINE)


class _Region(NamedTuple):
    """The lines of a broken entry."""

    start: int
    end: int
    section: str | None
    within: Section | None = None
    """The section whose items these lines hold; None if they hold a section of their own."""
    items_follow: bool = False
    is_entry: bool = True
    """Whether they can be read by themselves."""

    def holds(self, trouble: ParseError) -> bool:
        return self.start <= trouble.start < self.end


def entries(tree: Tree) -> Iterator[Entry]:
    """Give every entry of a file that can be read."""
    start, within, owed, effort = 0, None, None, MOST_READINGS * len(tree.text)
    for _ in range(MOST_REPAIRS):
        trouble = yield from tree.read(start, len(tree.text), within)
        if trouble is None:
            if owed:
                tree.tell(owed)
            return
        effort -= trouble.reached - start
        region = _region(tree, trouble, start)
        owed = yield from _past(tree, region, trouble)
        start, within = region.end, region.within if region.items_follow else None
        if effort < 0:
            break
    tree.lost.append(LostEntry(None, None))


def _past(tree: Tree, region: _Region, trouble: ParseError) -> Generator[Entry, None, ParseError | None]:
    """Tell the trouble of a broken entry; return it if the entry alone is sound, so that it lies further on.

    A quote that is never closed makes the parser stumble far below; the entry alone shows where it opened.
    """
    alone: ParseError | None = trouble
    if region.is_entry:
        alone = yield from tree.read(region.start, region.end, region.within)
        if alone is None and not region.holds(trouble):
            return trouble
    if alone is not None:
        _lose(tree, region)
    tree.tell(trouble if alone is None or region.holds(trouble) else alone)
    return None


def _lose(tree: Tree, region: _Region) -> None:
    """Note the code of the lost entry; without one, that the section is not known in full."""
    lines = tree.text[region.start : region.end]
    code = _own_code(lines) if region.within else None
    tree.lost.append(LostEntry(region.section, code))


def _own_code(lines: str) -> str | None:
    """Return the code of an item from its lines, if they hold just one item, and not the code of a part."""
    dash = _DASH.match(lines)
    if dash is None or any(len(other.group(1)) < dash.end() for other in _ITEM.finditer(lines, dash.end())):
        return None
    beside, below = " " * len(dash.group(1)) + r"-[ \t]+\{?[ ]*", " " * dash.end()
    key = r"[\"']?(?:code|indicator)[\"']?:[ ]+[\"']?([\w.-]+(?: [\w.-]+)*)"
    code = re.search(f"^(?:{beside}|{below}){key}", lines, re.MULTILINE)
    return code.group(1) if code else None


def _region(tree: Tree, trouble: ParseError, floor: int) -> _Region:
    """Return the lines of the entry that was being read when a trouble was met."""
    section = tree.section
    if section is None:
        return _stray(tree, trouble, floor)
    if section.indent is None:
        start = line_start(tree.text, section.start)
        return _Region(start, _next(tree, start, None).start, section.name)
    if tree.item is not None:
        start = item_start(tree.text, tree.item, section.indent)
    else:
        start, is_item = _next(tree, max(section.start, floor - 1), section.indent)
        if not is_item:
            return _stray(tree, trouble, floor)
    end, items_follow = _next(tree, start, section.indent)
    return _Region(start, end, section.name, section, items_follow)


def _stray(tree: Tree, trouble: ParseError, floor: int) -> _Region:
    """Return the lines from a trouble between the entries up to the next section."""
    start = max(floor, line_start(tree.text, trouble.start))
    indented = tree.section is not None and tree.text[start : start + 1] == " "
    return _Region(
        start,
        _next(tree, start, None).start,
        tree.section.name if tree.section and indented else None,
        is_entry=False,
    )


def _next(tree: Tree, after: int, indent: int | None) -> Boundary:
    return next_boundary(tree.text, after, tree.margin, indent)
