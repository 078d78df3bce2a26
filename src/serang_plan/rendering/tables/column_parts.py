"""A matrix in parts: some columns side by side, and of the lines those that have something there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.page import Cell, Matrix

MOST_COLUMNS = 24
"""Beyond this no eye follows a line, and a large matrix would be mostly empty."""


class PartRow(NamedTuple):
    """A line of a part: a cell or nothing for each of its columns."""

    label: str
    cells: tuple[Cell | None, ...]


class ColumnPart(NamedTuple):
    """Some columns of a matrix, and the lines that have something in them."""

    columns: tuple[str, ...]
    rows: tuple[PartRow, ...]


def in_parts(matrix: Matrix, most: int) -> Iterator[ColumnPart]:
    """Give a matrix in parts of at most so many columns; the work is that of its cells, not of its size."""
    size = max(1, min(most, MOST_COLUMNS))
    parts: dict[int, dict[int, dict[int, Cell]]] = defaultdict(lambda: defaultdict(dict))
    for nth, row in enumerate(matrix.rows):
        for column, cell in row.cells:
            parts[column // size][nth][column % size] = cell
    for start in range(0, len(matrix.columns), size):
        columns = matrix.columns[start : start + size]
        lines = parts.get(start // size, {})
        yield ColumnPart(
            columns, tuple(_row(matrix, nth, cells, len(columns)) for nth, cells in lines.items())
        )


def _row(matrix: Matrix, nth: int, cells: dict[int, Cell], size: int) -> PartRow:
    return PartRow(matrix.rows[nth].label, tuple(cells.get(slot) for slot in range(size)))
