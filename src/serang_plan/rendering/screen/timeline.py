"""A timeline as lines for the terminal: years above, a lane for each thing; words where there is no room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text as Line

from serang_plan.page import Mark, Timeline, TimelineRow
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

    def stretch(self, start: int, end: int) -> range:
        """Return the cells from one slot up to another: at least one."""
        first = self.at(max(0, start))
        last = self.at(min(end, self.slots * self.ticks) - 1) + max(1, self.cells // self.slots)
        return range(first, max(last, first + 1))


def drawn(timeline: Timeline, width: int | None) -> Iterator[Line]:
    """Give the lines of a timeline that is no wider than the screen."""
    yield Line(f"\n{escape_invisible(timeline.caption)}", style="bold")
    scale = _scale(timeline, width)
    if scale is None:
        yield from (
            Line(f"{escape_invisible(lane.label)}: {escape_invisible(lane.words)}") for lane in timeline.rows
        )
        return
    label = _label_width(timeline, width, scale)
    with_words = _has_room_for_words(timeline, width, label + 2 + scale.width)
    yield _ticks(timeline, scale, label)
    for lane in timeline.rows:
        yield _lane(lane, timeline.now, scale, label, with_words)
    yield from _legend(timeline, width)


def _scale(timeline: Timeline, width: int | None) -> _ScreenScale | None:
    room = (width or 100_000) - _SHORTEST_LABEL - 2
    ticks, slots = len(timeline.ticks), timeline.slots
    for each in (4, 3, 2):
        wide = _ScreenScale(each * slots + 1, each * slots, slots, ticks)
        if wide.width <= min(room, _WIDE_ENOUGH):
            return wide
    for step, cells in ((max(slots, 4) + 1, max(slots, 4)), (3, 2), (1, 1)):
        if step * ticks <= room:
            return _ScreenScale(step, cells, slots, ticks)
    return None


def _label_width(timeline: Timeline, width: int | None, scale: _ScreenScale) -> int:
    natural = max((Line(escape_invisible(lane.label)).cell_len for lane in timeline.rows), default=0)
    words = max((Line(escape_invisible(lane.words)).cell_len for lane in timeline.rows), default=0) + 1
    room = (width or 100_000) - 2 - scale.width
    return min(natural, room if room - words < min(natural, _USUAL_LABEL) else room - words)


def _has_room_for_words(timeline: Timeline, width: int | None, used: int) -> bool:
    longest = max((Line(escape_invisible(lane.words)).cell_len for lane in timeline.rows), default=0)
    return width is None or used + 1 + longest <= width


def _ticks(timeline: Timeline, scale: _ScreenScale, label: int) -> Line:
    """Name the ticks, by their last letters where they are narrow, and only some where that says nothing."""
    row = ""
    for nth, tick in enumerate(timeline.ticks):
        name = (
            escape_invisible(tick)
            if scale.cells < _NARROWEST_NAME
            else escape_invisible(tick)[-scale.cells :]
        )
        if len(row) <= nth * scale.step and nth * scale.step + len(name) <= scale.width:
            row = row.ljust(nth * scale.step) + f"{name} "
    return Line(f"{' ' * (label + 2)}{row}".rstrip(), style="bold dim")


def _lane(lane: TimelineRow, now: int | None, scale: _ScreenScale, label: int, with_words: bool) -> Line:
    cells: list[tuple[str, str]] = [(" ", "")] * scale.width
    if now is not None:
        cells[scale.at(now)] = _SIGNS["now"]
    for start, end, mark in lane.intervals:
        for at in scale.stretch(start, end):
            cells[at] = _SIGNS[mark]
    line = _cut(escape_invisible(lane.label), label).append("  ")
    for sign, style in cells:
        line.append(sign, style=style)
    return line.append(f" {escape_invisible(lane.words)}") if with_words else line


def _cut(label: str, width: int) -> Line:
    """Return a label of just that width; what is cut ends in two dots, which every screen can show."""
    line = Line(label)
    if line.cell_len > width:
        line.truncate(width - 2, overflow="crop")
        line.append("..")
    line.truncate(width, pad=True)
    return line


def _legend(timeline: Timeline, width: int | None) -> Iterator[Line]:
    """Say what the signs stand for; a sign and its words stay on one line."""
    line = Line()
    for mark, words in timeline.legend:
        one = Line.assemble(_SIGNS[mark], (f" {escape_invisible(words)}", "dim"))
        if line and width is not None and line.cell_len + 3 + one.cell_len > width:
            yield line
            line = Line()
        line.append("   " if line else "").append(one)
    yield line
