"""Side by side: which columns of a table a screen has room for, how wide they are, and what stands below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from serang_plan.page import Column
from serang_plan.wording import visible

_COMFORTABLE = 40
"""A column that wraps is not asked to give way to others below this width."""


class Layout(NamedTuple):
    """Which columns stand side by side, how wide, and which stand below the row."""

    kept: list[int]
    widths: list[int]
    columns: list[Column]
    below: list[tuple[int, str]]
    gap: int


def fitted(columns: Sequence[Column], natural: Sequence[int], width: int | None) -> Layout:
    """Choose the columns for which there is room; wrapping ones give way at the end.

    `natural` is how many cells each would take; with None for the width all of them have room.
    """
    needed = [
        min(cells, _COMFORTABLE) if column.wrap else cells
        for cells, column in zip(natural, columns, strict=True)
    ]
    for gap in (2, 1):
        kept, below = _side_by_side(columns, needed, width, gap)
        if not below:
            break
    shown = [columns[at] for at in kept]
    widths = [max(1, natural[at]) for at in kept]
    excess = 0 if width is None else sum(widths) + gap * (len(kept) - 1) - width
    titles = [(at, visible(columns[at].title)) for at in sorted(below)]
    return Layout(kept, _narrowed(widths, shown, excess), shown, titles, gap)


def _narrowed(widths: list[int], columns: Sequence[Column], excess: int) -> list[int]:
    """Take what is too much from the columns that wrap, then from whichever is the widest."""
    for nth, column in enumerate(columns):
        if column.wrap and excess > 0:
            narrower = max(8, widths[nth] - excess)
            excess -= widths[nth] - narrower
            widths[nth] = narrower
    while excess > 0 and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
        excess -= 1
    return widths


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
        if not columns[most].spare:
            below.append(most)
    return kept, below
