"""A timeline as lines for the terminal: years above, a row for each thing; words where there is no room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.text import Text as Line

from serang_plan.page import Mark, Timeline, TimelineRow
from serang_plan.rendering.screen.column_fit import in_rows
from serang_plan.wording import escape_invisible

_SIGNS: dict[Mark, tuple[str, str]] = {
    "done": ("█", "green"),
    "running": ("▓", "cyan"),
    "planned": ("▒", ""),
    "moved": ("░", "dim"),
    "unsure": ("?", "yellow"),
    "now": ("│", "dim"),
}
_SHORTEST_LABEL, _USUAL_LABEL = 16, 44
"""A label gets the usual width before the words, and the words before more of it."""
_NARROWEST_NAME = 2
_WIDE_ENOUGH = 44
"""A chart this wide is not stretched any further."""


class _ScreenScale(NamedTuple):
    """How many cells a tick takes, the space behind it included, and how many of them are slots."""

    step: int
    cells: int
    slots: int
    ticks: int

    @property
    def width(self) -> int:
        return self.step * self.ticks

    def at(self, slot: int) -> int:
        tick, within = divmod(slot, self.slots)
        return tick * self.step + within * self.cells // self.slots

    def cells_of(self, start: int, end: int) -> range:
        """Return the cells from one slot up to another: at least one."""
        first = self.at(max(0, start))
        last = self.at(min(end, self.slots * self.ticks) - 1) + max(1, self.cells // self.slots)
        return range(first, max(last, first + 1))


def drawn(timeline: Timeline, width: int | None) -> Iterator[Line]:
    """Give the lines of a timeline that is no wider than the screen."""
    yield Line(f"\n{escape_invisible(timeline.caption)}", style="bold")
    room = width or 100_000
    scale = _scale(timeline, room)
    if scale is None:
        yield from (Line(escape_invisible(f"{row.label}: {row.words}")) for row in timeline.rows)
        return
    words = _widest(row.words for row in timeline.rows)
    label = _label_width(timeline, words, room - 2 - scale.width)
    with_words = label + 2 + scale.width + 1 + words <= room
    yield _ticks(timeline, scale, label)
    for row in timeline.rows:
        yield _row(row, timeline.now, scale, label, with_words)
    signs = (
        Line.assemble(_SIGNS[mark], (f" {escape_invisible(words)}", "dim")) for mark, words in timeline.legend
    )
    yield from in_rows(signs, room)


def _scale(timeline: Timeline, width: int) -> _ScreenScale | None:
    room = width - _SHORTEST_LABEL - 2
    ticks, slots = len(timeline.ticks), timeline.slots
    for cells in (4 * slots, 3 * slots, 2 * slots):
        wide = _ScreenScale(cells + 1, cells, slots, ticks)
        if wide.width <= min(room, _WIDE_ENOUGH):
            return wide
    for step, cells in ((max(slots, 4) + 1, max(slots, 4)), (3, 2), (1, 1)):
        if step * ticks <= room:
            return _ScreenScale(step, cells, slots, ticks)
    return None


def _label_width(timeline: Timeline, words: int, room: int) -> int:
    natural = _widest(row.label for row in timeline.rows)
    beside = room - words - 1
    return min(natural, room if beside < min(natural, _USUAL_LABEL) else beside)


def _widest(texts: Iterable[str]) -> int:
    return max((Line(escape_invisible(text)).cell_len for text in texts), default=0)


def _ticks(timeline: Timeline, scale: _ScreenScale, label: int) -> Line:
    """Name the ticks, by their last letters where they are narrow, and only some where that says nothing."""
    line = ""
    for nth, tick in enumerate(map(escape_invisible, timeline.ticks)):
        name = tick if scale.cells < _NARROWEST_NAME else tick[-scale.cells :]
        if len(line) <= nth * scale.step and nth * scale.step + len(name) <= scale.width:
            line = line.ljust(nth * scale.step) + f"{name} "
    return Line(f"{' ' * (label + 2)}{line}".rstrip(), style="bold dim")


def _row(row: TimelineRow, now: int | None, scale: _ScreenScale, label: int, with_words: bool) -> Line:
    cells: list[tuple[str, str]] = [(" ", "")] * scale.width
    if now is not None:
        cells[scale.at(now)] = _SIGNS["now"]
    for start, end, mark in row.intervals:
        for at in scale.cells_of(start, end):
            cells[at] = _SIGNS[mark]
    line = _cut(escape_invisible(row.label), label).append("  ")
    for sign, style in cells:
        line.append(sign, style=style)
    return line.append(f" {escape_invisible(row.words)}") if with_words else line


def _cut(label: str, width: int) -> Line:
    """Return a label of just that width; what is cut ends in two dots, which every screen can show."""
    line = Line(label)
    if line.cell_len > width:
        line.truncate(width - 2, overflow="crop")
        line.append("..")
    line.truncate(width, pad=True)
    return line
