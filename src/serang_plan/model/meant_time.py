"""Meant time: the time that somebody probably meant who wrote it in another way than it is typed."""

from __future__ import annotations

import re
from datetime import date

from serang_plan.model.when import When, parse_when
from serang_plan.wording import Text

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
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_NTH = r"\s*(IV|I{1,3}|[1-4])"
_QUARTER, _SEMESTER = r"(?:TW|TRIWULAN|KUARTAL|Q)", r"(?:SEMESTER|SMT|S)"
_MONTH = re.compile(r"([A-Z]{3,9})[\s/-]*(\d{4})|(\d{1,2})[/-](\d{4})|(\d{4})[/-](\d{1,2})")


def meant_day(text: str) -> str:
    """Return the date that somebody probably meant, as it must be typed; empty if unclear."""
    if form := _YEAR_FIRST.fullmatch(text):
        year, month, day = form.groups()
    elif form := _DAY_FIRST.fullmatch(text):
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
    form = _MONTH.fullmatch(text)
    if form is None:
        return ""
    word, year, number, year_behind, year_first, number_behind = form.groups()
    if word:
        return meant_day(f"1 {word} {year}")[:7]
    return f"{year_behind or year_first}-{(number or number_behind).zfill(2)}"
