"""A timeline: ticks above, a lane for each thing, where it was before it was put off, and a line for now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.page import Lane, Stretch, Timeline
from serang_plan.rendering.charts.elements import SMALL, WIDTH, Drawn, area, box, legend, line, text
from serang_plan.rendering.charts.ink import MARKS, MUTED, RULE, TRACK
from serang_plan.rendering.charts.letters import cut, width_of
from serang_plan.wording import visible

_HEAD = 22.0
_LANE, _BAR = 17.0, 11.0
_LONGEST_LABEL = 290.0
_BESIDE = 10.0


class _Scale(NamedTuple):
    """Turns slots into places between the left and the right edge."""

    left: float
    slots: int

    def at(self, slot: int) -> float:
        return self.left + min(max(slot, 0), self.slots) * (WIDTH - 1 - self.left) / max(1, self.slots)


def drawn(timeline: Timeline) -> Drawn:
    """Draw the lanes from the first tick to the last."""
    widest = max((width_of(visible(lane.label), SMALL) for lane in timeline.lanes), default=0)
    scale = _Scale(min(widest, _LONGEST_LABEL) + _BESIDE, len(timeline.ticks) * timeline.slots)
    bottom = _HEAD + _LANE * len(timeline.lanes)
    elements = [*_grid(timeline, scale, bottom)]
    for nth, lane in enumerate(timeline.lanes):
        elements += _lane(lane, scale, _HEAD + nth * _LANE)
    if timeline.now is not None:
        x = (scale.at(timeline.now) + scale.at(timeline.now + 1)) / 2
        elements.append(line(x, _HEAD - 2, x, bottom, MARKS["now"].fill, 2, "6 3"))
    below = legend([(MARKS[mark], words) for mark, words in timeline.legend], bottom + 6)
    return Drawn((*elements, *below.elements), bottom + 6 + below.height)


def _grid(timeline: Timeline, scale: _Scale, bottom: float) -> Iterator[str]:
    """Draw the ticks and their names, as many as have room."""
    room = (WIDTH - scale.left) / max(1, len(timeline.ticks))
    widest = max((width_of(visible(tick), SMALL) for tick in timeline.ticks), default=0)
    every = max(1, -(-int(min(widest, WIDTH / 4) + 6) // max(1, int(room))))
    for nth, tick in enumerate(timeline.ticks):
        start, end = scale.at(nth * timeline.slots), scale.at((nth + 1) * timeline.slots)
        if nth % 2 == 0:
            yield box(start, _HEAD, end - start, bottom - _HEAD, TRACK)
        if nth % every == 0:
            words = cut(tick, room * every, SMALL)
            yield text(start + 3, _HEAD - 7, words, size=SMALL, fill=MUTED, bold=True)
        yield line(start, _HEAD - 4, start, bottom, RULE)
    yield line(WIDTH - 1, _HEAD - 4, WIDTH - 1, bottom, RULE)


def _lane(lane: Lane, scale: _Scale, top: float) -> Iterator[str]:
    room = scale.left - _BESIDE
    yield text(0, top + _LANE / 2 + 4.5, cut(lane.label, room, SMALL), size=SMALL)
    for stretch in lane.stretches:
        yield from _stretch(stretch, scale, top + (_LANE - _BAR) / 2)


def _stretch(stretch: Stretch, scale: _Scale, top: float) -> Iterator[str]:
    """Draw a stretch, wide enough to be seen."""
    start = scale.at(stretch.start)
    width = max(3.0, scale.at(stretch.end) - start)
    yield from area(start, top, width, _BAR, MARKS[stretch.mark])
