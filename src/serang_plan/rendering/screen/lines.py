"""Lines as characters for the terminal: each point in the column of its time and the row of its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from rich.text import Text as Line

from serang_plan.page import LineKind, LinePoint, Lines
from serang_plan.rendering.axes import Extent, extent
from serang_plan.rendering.screen.column_fit import in_rows
from serang_plan.rendering.words import front_first, labelled_kinds
from serang_plan.wording import Lang, escape_invisible, short_date

SIGNS: dict[LineKind, tuple[str, str]] = {
    "threshold": ("─", ""),
    "due": ("┴", ""),
    "target": ("×", "green"),
    "scope": ("□", "yellow"),
    "series": ("◊", "magenta"),
    "substitute": ("△", "magenta"),
    "older": ("▪", "dim"),
    "rival": ("○", "cyan"),
    "value": ("●", "bold cyan"),
}
_NOW, _STROKE = ("┊", "red"), ("·", "dim")
_WIDEST, NARROWEST = 64, 24
_MOST_TICKS = 6

Grid = list[list[tuple[str, str]]]


def drawn(lines: Lines, room: int, lang: Lang) -> Iterator[Line]:
    """Give the lines of a chart that is no wider than the screen, and below it what its signs mean."""
    span = extent(lines, _MOST_TICKS)
    names = span.names(lang)
    label = max(map(len, names))
    columns = min(_WIDEST, room - label - 2)
    grid = _grid(lines, span, columns)
    for nth, row in enumerate(grid):
        name = names[-1 - nth // 2] if nth % 2 == 0 else ""
        yield Line.assemble((f"{name:>{label}} ", "dim"), ("┤" if name else "│", "dim"), *row)
    yield Line.assemble((f"{'':{label}} └{_marks(span, columns)}", "dim"))
    yield Line(f"{'':{label}}  {_years(span, columns)}".rstrip(), style="dim")
    seen = {sign for row in grid for sign, _ in row}
    entries = [(*SIGNS[kind], name) for kind, name in labelled_kinds(lines).items()]
    signs = [entry for entry in (*entries, (*_NOW, short_date(lines.now, lang))) if entry[0] in seen]
    yield from in_rows((_entry(*entry) for entry in signs), room)


def _entry(sign: str, style: str, name: str) -> Line:
    return Line.assemble((sign, style), (f" {escape_invisible(name)}", "dim"))


def _grid(lines: Lines, span: Extent, columns: int) -> Grid:
    """Return the signs of the plane: a row for each tick, and one between two."""
    rows = 2 * len(span.ticks) - 1
    grid: Grid = [[(" ", "")] * columns for _ in range(rows)]
    for row in grid:
        row[_column(span, lines.now, columns)] = _NOW
    in_order = sorted(lines.lines, key=front_first, reverse=True)
    for line in in_order:
        if line.is_joined:
            _join(grid, [_place(span, point, columns, rows) for point in line.points], line.kind)
    for line in in_order:
        for point in line.points if line.kind != "threshold" else ():
            column, nth = _place(span, point, columns, rows)
            grid[nth][column] = SIGNS[line.kind]
    return grid


def _join(grid: Grid, places: Sequence[tuple[int, int]], kind: LineKind) -> None:
    """Draw from each place to the next; a threshold in its own sign, anything else in points."""
    sign = SIGNS["threshold"] if kind == "threshold" else _STROKE
    for (start, first), (end, second) in pairwise(places):
        for column in range(start, end + 1):
            part = (column - start) / max(1, end - start)
            grid[round(first + (second - first) * part)][column] = sign


def _column(span: Extent, day: date, columns: int) -> int:
    return min(max(round(span.along(day) * (columns - 1)), 0), columns - 1)


def _place(span: Extent, point: LinePoint, columns: int, rows: int) -> tuple[int, int]:
    """Return the column of a time and the row of a value, counted from above."""
    return _column(span, point.day, columns), round((1 - span.up(point.value)) * (rows - 1))


def _marks(span: Extent, columns: int) -> str:
    marks = {_column(span, end, columns) for end in span.years()}
    return "".join("┴" if nth in marks else "─" for nth in range(columns))


def _years(span: Extent, columns: int) -> str:
    """Name as many years as there is room for, each in the middle below its mark."""
    line = ""
    for end in span.years():
        start = max(0, _column(span, end, columns) - 2)
        if start >= len(line) + (1 if line else 0) and start + 4 <= columns:
            line = line.ljust(start) + str(end.year)
    return line
