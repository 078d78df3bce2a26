"""When: a day, a month, a quarter or a year, kept as exact as it was written."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from serang_plan.wording import Lang, long_date, quarter, short_date, short_month

YEARS = range(1900, 2201)
"""The years that a plan can speak of."""
_FORM = re.compile(r"([0-9]{4})(?:-(?:TW([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?")


class When(NamedTuple):
    """A stretch of time from its first to its last day."""

    first: date
    last: date

    @property
    def year(self) -> int:
        """The year in which it lies."""
        return self.last.year

    @property
    def days(self) -> int:
        """How many days it has: 1, a month, a quarter or a year."""
        return (self.last - self.first).days + 1

    def text(self, lang: Lang, *, full: bool = False) -> str:
        """Write it as exactly as it is known: `10 Mar 2020`, `Mar 2020`, `TW I 2020`, `2020`."""
        if self.days == 1:
            return (long_date if full else short_date)(self.first, lang)
        if self.days <= 31:
            return short_month(self.first, lang)
        if self.days <= 92:
            return quarter(self.year, (self.first.month + 2) // 3, lang)
        return str(self.year)

    @property
    def iso(self) -> str:
        """Write it as it is typed in YAML."""
        if self.days == 1:
            return self.first.isoformat()
        if self.days <= 31:
            return self.first.isoformat()[:7]
        if self.days <= 92:
            return f"{self.year}-TW{(self.first.month + 2) // 3}"
        return str(self.year)


@lru_cache(maxsize=4096)
def parse_when(text: str) -> When | None:
    """Read `2020`, `2020-TW3`, `2020-03` or `2020-03-10`; None for anything else.

    Raises ValueError for a date that the calendar does not have.
    """
    form = _FORM.fullmatch(text)
    if form is None:
        return None
    year, nth, month, day = (int(part) if part else None for part in form.groups())
    assert year is not None
    if day is not None and month is not None:
        return When(date(year, month, day), date(year, month, day))
    if month is not None:
        return When(date(year, month, 1), month_end(year, month))
    if nth is not None:
        return When(date(year, nth * 3 - 2, 1), month_end(year, nth * 3))
    return When(date(year, 1, 1), date(year, 12, 31))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def months_between(earlier: date, later: date) -> int:
    """Return the full months from one day to another; negative if the other is before."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day and later != month_end(later.year, later.month) else months
