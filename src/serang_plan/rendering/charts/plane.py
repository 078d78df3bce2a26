"""A plane of time and values: where a point lies in a picture, and where texts have room beside points."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import ceil
from typing import NamedTuple

from serang_plan.rendering.axes import Extent
from serang_plan.rendering.charts.text_metrics import width_of

_ASIDE, _STRIDE = 6.0, 8.0
"""How far beside a point a text stands, and how closely a line is followed for texts to keep off it."""


class Plane(NamedTuple):
    """An extent in its place in a picture."""

    extent: Extent
    left: float
    top: float
    right: float
    bottom: float

    def x(self, day: date) -> float:
        """Return how far to the right a day lies."""
        return self.left + self.extent.along(day) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Return how far down a value lies."""
        return self.bottom - self.extent.up(value) * (self.bottom - self.top)


Box = tuple[float, float, float, float]


class Labels:
    """The texts of a plane: one is written only where it stands on no other, on no point and on no line."""

    def __init__(self, left: float, right: float) -> None:
        self._edges = left, right
        self._taken: list[Box] = []
        self._lines: list[Box] = []

    def place(
        self, words: str, size: float, x: float, downs: Iterable[float], *, over_lines: bool = False
    ) -> tuple[float, float] | None:
        """Return the first middle and base line near `x` at which words fit, and keep that place free."""
        half, (left, right) = width_of(words, size) / 2 + 2, self._edges
        for y in downs if 2 * half <= right - left else ():
            for shift in (0, half, -half, half + _ASIDE, -half - _ASIDE):
                middle = min(max(x + shift, left + half), right - half)
                box = (middle - half, y - size, middle + half, y + 4)
                in_the_way = self._taken if over_lines else (*self._taken, *self._lines)
                if not any(_overlap(box, other) for other in in_the_way):
                    self._taken.append(box)
                    return middle, y
        return None

    def keep_free(self, x: float, y: float, radius: float) -> None:
        """Let no text stand on a point."""
        self._taken.append((x - radius, y - radius, x + radius, y + radius))

    def keep_line_free(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Let no text stand on a line, as long as it has another place."""
        (x1, y1), (x2, y2) = start, end
        steps = max(1, ceil(max(abs(x2 - x1), abs(y2 - y1)) / _STRIDE))
        for nth in range(steps + 1):
            x, y = x1 + (x2 - x1) * nth / steps, y1 + (y2 - y1) * nth / steps
            self._lines.append((x - 1, y - 1, x + 1, y + 1))


def _overlap(first: Box, second: Box) -> bool:
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]
