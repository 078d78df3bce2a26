"""A timeline: ticks above, a row for each thing, where it was before it was put off, and a line for now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from serang_plan.page import Timeline, TimelineRow
from serang_plan.rendering.charts.elements import DASHES, SLIM, SMALL, Drawing, area, box, legend, line, text
from serang_plan.rendering.charts.palette import MARKS, MUTED, PAPER, RULE, TRACK
from serang_plan.rendering.charts.text_metrics import cut, folded, width_of
from serang_plan.wording import escape_invisible

_HEAD = 22.0
_ROW, _BAR, _LINE = 15.0, 10.0, 13.5
_LONGEST_LABEL, _MOST_LINES = 290.0, 2
_BESIDE = 10.0


class _PictureScale(NamedTuple):
    """Turns slots into places between two edges; in a slim picture labels stand above the bars."""

    left: float
    right: float
    slots: int

    @property
    def slim(self) -> bool:
        return self.left == 0

    @property
    def room(self) -> float:
        """Return how wide a label may be."""
        return self.right - 4 if self.slim else self.left - _BESIDE

    def at(self, slot: int) -> float:
        return self.left + min(max(slot, 0), self.slots) * (self.right - self.left) / max(1, self.slots)


class _PictureRow(NamedTuple):
    """A row in its place: where it begins and ends, and the lines of its label."""

    row: TimelineRow
    top: float
    bottom: float
    label: tuple[str, ...]


def drawn(timeline: Timeline, width: float) -> Drawing:
    """Draw the rows from the first tick to the last."""
    scale = _scale(timeline, width)
    rows = [*_placed(timeline.rows, scale)]
    bottom = rows[-1].bottom if rows else _HEAD
    elements = [*_grid(timeline, scale, bottom)]
    for row in rows:
        elements += _row(row, scale)
    if timeline.now is not None:
        elements += _now(timeline.now, scale, rows)
    below = legend([(MARKS[mark], words) for mark, words in timeline.legend], bottom + 6, width)
    return Drawing((*elements, *below.elements), bottom + 6 + below.height)


def _placed(rows: Sequence[TimelineRow], scale: _PictureScale) -> Iterator[_PictureRow]:
    """Give each row its place below the one before; a slim one has its label above the bar."""
    top = _HEAD
    for row in rows:
        label = folded(row.label, scale.room, SMALL, _MOST_LINES)
        bottom = top + _ROW + _LINE * (len(label) if scale.slim else max(0, len(label) - 1))
        yield _PictureRow(row, top, bottom, label)
        top = bottom


def _scale(timeline: Timeline, width: float) -> _PictureScale:
    widest = max((width_of(escape_invisible(row.label), SMALL) for row in timeline.rows), default=0)
    left = 0 if width <= SLIM else min(widest, _LONGEST_LABEL) + _BESIDE
    return _PictureScale(left, width - 1, len(timeline.ticks) * timeline.slots)


def _now(slot: int, scale: _PictureScale, rows: Sequence[_PictureRow]) -> Iterator[str]:
    """Draw the line of the date; in a slim picture it leaves out the labels, which stand in its way."""
    x = (scale.at(slot) + scale.at(slot + 1)) / 2
    colour = MARKS["now"].fill
    if not scale.slim:
        yield line(x, _HEAD - 2, x, rows[-1].bottom if rows else _HEAD, colour, 2, DASHES)
        return
    for row in rows:
        yield line(x, row.bottom - _ROW + 1, x, row.bottom, colour, 2)


def _grid(timeline: Timeline, scale: _PictureScale, bottom: float) -> Iterator[str]:
    """Draw the ticks and their names, as many as have room."""
    room = (scale.right - scale.left) / max(1, len(timeline.ticks))
    widest = max((width_of(escape_invisible(tick), SMALL) for tick in timeline.ticks), default=0)
    every = max(1, -(-int(min(widest, scale.right / 4) + 6) // max(1, int(room))))
    for nth, tick in enumerate(timeline.ticks):
        start, end = scale.at(nth * timeline.slots), scale.at((nth + 1) * timeline.slots)
        if nth % 2 == 0:
            yield box(start, _HEAD, end - start, bottom - _HEAD, TRACK)
        if nth % every == 0:
            words = cut(tick, room * every, SMALL)
            yield text(start + 3, _HEAD - 7, words, size=SMALL, fill=MUTED, bold=True)
        yield line(start, _HEAD - 4, start, bottom, RULE)
    yield line(scale.right, _HEAD - 4, scale.right, bottom, RULE)


def _row(placed: _PictureRow, scale: _PictureScale) -> Iterator[str]:
    """Draw a row; in a slim picture its label stands on plain paper."""
    if scale.slim:
        yield box(0, placed.top, scale.right + 1, placed.bottom - _ROW - placed.top, PAPER)
    first = placed.top + (_LINE - 3 if scale.slim else _ROW / 2 + 4.5)
    for nth, words in enumerate(placed.label):
        yield text(0, first + nth * _LINE, words, size=SMALL)
    middle = placed.bottom - _ROW / 2 if scale.slim else (placed.top + placed.bottom) / 2
    for interval in placed.row.intervals:
        start = scale.at(interval.start)
        width = max(3.0, scale.at(interval.end) - start)  # wide enough to be seen
        yield from area(start, middle - _BAR / 2, width, _BAR, MARKS[interval.mark])
