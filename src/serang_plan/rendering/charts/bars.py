"""A bar chart: a bar for each thing, what may come on top of it, and a line where the goal stands."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.page import Bar, Bars
from serang_plan.rendering.charts.elements import SMALL, WIDTH, Drawn, area, box, legend, line, share, text
from serang_plan.rendering.charts.ink import OPEN, TEXT, TONES, TRACK
from serang_plan.rendering.charts.letters import cut, width_of
from serang_plan.rendering.charts.rows import BAR, Columns, Row, columns, lettered
from serang_plan.wording import Lang, Text

_UNCERTAIN = Text("belum pasti", "uncertain")
_NAME_OF_GOAL = 22.0


def drawn(bars: Bars, lang: Lang) -> Drawn:
    """Draw the bars over one scale."""
    found = columns([bar.label for bar in bars.bars], [bar.words for bar in bars.bars])
    top = _NAME_OF_GOAL if bars.goal else 0.0
    elements: list[str] = []
    bottom = top
    for nth, (bar, row) in enumerate(zip(bars.bars, found.rows(top), strict=True)):
        elements += lettered(found, nth, row)
        elements += _bar(bar, bars.whole, found, row)
        bottom = row.top + row.height
    if bars.goal:
        elements += _goal(share(bars.goal[0], bars.whole), bars.goal[1], found, bottom)
    if any(bar.open > 0 for bar in bars.bars):
        below = legend([(OPEN, _UNCERTAIN.in_(lang))], bottom + 4)
        return Drawn((*elements, *below.elements), bottom + 4 + below.height)
    return Drawn(tuple(elements), bottom)


def _bar(bar: Bar, whole: float, found: Columns, row: Row) -> Iterator[str]:
    value = share(bar.value, whole) * found.room
    both = max(value, share(bar.value + bar.open, whole) * found.room)
    yield box(found.left, row.bar, found.room, BAR, TRACK)
    yield from area(found.left + value, row.bar, both - value, BAR, OPEN)
    yield from area(found.left, row.bar, value, BAR, TONES[bar.tone])


def _goal(part: float, name: str, found: Columns, bottom: float) -> Iterator[str]:
    x = found.left + part * found.room
    words = cut(name, WIDTH * 0.6, SMALL)
    half = width_of(words, SMALL) / 2
    yield line(x, _NAME_OF_GOAL - 4, x, bottom, TEXT, 2, "5 3")
    middle = min(max(x, half), WIDTH - half)
    yield text(middle, _NAME_OF_GOAL - 9, words, size=SMALL, anchor="middle", bold=True)
