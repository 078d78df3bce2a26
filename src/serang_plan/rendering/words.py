"""Words that every format says alike: the marks of notes, what a chart shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import assert_never, get_args

from serang_plan.page import (
    Bars,
    Cell,
    Chart,
    ChartLine,
    LineKind,
    Lines,
    Panels,
    Stack,
    StackPart,
    Stacks,
    Timeline,
)
from serang_plan.wording import Text, capitalised

NO_VALUE = Text("belum ada nilai", "no value yet")
MEASURED: tuple[LineKind, ...] = ("value", "rival", "older", "substitute", "series", "scope")
"""The kinds of lines whose points are values."""
_FRONT_FIRST: tuple[LineKind, ...] = get_args(LineKind)

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
    """Return what a chart shows, a label and words for each thing in it, and what stands below it."""
    return (*shown_rows(chart), *(("", capitalised(words)) for words in small_print(chart)))


def shown_rows(chart: Chart) -> tuple[tuple[str, str], ...]:
    """Return what the picture itself shows, a label and words for each thing in it."""
    match chart:
        case Bars():
            goal = [("", capitalised(chart.goal[1]))] if chart.goal else []
            return (*goal, *((bar.label, bar.words) for bar in chart.bars))
        case Stacks():
            return tuple((stack.label, stack_in_words(stack, chart.parts)) for stack in chart.stacks)
        case Lines():
            return tuple(_line_in_words(line) for line in chart.lines)
        case Panels():
            return tuple((panel.caption, _panel_in_words(panel)) for panel in chart.charts)
        case Timeline():
            return tuple((row.label, row.words) for row in chart.rows)
        case _:
            assert_never(chart)


def small_print(chart: Chart) -> tuple[str, ...]:
    """Return what stands below a chart in small print: what is not drawn, and what it is made from."""
    remark = chart.remark if isinstance(chart, Bars | Lines | Panels) else ""
    return tuple(filter(None, (remark, chart.source)))


def front_first(line: ChartLine) -> int:
    """Return how far behind others a line is drawn."""
    return _FRONT_FIRST.index(line.kind)


def used_kinds(charts: Sequence[Lines]) -> Mapping[LineKind, str]:
    """Return what the kinds of lines in the charts are called, front first."""
    names = {line.kind: line.name for chart in charts for line in chart.lines}
    return {kind: names[kind] for kind in _FRONT_FIRST if kind in names}


def labelled_kinds(chart: Lines) -> Mapping[LineKind, str]:
    """Return the same with what is to be said of the lines: `ambang: ≤ 6,49% (Agu 2021)`."""
    named = {}
    for kind, name in used_kinds([chart]).items():
        labels = dict.fromkeys(line.label for line in chart.lines if line.kind == kind and line.label)
        named[kind] = f"{name}: {', '.join(labels)}" if labels else name
    return named


def is_redundant(chart: Chart) -> bool:
    """Whether a chart says what stands elsewhere on the page too, so that in words it says nothing new."""
    return not isinstance(chart, Timeline) and chart.redundant


def _line_in_words(line: ChartLine) -> tuple[str, str]:
    """Say what a line shows: `Nilai: 2018 5,36%; 2019 5,28%`; of a threshold its label says all."""
    if line.kind in ("threshold", "due"):
        return capitalised(line.name), line.label
    name = f"{line.name}, {line.label}" if line.label else line.name
    return capitalised(name), "; ".join(f"{point.when} {point.words}" for point in line.points)


def _panel_in_words(panel: Lines) -> str:
    rows = (f"{label}: {words}" for label, words in map(_line_in_words, panel.lines))
    return ". ".join((*rows, *small_print(panel)))
