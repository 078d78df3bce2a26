"""Tahun di luar 1900 sampai 2200.

A year is not between 1900 and 2200.

Mengapa: tahun seperti 202 atau 20200 adalah salah ketik. Satu tahun yang salah membuat grafik dan
jadwal melompat ratusan tahun.

Why: a year such as 202 or 20200 is a slip. One wrong year makes charts and schedules leap over
centuries.

Salah:

    - year: 20200
      focus: Perumahan dan kawasan permukiman (Perkim)

Benar:

    - year: 2020
      focus: Perumahan dan kawasan permukiman (Perkim)
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F114", "impossible-year", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"tahun pada {show(typed)} tidak di antara 1900 dan 2200",
        f"the year in {show(typed)} is not between 1900 and 2200",
    )
    return RULE.finding(message, at, help=_advice(typed))


def _advice(typed: str) -> Text:
    if len(typed) == 2 and typed.isdigit():
        return Text(f"ketik `20{typed}`", f"type `20{typed}`")
    return Text("ketik tahun empat angka, misalnya `2020`", "type the year in four digits, such as `2020`")
