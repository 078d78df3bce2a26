"""Pace: is an indicator that is not met on the line through its dated targets?"""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from serang_plan.analysis.evidence import Value, reaches, series
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.wording import Text


class Pace(Enum):
    """How the newest value lies to the line of the targets."""

    ON_TRACK = Text("sesuai jalur", "on track")
    BEHIND = Text("tertinggal", "behind")
    NO_TARGET = Text("belum ada target", "no target yet")
    NO_VALUE = Text("belum ada nilai", "no value yet")
    ONE_VALUE = Text("baru satu nilai", "one value only")


class Paced(NamedTuple):
    """The pace, and the value that the line expects at the time of the newest one."""

    pace: Pace
    expected: Fraction | None = None


def pace(plan: Plan, indicator: Indicator) -> Paced:
    """Compare the newest value with the straight lines from the first value through the yearly targets.

    Before the last value there must be another, or a target that is already due.
    """
    if not indicator.targets:
        return Paced(Pace.NO_TARGET)
    known = series(plan, indicator)
    if not known:
        return Paced(Pace.NO_VALUE)
    newest = known[-1]
    expected = _expected(_line(indicator, known), newest.measurement.as_of.last)
    if expected is None or (len(known) == 1 and _first_due(indicator) > newest.measurement.as_of.last):
        return Paced(Pace.ONE_VALUE)
    on_track = reaches(indicator.direction, newest.amount, expected)  # type: ignore[arg-type]
    return Paced(Pace.ON_TRACK if on_track else Pace.BEHIND, expected)


def _first_due(indicator: Indicator) -> date:
    return date(min(target.year for target in indicator.targets), 12, 31)


def _line(indicator: Indicator, known: tuple[Value, ...]) -> list[tuple[date, Fraction]]:
    points = {date(one.year, 12, 31): Fraction(one.value) for one in reversed(indicator.targets)}
    first = known[0].measurement.as_of.last
    if first < min(points):
        points[first] = Fraction(known[0].amount)
    return sorted(points.items())


def _expected(line: list[tuple[date, Fraction]], day: date) -> Fraction | None:
    if day >= line[-1][0]:
        return line[-1][1]
    for (start, low), (end, high) in pairwise(line):
        if start <= day < end:
            return low + (high - low) * Fraction((day - start).days, (end - start).days)
    return line[0][1] if day == line[0][0] else None
