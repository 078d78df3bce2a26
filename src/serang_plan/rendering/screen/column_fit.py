"""Side by side: which columns of a table a screen has room for, how wide they are, and what stands below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.text import Text as Line

from serang_plan.page import Column
from serang_plan.wording import escape_invisible

_COMFORTABLE = 40
"""A column that wraps is not asked to give way to others below this width."""


class Layout(NamedTuple):
    """Which columns stand side by side, how wide, and which stand below the row."""

    kept: list[int]
    widths: list[int]
    columns: list[Column]
    below: list[tuple[int, str]]
    gap: int


def fitted(
    columns: Sequence[Column], natural: Sequence[int], longest_word: Callable[[int], int], width: int | None
) -> Layout:
    """Choose the columns for which there is room; wrapping ones give way at the end.

    `natural` is how many cells each would take; how many the longest word of one takes is asked where there
    is too little room. With None for the width all of them have room.
    """
    needed = [
        min(cells, _COMFORTABLE) if column.wrap else cells
        for cells, column in zip(natural, columns, strict=True)
    ]
    for gap in (2, 1):
        kept, below = _side_by_side(columns, needed, width, gap)
        if not below:
            break
    widths = [max(1, natural[at]) for at in kept]
    if width is not None and sum(widths) > (room := width - gap * (len(kept) - 1)):
        words = [longest_word(at) for at in kept]
        wrapping = [few if columns[at].wrap else natural[at] for at, few in zip(kept, words, strict=True)]
        for least in (wrapping, words, [1] * len(kept)):
            widths = _narrowed(widths, least, room)
    titles = [(at, escape_invisible(columns[at].title)) for at in sorted(below)]
    return Layout(kept, widths, [columns[at] for at in kept], titles, gap)


def _narrowed(widths: list[int], least: Sequence[int], room: int) -> list[int]:
    """Take cells from the widest columns until all have room, or none can give any more."""
    narrower = [*widths]
    while sum(narrower) > room:
        giving = [(cells, -nth) for nth, cells in enumerate(narrower) if cells > least[nth]]
        if not giving:
            break
        narrower[-max(giving)[1]] -= 1
    return narrower


def _side_by_side(
    columns: Sequence[Column], needed: Sequence[int], width: int | None, gap: int
) -> tuple[list[int], list[int]]:
    kept = list(range(len(columns)))
    below: list[int] = []
    while width is not None and sum(needed[at] + gap for at in kept) - gap > width:
        most = max(kept, key=lambda at: (columns[at].drop, at))
        if not columns[most].drop:
            break
        kept.remove(most)
        if not columns[most].redundant:
            below.append(most)
    return kept, below


def in_rows(parts: Iterable[Line], room: int) -> Iterator[Line]:
    """Give short texts side by side, on as many lines as that takes; at least one."""
    line = Line()
    for part in parts:
        if line and line.cell_len + 3 + part.cell_len > room:
            yield line
            line = Line()
        line.append("   " if line else "").append(part)
    yield line
