"""Jumlah kurang dari nol.

A count is below zero.

Mengapa: banyaknya indikator, bulan, atau rupiah tidak pernah kurang dari nol. Tanda minus di sini
biasanya tanda hubung yang terketik.

Why: there are never fewer than zero indicators, months or rupiah. A minus here is usually a dash
typed by mistake.

Salah:

    - source: APBD kota
      year: 2020
      amount: -2500000000

Benar:

    - source: APBD kota
      year: 2020
      amount: 2500000000
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F122", "negative-count", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    message = Text(f"{show(typed)} kurang dari nol", f"{show(typed)} is below zero")
    return RULE.finding(message, at, help=_advice(typed))


def _advice(typed: str) -> Text:
    without = show(typed.strip().lstrip("-"))
    return Text(f"ketik {without} tanpa tanda minus", f"type {without} without the minus")
