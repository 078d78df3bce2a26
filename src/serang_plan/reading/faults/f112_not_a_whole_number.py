"""Angka tidak bulat.

A number is not whole.

Mengapa: tahun, rupiah, dan banyaknya indikator tidak dapat dipecah. Angka di belakang titik
menandakan salah ketik, atau angka yang seharusnya ada di tempat lain.

Why: years, rupiah and counts of indicators cannot be split. Digits behind the point are a sign of
a slip, or of a figure that belongs elsewhere.

Salah:

    by: Wakil Wali Kota Serang
    indicators: 16
    met: 8.5

Benar:

    by: Wakil Wali Kota Serang
    indicators: 16
    met: 8
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F112", "not-a-whole-number", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    message = Text(f"{show(typed)} bukan bilangan bulat", f"{show(typed)} is not a whole number")
    return RULE.finding(message, at, help=_advice(typed))


def _advice(typed: str) -> Text:
    below, above = floor(Decimal(typed)), ceil(Decimal(typed))
    if below == above:
        return Text(f"ketik `{below}`", f"type `{below}`")
    return Text(
        f"ketik bilangan bulat, `{below}` atau `{above}`", f"type a whole number, `{below}` or `{above}`"
    )
