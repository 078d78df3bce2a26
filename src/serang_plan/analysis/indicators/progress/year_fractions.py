"""Times: days as exact years, and back."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import ceil


def moment(day: date) -> Fraction:
    """Return a day as a year: the last day of 2020 is 2020 exactly, the middle of 2021 about 2020.5."""
    return day.year - 1 + Fraction((day - date(day.year, 1, 1)).days + 1, _days_in(day.year))


def year_of(at: Fraction) -> int:
    """Return the calendar year in which a moment lies."""
    return ceil(at)


def day_of(at: Fraction) -> date:
    """Return the day of a moment."""
    year = year_of(at)
    return date(year, 1, 1) + timedelta(days=round((at - year + 1) * _days_in(year)) - 1)


def _days_in(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days
