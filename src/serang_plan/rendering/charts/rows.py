"""Rows: something drawn on each, its label before and its words behind it, or both above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from serang_plan.rendering.charts.elements import SIZE, SLIM, SMALL, Anchor, text
from serang_plan.rendering.charts.palette import MUTED, TEXT
from serang_plan.rendering.charts.text_metrics import folded, width_of
from serang_plan.wording import escape_invisible

BAR = 16.0
_LINE = 15.5
_SPACE = 8.0
_LONGEST_LABEL, _LONGEST_WORDS = 250.0, 210.0
_ENOUGH = 340.0
"""A drawing that leaves this much between labels and words may give the rest to the words."""
_BESIDE = 12.0
_MOST_LINES = 2
"""Lines of a label; words may take one more."""


class ChartRow(NamedTuple):
    """One row: the top of its bar, where the next row begins, and its texts."""

    bar: float
    bottom: float
    texts: tuple[str, ...]


class ChartRows(NamedTuple):
    """Where the drawing begins and ends, and the lines of the labels and words."""

    left: float
    right: float
    width: float
    labels: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, ...], ...]

    @property
    def room(self) -> float:
        """Return how wide the drawing is."""
        return self.right - self.left

    def placed(self, top: float) -> Iterator[ChartRow]:
        """Give the place of each row, one below the other."""
        for label, words in zip(self.labels, self.words, strict=True):
            row = (self._below if self.width <= SLIM else self._between)(top, label, words)
            yield row
            top = row.bottom

    def _between(self, top: float, label: Sequence[str], words: Sequence[str]) -> ChartRow:
        height = max(BAR, _LINE * max(len(label), len(words))) + _SPACE
        middle = top + height / 2
        texts = (
            *_lines(self.left - _BESIDE, middle - _LINE * len(label) / 2, label, "end"),
            *_lines(self.right + _BESIDE, middle - _LINE * len(words) / 2, words, "start", words=True),
        )
        return ChartRow(middle - BAR / 2, top + height, texts)

    def _below(self, top: float, label: Sequence[str], words: Sequence[str]) -> ChartRow:
        """Put the words on the line of the label if both have room there."""
        longest = max((width_of(line, SIZE) for line in label), default=0)
        needed = longest + max((width_of(line, SMALL) for line in words), default=0) + _BESIDE
        if len(label) == 1 and len(words) <= 1 and needed <= self.width:
            beside, bar = _lines(self.width, top, words, "end", words=True), top + _LINE + 3
        else:
            beside = _lines(0, top + _LINE * len(label), words, "start", words=True)
            bar = top + _LINE * (len(label) + len(words)) + 3
        return ChartRow(bar, bar + BAR + _SPACE, (*_lines(0, top, label, "start"), *beside))


def laid_out(labels: Sequence[str], words: Sequence[str], width: float) -> ChartRows:
    """Share the width between labels, drawing and words."""
    if width <= SLIM:
        return ChartRows(
            0.5, width - 0.5, width, _folded(labels, width, SIZE), _folded(words, width, SMALL, 1)
        )
    label = _widest(labels, _LONGEST_LABEL, SIZE)
    behind = _widest(words, max(_LONGEST_WORDS, width - _ENOUGH - label), SMALL)
    return ChartRows(
        label + _BESIDE if label else 0.5,
        width - (behind + _BESIDE if behind else 1),
        width,
        _folded(labels, label, SIZE),
        _folded(words, behind, SMALL, 1),
    )


def _folded(texts: Iterable[str], room: float, size: float, more: int = 0) -> tuple[tuple[str, ...], ...]:
    return tuple(folded(text, room, size, _MOST_LINES + more) for text in texts)


def _lines(
    x: float, top: float, lines: Sequence[str], anchor: Anchor, *, words: bool = False
) -> tuple[str, ...]:
    size, fill = (SMALL, MUTED) if words else (SIZE, TEXT)
    first = top + _LINE / 2 + size * 0.36
    return tuple(
        text(x, first + nth * _LINE, line, size=size, anchor=anchor, fill=fill)
        for nth, line in enumerate(lines)
    )


def _widest(texts: Iterable[str], most: float, size: float) -> float:
    return min(max((width_of(escape_invisible(text), size) for text in texts), default=0), most)
