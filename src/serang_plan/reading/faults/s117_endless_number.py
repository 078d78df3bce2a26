"""Angka terlalu panjang.

A number is too long.

Mengapa: tidak ada angka perencanaan yang sepanjang ini. Biasanya ini nomor atau kode yang kurang
tanda kutip, atau satu tombol angka yang tertekan terlalu lama.

Why: no figure of a plan is this long. It is usually a reference number or a code that lacks its quotes,
or a digit key held down for too long.

Salah:

    - as_of: 2019
      value: 2222222222222222222222222222222222

Benar:

    - as_of: 2019
      value: 22.2
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("S117", "endless-number", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"{show(typed)} terlalu panjang untuk sebuah angka", f"{show(typed)} is too long for a number"
    )
    advice = Text(
        "hapus angka yang berlebih; bila ini kode, beri tanda kutip",
        "delete the digits that are too many; if it is a code, put quotes around it",
    )
    return RULE.finding(message, at, help=advice)
