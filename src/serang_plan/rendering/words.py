"""Words that every format says alike: the marks of notes, what a chart shows."""

from __future__ import annotations

import re
from typing import assert_never

from serang_plan.page import Bars, Cell, Chart, Network, Stack, StackPart, Stacks, Timeline
from serang_plan.wording import Text, capitalised

PAGE, OF_PAGES = Text("Halaman", "Page"), Text("dari", "of")
"""`Halaman 1 dari 3`: the numbers are filled in where the pages are known."""


def with_marks(text: str, marks: tuple[str, ...]) -> str:
    """Write a text with the marks of its notes behind it: `12% [3][7]`."""
    return f"{text} {''.join(marks)}" if marks else text


def cell_text(cell: Cell) -> str:
    """Return what a cell says, with the marks of its notes."""
    return with_marks(cell.text, cell.marks)


_AS_ONE = re.compile(
    r"[≥≤] \S+|\bTW (?:IV|I{1,3}) \d{4}\b|\bQ[1-4] \d{4}\b|\b\d{1,2} [A-Z][a-z]{2} \d{4}\b|\bRp[\d.,]+ \w+"
)


def as_one(text: str, space: str = "\u00a0") -> str:
    """Keep on one line what reads as one: `TW IV 2028`, `≥ 20%`, `8 Des 2020`."""
    return _AS_ONE.sub(lambda match: match.group().replace(" ", space), text)


def stack_in_words(stack: Stack, parts: tuple[StackPart, ...]) -> str:
    """Say what a row of a stacked chart shows: `3 terpenuhi, 1 belum`."""
    counted = zip(stack.counts, parts, strict=True)
    return ", ".join(f"{count} {part.label}" for count, part in counted if count)


def chart_rows(chart: Chart) -> tuple[tuple[str, str], ...]:
    """Return what a chart shows as labels and words, a pair for each thing in it."""
    match chart:
        case Bars():
            return (*_bar_remarks(chart), *((bar.label, bar.words) for bar in chart.bars))
        case Stacks():
            return tuple((stack.label, stack_in_words(stack, chart.parts)) for stack in chart.stacks)
        case Network():
            return tuple((f"{link.first} – {link.second}", link.words) for link in chart.links)
        case Timeline():
            return tuple((row.label, row.words) for row in chart.rows)
        case _:
            assert_never(chart)


def is_redundant(chart: Chart) -> bool:
    """Whether a chart says what stands elsewhere on the page too, so that in words it says nothing new."""
    return not isinstance(chart, Timeline) and chart.redundant


def _bar_remarks(bars: Bars) -> tuple[tuple[str, str], ...]:
    """Return what a bar chart says besides its bars: where its line stands, and what is not drawn."""
    lines = (bars.goal[1] if bars.goal else "", bars.remark)
    return tuple(("", capitalised(words)) for words in lines if words)
