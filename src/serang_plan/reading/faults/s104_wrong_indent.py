"""Baris tidak sejajar dengan isiannya.

A line does not stand below the rest of its entry.

Mengapa: banyaknya spasi di depan baris menentukan baris itu milik isian mana. Satu spasi lebih
atau kurang membuat nilai pindah tempat, atau tidak terbaca sama sekali.

Why: the spaces before a line say which entry it belongs to. One more or one less moves a value
elsewhere, or makes it unreadable.

Salah:

    - code: M01
      name: Proporsi RTH publik terhadap luas kota
       unit: "%"

Benar:

    - code: M01
      name: Proporsi RTH publik terhadap luas kota
      unit: "%"
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S104", "wrong-indent", why=__doc__)


def finding(at: Location, indent: int) -> Finding:
    advice = Text(
        "mulai baris ini sejajar dengan kunci lain dalam isian yang sama; "
        "bila sudah sejajar, periksa tanda kutip, kurung, dan titik dua di baris ini dan di atasnya",
        "start this line right below the other keys of its entry; "
        "if it does, look at the quotes, brackets and colons here and on the line above",
    )
    return RULE.finding(_message(indent), at, help=advice)


def _message(indent: int) -> Text:
    if not indent:
        return Text(
            "baris ini tidak sejajar dengan isian di sekitarnya",
            "this line does not stand in line with the entry around it",
        )
    return Text(
        f"baris ini menjorok {indent} spasi dan tidak sejajar dengan isian di sekitarnya",
        f"this line is indented by {indent} space{'s' * (indent > 1)}, out of line with the entry around it",
    )
