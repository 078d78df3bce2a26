"""Rows: labels on the left, something drawn beside them, and words on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from serang_plan.rendering.charts.elements import SIZE, SMALL, WIDTH, text
from serang_plan.rendering.charts.ink import MUTED
from serang_plan.rendering.charts.letters import folded, width_of
from serang_plan.wording import visible

BAR = 18.0
_LINE = 17.0
_SPACE = 10.0
_LONGEST_LABEL, _LONGEST_WORDS = 250.0, 210.0
_ENOUGH = 340.0
"""A drawing that leaves this much between labels and words may give the rest to the words."""
_BESIDE = 12.0


class Row(NamedTuple):
    """One row: where it begins and ends, and where its bar does."""

    top: float
    height: float

    @property
    def bar(self) -> float:
        """Return the top of the row's bar."""
        return self.top + (self.height - BAR) / 2


class Columns(NamedTuple):
    """Where the drawing begins and ends, and the lines of the labels and words."""

    left: float
    right: float
    labels: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, ...], ...]

    @property
    def room(self) -> float:
        """Return how wide the drawing between the labels and the words is."""
        return self.right - self.left

    def rows(self, top: float) -> Iterator[Row]:
        """Give the place of each row, one below the other."""
        for label, words in zip(self.labels, self.words, strict=True):
            height = max(BAR, _LINE * max(len(label), len(words))) + _SPACE
            yield Row(top, height)
            top += height


def columns(labels: Sequence[str], words: Sequence[str], lines: int = 2) -> Columns:
    """Share the width between labels, drawing and words."""
    label = _widest(labels, _LONGEST_LABEL, SIZE)
    behind = _widest(words, max(_LONGEST_WORDS, WIDTH - _ENOUGH - label), SMALL)
    return Columns(
        label + _BESIDE if label else 0.5,
        WIDTH - (behind + _BESIDE if behind else 1),
        tuple(folded(one, label, SIZE, lines) for one in labels),
        tuple(folded(one, behind, SMALL, lines + 1) for one in words),
    )


def lettered(found: Columns, nth: int, row: Row) -> Iterator[str]:
    """Draw the label and the words of a row, each in the middle of its height."""
    yield from _block(found.left - _BESIDE, row, found.labels[nth], SIZE, right=True)
    yield from _block(found.right + _BESIDE, row, found.words[nth], SMALL, right=False)


def _block(x: float, row: Row, lines: Sequence[str], size: float, *, right: bool) -> Iterator[str]:
    first = row.top + row.height / 2 - _LINE * (len(lines) - 1) / 2 + size * 0.36
    for nth, words in enumerate(lines):
        if right:
            yield text(x, first + nth * _LINE, words, size=size, anchor="end")
        else:
            yield text(x, first + nth * _LINE, words, size=size, fill=MUTED)


def _widest(texts: Iterable[str], most: float, size: float) -> float:
    return min(max((width_of(visible(one), size) for one in texts), default=0), most)
