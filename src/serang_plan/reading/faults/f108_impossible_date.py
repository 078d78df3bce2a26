"""Tanggal tidak ada dalam kalender.

A date is not in the calendar.

Mengapa: tenggat pada tanggal yang tidak ada tidak pernah jatuh tempo. Sering kali hari dan bulan
tertukar, atau bulan itu hanya 30 hari.

Why: a deadline on a day that does not exist never comes. Often day and month are swapped, or that
month has only 30 days.

Salah:

    - code: R1-1
      text: Setiap OPD memaparkan program prioritas
      due: 2020-04-31

Benar:

    - code: R1-1
      text: Setiap OPD memaparkan program prioritas
      due: 2020-04-30
"""

from __future__ import annotations

import re
from datetime import date

from serang_plan.findings import Finding, Rule
from serang_plan.model.when import month_end
from serang_plan.places import Location
from serang_plan.wording import Text, short_date, backquoted as show

RULE = Rule("F108", "impossible-date", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    return RULE.finding(_message(typed), at, help=_advice(typed))


def _message(typed: str) -> Text:
    why = _why(*_parts(typed))
    return Text(
        f"tanggal {show(typed)} tidak ada: {why.id}", f"the date {show(typed)} does not exist: {why.en}"
    )


def _advice(typed: str) -> Text:
    year, month, day = _parts(typed)
    if not 1 <= month <= 12:
        return _other_month(typed, year, month, day)
    if year == 0 or day == 0:
        return Text("ketik tanggal seperti `2020-03-10`", "type a date such as `2020-03-10`")
    last = month_end(year, month).isoformat()
    return Text(
        f"bila akhir bulan itu yang dimaksud, ketik `{last}`",
        f"if the end of that month is meant, type `{last}`",
    )


def _parts(typed: str) -> tuple[int, int, int]:
    year, month, day = (*map(int, re.findall(r"\d+", typed)), 1, 1, 1)[:3]
    return year, month, day


def _why(year: int, month: int, day: int) -> Text:
    if year == 0:
        return Text("tidak ada tahun 0", "there is no year 0")
    if not 1 <= month <= 12:
        return Text(f"tidak ada bulan {month}", f"there is no month {month}")
    if day == 0:
        return Text("tidak ada tanggal 0", "there is no day 0")
    last = month_end(year, month)
    return Text(
        f"hari terakhir bulan itu {short_date(last, 'id')}", f"that month ends on {short_date(last, 'en')}"
    )


def _other_month(typed: str, year: int, month: int, day: int) -> Text:
    """Advise another month: the day, if the two were swapped."""
    try:
        swapped = date(year, day, month).isoformat() if typed.count("-") == 2 else ""
    except ValueError:
        swapped = ""
    if swapped:
        return Text(f"maksud Anda `{swapped}`?", f"did you mean `{swapped}`?")
    return Text("ketik bulan `01` sampai `12`", "type a month from `01` to `12`")
