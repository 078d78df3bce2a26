"""Axes: what a chart of lines spans, in time and in values, whoever draws it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from serang_plan.page import Lines
from serang_plan.wording import Lang, number

_STEPS = (Fraction(1), Fraction(2), Fraction(5), Fraction(10))
_FROM_ZERO = 0.5
"""Where the least value is below this part of the greatest, the axis begins at zero."""
_SHORTEST, _EDGE, _EDGE_PART = 550, 45, 0.03
"""Days; less time than the first is not stretched over a whole picture, and some stay free at its edges."""


class Extent(NamedTuple):
    """What a chart spans: time in days, and values from the first to the last tick."""

    start: float
    end: float
    ticks: tuple[Fraction, ...]

    @property
    def low(self) -> float:
        """The value at the foot of the plane."""
        return float(self.ticks[0])

    @property
    def high(self) -> float:
        """The value at its top."""
        return float(self.ticks[-1])

    def along(self, day: date) -> float:
        """Return which part of the time has passed on a day; what lies outside is at its edge."""
        return (min(max(day.toordinal(), self.start), self.end) - self.start) / (self.end - self.start)

    def up(self, value: float) -> float:
        """Return how high a value lies, as a part of the whole height."""
        return (value - self.low) / (self.high - self.low)

    def years(self, every: int = 1) -> Iterator[date]:
        """Give the last days of the years that end within the time."""
        first, last = (date.fromordinal(int(day)).year for day in (self.start, self.end))
        ends = (date(year, 12, 31) for year in range(first, last + 1) if year % every == 0)
        return (end for end in ends if self.start <= end.toordinal() <= self.end)

    def names(self, lang: Lang) -> tuple[str, ...]:
        """Write the ticks of the values."""
        return tuple(number(tick, lang) for tick in self.ticks)


def extent(lines: Lines, most_ticks: int, others: Iterable[date] = ()) -> Extent:
    """Return what a chart spans: its points, the day of the page, and the days of others beside it.

    A threshold that holds from always or for ever makes it no longer.
    """
    days = [day.toordinal() for day in (*_days(lines), *others)]
    time = max(days) - min(days)
    spare = max(0.0, _SHORTEST - time) / 2 + max(_EDGE, time * _EDGE_PART)
    values = [point.value for line in lines.lines for point in line.points]
    return Extent(min(days) - spare, max(days) + spare, _ticks(values or [0.0, 1.0], most_ticks))


def first_and_last(charts: Sequence[Lines]) -> tuple[date, ...]:
    """Return the first and the last day that any of some charts has."""
    days = [day for chart in charts for day in _days(chart)]
    return (min(days), max(days)) if days else ()


def _days(lines: Lines) -> Iterator[date]:
    yield lines.now
    for line in lines.lines:
        days = [point.day for point in line.points]
        if not {date.min, date.max} & {*days}:
            yield from days


def _ticks(values: Iterable[float], most: int) -> tuple[Fraction, ...]:
    """Return round values that lie around these, as few as asked for; whole ones for what is counted."""
    low, high = min(values), max(values)
    if low == high or 0 <= low <= high * _FROM_ZERO:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = 1.0
    magnitude = Fraction(10) ** _power_of_ten(high - low)
    counted = all(value == int(value) for value in (low, high))
    for factor in (Fraction(1, 10), Fraction(1), Fraction(10)):
        for step in (magnitude * factor * part for part in _STEPS):
            first, last = floor(Fraction(str(low)) / step), ceil(Fraction(str(high)) / step)
            if last - first < most and (step >= 1 or not counted):
                return tuple(step * nth for nth in range(first, last + 1))
    raise AssertionError(f"no ticks between {low} and {high}")


def _power_of_ten(value: float) -> int:
    """Return the power of ten below a value."""
    return int(f"{value:e}".partition("e")[2])
