"""A timeline: ticks above, a lane for each thing, where it was before it was put off, and a line for now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.page import Lane, Stretch, Timeline
from serang_plan.rendering.charts.elements import SLIM, SMALL, Drawn, area, box, legend, line, text
from serang_plan.rendering.charts.ink import MARKS, MUTED, RULE, TRACK
from serang_plan.rendering.charts.letters import cut, width_of
from serang_plan.wording import visible

_HEAD = 22.0
_LANE, _SLIM_LANE, _BAR = 17.0, 32.0, 11.0
_LONGEST_LABEL = 290.0
_BESIDE = 10.0


class _Scale(NamedTuple):
    """Turns slots into places between two edges; in a slim picture labels stand above the bars."""

    left: float
    right: float
    slots: int

    @property
    def slim(self) -> bool:
        return self.left == 0

    @property
    def lane(self) -> float:
        return _SLIM_LANE if self.slim else _LANE

    def at(self, slot: int) -> float:
        return self.left + min(max(slot, 0), self.slots) * (self.right - self.left) / max(1, self.slots)


def drawn(timeline: Timeline, width: float) -> Drawn:
    """Draw the lanes from the first tick to the last."""
    scale = _scale(timeline, width)
    bottom = _HEAD + scale.lane * len(timeline.lanes)
    elements = [*_grid(timeline, scale, bottom)]
    for nth, lane in enumerate(timeline.lanes):
        elements += _lane(lane, scale, _HEAD + nth * scale.lane)
    if timeline.now is not None:
        elements += _now(timeline, scale, bottom)
    below = legend([(MARKS[mark], words) for mark, words in timeline.legend], bottom + 6, width)
    return Drawn((*elements, *below.elements), bottom + 6 + below.height)


def _scale(timeline: Timeline, width: float) -> _Scale:
    widest = max((width_of(visible(lane.label), SMALL) for lane in timeline.lanes), default=0)
    left = 0 if width <= SLIM else min(widest, _LONGEST_LABEL) + _BESIDE
    return _Scale(left, width - 1, len(timeline.ticks) * timeline.slots)


def _now(timeline: Timeline, scale: _Scale, bottom: float) -> Iterator[str]:
    """Draw the line of the date; in a slim picture it leaves out the labels, which stand in its way."""
    x = (scale.at(timeline.now or 0) + scale.at((timeline.now or 0) + 1)) / 2
    colour = MARKS["now"].fill
    if not scale.slim:
        yield line(x, _HEAD - 2, x, bottom, colour, 2, "6 3")
        return
    for nth in range(len(timeline.lanes)):
        end = _HEAD + (nth + 1) * scale.lane
        yield line(x, end - _LANE + 1, x, end, colour, 2)


def _grid(timeline: Timeline, scale: _Scale, bottom: float) -> Iterator[str]:
    """Draw the ticks and their names, as many as have room."""
    room = (scale.right - scale.left) / max(1, len(timeline.ticks))
    widest = max((width_of(visible(tick), SMALL) for tick in timeline.ticks), default=0)
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


def _lane(lane: Lane, scale: _Scale, top: float) -> Iterator[str]:
    room = scale.right - 4 if scale.slim else scale.left - _BESIDE
    yield text(3 if scale.slim else 0, top + _LANE / 2 + 4.5, cut(lane.label, room, SMALL), size=SMALL)
    for stretch in lane.stretches:
        yield from _stretch(stretch, scale, top + scale.lane - _BAR - (_LANE - _BAR) / 2)


def _stretch(stretch: Stretch, scale: _Scale, top: float) -> Iterator[str]:
    """Draw a stretch, wide enough to be seen."""
    start = scale.at(stretch.start)
    width = max(3.0, scale.at(stretch.end) - start)
    yield from area(start, top, width, _BAR, MARKS[stretch.mark])
