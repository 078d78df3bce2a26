"""Angka lebih dari 18 digit.

A number has more than 18 digits.

Mengapa: anggaran seluruh Indonesia pun hanya 16 digit. Angka yang lebih panjang adalah salah ketik,
kode yang kurang tanda kutip, atau hasil bagi yang belum dibulatkan.

Why: even the budget of all Indonesia takes only 16 digits. A longer number is a slip, a code that
lacks its quotes, or a quotient that nobody rounded.

Salah:

    - source: APBD kota
      amount: 2500000000000000000

Benar:

    - source: APBD kota
      amount: 2500000000
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F113", "huge-number", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"angka {show(typed)} lebih dari 18 digit", f"the number {show(typed)} has more than 18 digits"
    )
    return RULE.finding(message, at, help=_advice(typed))


def _advice(typed: str) -> Text:
    if "." in typed:
        return Text(
            "bulatkan menjadi beberapa angka di belakang titik, misalnya `98.6301`",
            "round it to a few digits behind the point, such as `98.6301`",
        )
    return Text(
        "periksa banyaknya nol; bila ini kode, beri tanda kutip",
        "count its zeros; if it is a code, put quotes around it",
    )
