"""A page as documents on paper lay it out: every text made visible, headings in order, notes to go to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from math import ceil
from typing import NamedTuple, TypeVar, assert_never

from serang_plan.page import (
    Bars,
    Block,
    Cell,
    Chart,
    Code,
    Column,
    Group,
    Heading,
    Items,
    Lines,
    Matrix,
    Notes,
    Page,
    Panels,
    Paragraph,
    Signature,
    Stacks,
    Table,
    Timeline,
    Tone,
)
from serang_plan.rendering.charts.palette import MUTED, TEXT, TONES
from serang_plan.rendering.charts.svg import Picture
from serang_plan.rendering.paper.column_widths import kept
from serang_plan.rendering.tables.column_parts import ColumnPart, in_parts

MOST_MATRIX_COLUMNS = 16
"""Codes are short: so many stand side by side."""
_MOST_CHART_ROWS = 36
"""A sheet has no room for more rows of a picture."""

INKS: dict[Tone, str] = {tone: ink.edge for tone, ink in TONES.items()} | {"plain": TEXT, "muted": MUTED}
"""The colour of each tone in print, as in the charts: all of them readable on white and in grey."""

Part_ = TypeVar("Part_")


class PaperTable(NamedTuple):
    """A table as it is drawn: only the columns that have room, a matrix as tables too."""

    caption: str
    legend: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]


def every_text(value: Part_, change: Callable[[str], str]) -> Part_:
    """Return the same page, block or cell with every text in it changed; code keeps its lines."""
    changed: object = value
    if isinstance(value, str):
        changed = change(value)
    elif isinstance(value, Code):
        changed = value._replace(text="\n".join(map(change, value.text.rstrip().splitlines())))
    elif isinstance(value, tuple):
        parts = (every_text(part, change) for part in value)
        changed = type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return changed  # type: ignore[return-value]


def without_commands(page: Page) -> Page:
    """Return the page without what to type for more: who holds the paper has no keyboard for it."""
    return page._replace(blocks=tuple(_without_commands(page.blocks)))


def _without_commands(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block, then in pairwise((*blocks, None)):
        if isinstance(block, Items):
            if not block.hints:
                yield block._replace(items=tuple(item._replace(command="") for item in block.items))
        elif block is not None and not (
            isinstance(block, Heading) and isinstance(then, Items) and then.hints
        ):
            yield block


def leads_to_signature(blocks: tuple[Block, ...]) -> Iterator[bool]:
    """Say of each block whether it is the sentence above a signature, which never stands alone on a sheet."""
    for block, then in pairwise((*blocks, None)):
        yield isinstance(block, Paragraph) and isinstance(then, Signature)


def in_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with headings that skip no level, the page's title being the first."""
    above, ordered = 1, list[Block]()
    for block in blocks:
        if isinstance(block, Heading):
            above = max(2, min(block.level, above + 1))
            block = block._replace(level=above)
        elif isinstance(block, Notes):
            above = 2
        ordered.append(block)
    return tuple(ordered)


def targets(page: Page) -> dict[str, str]:
    """Return where each note stands that a mark can lead to: the first one of that mark."""
    marks = (note.mark for block in page.blocks if isinstance(block, Notes) for note in block.notes)
    return {mark: f"catatan_{nth}" for nth, mark in enumerate(dict.fromkeys(marks), 1)}


def in_words(picture: Picture) -> str:
    """Return what a picture shows, for those who do not see it."""
    return f"{picture.title}. {picture.words}" if picture.words else picture.title


def on_sheets(chart: Chart) -> Iterator[Chart]:
    """Give a chart in as many parts as it needs for each to have room on a sheet."""
    match chart:
        case Bars():
            yield from (chart._replace(bars=rows) for rows in _few(chart.bars))
        case Stacks():
            yield from (chart._replace(stacks=rows) for rows in _few(chart.stacks))
        case Timeline():
            yield from (chart._replace(rows=rows) for rows in _few(chart.rows))
        case Lines() | Panels():
            yield chart
        case _:
            assert_never(chart)


def _few(rows: tuple[Part_, ...]) -> Iterator[tuple[Part_, ...]]:
    for start in range(0, max(1, len(rows)), _MOST_CHART_ROWS):
        yield rows[start : start + _MOST_CHART_ROWS]


def shown_table(table: Table, most: int) -> PaperTable:
    """Return the table with so many of its columns."""
    kept_columns = kept(table, most)
    groups = (
        Group(group.title, tuple(tuple(row[at] for at in kept_columns) for row in group.rows))
        for group in table.groups
    )
    return PaperTable(table.caption, "", tuple(table.columns[at] for at in kept_columns), tuple(groups))


def in_lengths(table: PaperTable, most: int) -> Iterator[PaperTable]:
    """Give a table in lengths of at most so many rows, ended at a group; only the first has a caption."""
    lengths: list[list[Group]] = [[]]
    for group in table.groups:
        for start in range(0, max(1, len(group.rows)), most):
            part = Group("" if start else group.title, group.rows[start : start + most])
            if sum(len(before.rows) for before in lengths[-1]) + len(part.rows) > most and lengths[-1]:
                lengths.append([])
            lengths[-1].append(part)
    yield table._replace(groups=tuple(lengths[0]))
    yield from (table._replace(caption="", legend="", groups=tuple(groups)) for groups in lengths[1:])


def shown_matrix(matrix: Matrix) -> tuple[PaperTable, ...]:
    """Return a matrix as tables, as many as its columns need; the first one bears the caption."""
    count = ceil(len(matrix.columns) / MOST_MATRIX_COLUMNS)
    parts = in_parts(matrix, ceil(len(matrix.columns) / max(1, count)))
    return tuple(_part(matrix, part, is_first=not nth) for nth, part in enumerate(parts))


def _part(matrix: Matrix, part: ColumnPart, *, is_first: bool) -> PaperTable:
    columns = (Column(matrix.corner), *(Column(title, matrix.align) for title in part.columns))
    rows = ((Cell(row.label), *(cell or Cell("") for cell in row.cells)) for row in part.rows)
    caption, legend = (matrix.caption, matrix.legend) if is_first else ("", "")
    return PaperTable(caption, legend, columns, (Group("", tuple(rows)),))


def texts_of(table: PaperTable) -> list[list[str]]:
    """Return what stands in each column, its title first."""
    rows = [row for group in table.groups for row in group.rows]
    return [
        [column.title, *(row[at].text + "".join(row[at].marks) for row in rows)]
        for at, column in enumerate(table.columns)
    ]
