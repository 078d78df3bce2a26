"""A bar chart: a bar for each thing, what may come on top of it, and a line where the goal stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.page import Bar, Bars
from serang_plan.rendering.charts.elements import SLIM, SMALL, Drawing, area, box, legend, line, share, text
from serang_plan.rendering.charts.palette import OPEN, RULE, TEXT, TONES, TRACK, Ink
from serang_plan.rendering.charts.rows import BAR, ChartRow, ChartRows, laid_out
from serang_plan.rendering.charts.text_metrics import cut, width_of
from serang_plan.wording import Lang, Text

_NAME_OF_GOAL = 22.0
_REST = Ink(TRACK, RULE)
"""What is left of the whole behind the bars."""


def drawn(bars: Bars, width: float, lang: Lang) -> Drawing:
    """Draw the bars, at least one, over one scale."""
    rows = laid_out([bar.label for bar in bars.bars], [bar.words for bar in bars.bars], width)
    placed = [*rows.placed(_NAME_OF_GOAL if bars.goal else 0.0)]
    elements: list[str] = []
    for bar, row in zip(bars.bars, placed, strict=True):
        elements += (*row.texts, *_bar(bar, bars.whole, rows, row))
    if bars.goal:
        elements += _goal(share(bars.goal[0], bars.whole), bars.goal[1], rows, placed)
    bottom = placed[-1].bottom
    below = _legend(bars, bottom + 4, width, lang)
    return Drawing((*elements, *below.elements), bottom + (below.height + 4 if below.elements else 0))


def _legend(bars: Bars, top: float, width: float, lang: Lang) -> Drawing:
    """Name what is drawn, or only what is uncertain."""
    if bars.names:
        inks = (TONES[bars.bars[0].tone], OPEN, _REST)
        return legend([(ink, name) for ink, name in zip(inks, bars.names, strict=True) if name], top, width)
    uncertain = any(bar.open > 0 for bar in bars.bars)
    return legend([(OPEN, Text("belum pasti", "uncertain").for_lang(lang))] if uncertain else [], top, width)


def _bar(bar: Bar, whole: float, rows: ChartRows, row: ChartRow) -> Iterator[str]:
    value = share(bar.value, whole) * rows.room
    both = max(value, share(bar.value + bar.open, whole) * rows.room)
    yield box(rows.left, row.bar, rows.room, BAR, TRACK)
    yield from area(rows.left + value, row.bar, both - value, BAR, OPEN)
    yield from area(rows.left, row.bar, value, BAR, TONES[bar.tone])


def _goal(part: float, name: str, rows: ChartRows, placed: Sequence[ChartRow]) -> Iterator[str]:
    """Draw the goal's line and its name; in a slim picture it leaves out the texts in its way."""
    x = rows.left + part * rows.room
    words = cut(name, rows.width * 0.6, SMALL)
    half = width_of(words, SMALL) / 2
    if rows.width <= SLIM:
        yield from (line(x, row.bar - 2, x, row.bar + BAR + 3, TEXT, 2) for row in placed)
    else:
        yield line(x, _NAME_OF_GOAL - 4, x, placed[-1].bottom, TEXT, 2, "5 3")
    middle = min(max(x, half), rows.width - half)
    yield text(middle, _NAME_OF_GOAL - 9, words, size=SMALL, anchor="middle", bold=True)
