"""Cells: facts as spreadsheets hold them, one a cell: numbers as numbers, days as days, unknown empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from serang_plan.model.when import When
from serang_plan.page import Sheet, Value
from serang_plan.wording import Lang, Number, Text, rounded_beside, untranslated

Thing = TypeVar("Thing")
Field = tuple[Text, Callable[[Thing, Lang], Value]]
"""A column: its title, and what it says of a thing."""

CODE = Text("Kode", "Code")
INDICATOR = Text("Indikator", "Indicator")
ACTION = Text("Kegiatan", "Action")
ASPECT = Text("Aspek", "Aspect")
UNIT = Text("Satuan", "Unit")
YEAR = Text("Tahun", "Year")
OPD = untranslated("OPD")
STANDING = Text("Status", "Standing")
VALUE = Text("Nilai", "Value")
TARGET = Text("Target", "Target")
BASIS = Text("Dasar", "Basis")
LEAD = Text("Pengampu", "Lead")
FINISH = Text("Selesai", "Finish")
FINISH_DAY = Text("Selesai paling lambat", "Finish, last day")
OVERDUE = Text("Terlewat", "Overdue")
SOURCE = Text("Sumber", "Source")
PUBLISHED = Text("Terbit", "Published")
VERIFICATION = Text("Verifikasi", "Verification")
_MOST_PLACES = 12


def sheet(
    name: Text, fields: Sequence[Field[Thing]], things: Iterable[Thing], lang: Lang, names: int = 1
) -> Sheet:
    """Return a sheet with a row for each thing; so many of the first columns name it."""
    rows = tuple(tuple(says(thing, lang) for _, says in fields) for thing in things)
    return Sheet(name.for_lang(lang), tuple(title.for_lang(lang) for title, _ in fields), rows, names=names)


def filled(first: Sheet, *others: Sheet) -> tuple[Sheet, ...]:
    """Return the sheets that have rows, and the first in any case."""
    return (first, *(sheet for sheet in others if sheet.rows))


def amount(value: Number | None, *limits: Number) -> Decimal | int | None:
    """Return a number as it is; one with no end, such as a third, with three digits that tell something."""
    if isinstance(value, Fraction):
        value = rounded_beside(value, *limits, places=_places(value))
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value.normalize() if isinstance(value, Decimal) else value


def _places(value: Fraction) -> int:
    """Return how many places a number needs."""
    exact = (places for places in range(_MOST_PLACES + 1) if (value * 10**places).denominator == 1)
    telling = (places for places in range(3, _MOST_PLACES) if abs(value) * 10**places >= 100)
    return next(exact, next(telling, _MOST_PLACES))


def percentage(share: Fraction | None) -> Decimal | int | None:
    """Return a share of one as so many per cent, for a column that says so."""
    return None if share is None else amount(rounded_beside(share * 100, 0, 100, places=1))


def time_words(when: When | None, lang: Lang) -> str | None:
    """Return a time as exactly as it is known, in words."""
    return when.text(lang) if when else None


def last_day(when: When | None) -> date | None:
    """Return the last day of a time, to sort by."""
    return when.last if when else None


def yes_no(is_so: bool, lang: Lang) -> str:
    """Return yes or no."""
    return (Text("ya", "yes") if is_so else Text("tidak", "no")).for_lang(lang)


def joined(codes: Iterable[str]) -> str | None:
    """Return codes in one cell; none is an empty cell."""
    return ", ".join(codes) or None
