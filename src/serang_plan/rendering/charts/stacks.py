"""A stacked chart: for each thing its counts side by side, the numbers in them, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.page import Figure, KeyFigures, Stack, StackPart, Stacks
from serang_plan.rendering.charts.elements import SMALL, Drawing, area, box, legend, share, text
from serang_plan.rendering.charts.palette import TONES, Ink
from serang_plan.rendering.charts.rows import BAR, ChartRow, ChartRows, laid_out
from serang_plan.rendering.charts.text_metrics import width_of
from serang_plan.rendering.words import stack_in_words

_HIGH = 26.0


def drawn(stacks: Stacks, width: float) -> Drawing:
    """Draw the stacks over one scale; where a number has no room in its part, words stand behind."""
    whole = max((sum(stack.counts) for stack in stacks.stacks), default=0)
    above = legend([(TONES[part.tone], _named(part)) for part in stacks.parts], 0, width)
    labels = [stack.label for stack in stacks.stacks]
    rows = laid_out(labels, [""] * len(labels), width)
    if not all(_fits(count, whole, rows.room) for stack in stacks.stacks for count in stack.counts):
        rows = laid_out(labels, [stack_in_words(stack, stacks.parts) for stack in stacks.stacks], width)
    elements, bottom = list(above.elements), above.height + 4
    for stack, row in zip(stacks.stacks, rows.placed(bottom), strict=True):
        elements += (*row.texts, *_stack(stack, stacks.parts, whole, rows, row))
        bottom = row.bottom
    return Drawing(tuple(elements), bottom)


def strip(figures: KeyFigures, width: float) -> Drawing:
    """Draw counts that add up to a whole as one bar; their names stand elsewhere."""
    whole = max(figures.whole, sum(figure.value for figure in figures.figures))
    x, elements = 0.5, list[str]()
    for figure in figures.figures:
        part = share(figure.value, whole) * (width - 1)
        elements += area(x, 0.5, part, _HIGH, TONES[figure.tone])
        elements += _number(figure.value, x, part, _HIGH / 2 + 0.5, TONES[figure.tone])
        x += part
    return Drawing(tuple(elements), _HIGH + 1)


def named(figure: Figure) -> str:
    """Say a key figure in words: `✓ 2 terpenuhi`."""
    return f"{figure.sign} {figure.value} {figure.label}".lstrip()


def _named(part: StackPart) -> str:
    return f"{part.sign} {part.label}".lstrip()


def _stack(
    stack: Stack, parts: Sequence[StackPart], whole: int, rows: ChartRows, row: ChartRow
) -> Iterator[str]:
    x = rows.left
    for count, part in zip(stack.counts, parts, strict=True):
        width = share(count, whole) * rows.room
        yield from area(x, row.bar, width, BAR, TONES[part.tone])
        yield from _number(count, x, width, row.bar + BAR / 2, TONES[part.tone])
        x += width


def _number(count: int, x: float, width: float, middle: float, ink: Ink) -> Iterator[str]:
    """Write a count in its part, on a plate that keeps hatching off it, if there is room."""
    words = str(count)
    needed = width_of(words, SMALL)
    if not count or needed + 4 > width:
        return
    if ink.hatch:
        yield box(x + (width - needed) / 2 - 1, middle - 7, needed + 2, 14, ink.fill)
    yield text(x + width / 2, middle + 4.5, words, size=SMALL, anchor="middle", fill=ink.on, bold=True)


def _fits(count: int, whole: int, room: float) -> bool:
    return not count or width_of(str(count), SMALL) + 4 <= share(count, whole) * room
