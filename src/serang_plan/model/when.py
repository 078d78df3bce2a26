"""When: a day, a month, a quarter or a year, kept as exact as it was written."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from serang_plan.wording import Lang, Text, long_date, quarter, short_date, short_month

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


# -- what is written in another way --------------------------------------------------------------

_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_ALSO = {
    "peb": "feb",
    "may": "mei",
    "agt": "agu",
    "ags": "agu",
    "aug": "agu",
    "oct": "okt",
    "nop": "nov",
    "dec": "des",
}
"""How months are written too: `Pebruari`, `Agt`, `Nopember`, and in English."""
_DAY_FIRST = r"(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,})[-/. ](\d{4})"
_YEAR_FIRST = r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?"
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_NTH = r"\s*(IV|I{1,3}|[1-4])"
_QUARTER, _SEMESTER = r"(?:TW|TRIWULAN|KUARTAL|Q)", r"(?:SEMESTER|SMT|S)"
_MONTH = r"([A-Z]{3,9})[\s/-]*(\d{4})|(\d{1,2})[/-](\d{4})|(\d{4})[/-](\d{1,2})"


def meant_day(text: str) -> str:
    """Return the date that somebody probably meant, as it must be typed; empty if unclear."""
    if form := re.fullmatch(_YEAR_FIRST, text):
        year, month, day = form.groups()
    elif form := re.fullmatch(_DAY_FIRST, text):
        day, month, year = form.groups()
    else:
        return ""
    if not month.isdigit():
        short = month.casefold()[:3]
        short = _ALSO.get(short, short)
        month = str(_MONTHS.index(short) + 1) if short in _MONTHS else "0"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def meant_time(text: str) -> When | None:
    """Return the time that a text tells: `TW III 2026`, `2026-Q3`, `Maret 2026`, `12/3/2026`; or None."""
    upper = text.strip().rstrip(".").upper()
    year, nth = _part_of_year(_QUARTER, upper)
    try:
        return parse_when(f"{year}-TW{nth}" if year else _month(upper) or meant_day(text.strip()))
    except ValueError:
        return None


def as_semester(text: str) -> Text | None:
    """Return what to write for a half-year, which is no time of a plan; None for anything else."""
    year, nth = _part_of_year(_SEMESTER, text.strip().upper())
    month = {"1": f"`{year}-06`", "2": f"`{year}-12`"}.get(nth)
    if month is None:
        return None
    return Text(
        f"untuk satu semester tulis bulan terakhirnya: {month}",
        f"for a half-year write its last month: {month}",
    )


def _part_of_year(part: str, text: str) -> tuple[str, str]:
    """Return the year and which of its parts a text names, whichever comes first; empty if it names none."""
    if form := re.fullmatch(rf"{part}{_NTH}[\s/-]*(\d{{4}})", text):
        nth, year = form.groups()
    elif form := re.fullmatch(rf"(\d{{4}})[\s/-]*{part}{_NTH}", text):
        year, nth = form.groups()
    else:
        return "", ""
    return year, _ROMAN.get(nth, nth)


def _month(text: str) -> str:
    form = re.fullmatch(_MONTH, text)
    if form is None:
        return ""
    word, year, number, year_behind, year_first, number_behind = form.groups()
    if word:
        return meant_day(f"1 {word} {year}")[:7]
    return f"{year_behind or year_first}-{(number or number_behind).zfill(2)}"
