"""Kunci yang sama ditulis dua kali.

The same key is written twice.

Mengapa: YAML biasa memakai yang terakhir tanpa berkata apa-apa, sehingga satu dari dua nilai
hilang diam-diam. Di sini keduanya harus dipilih oleh orang.

Why: ordinary YAML keeps the last one without a word, so one of two values is lost in silence.
Here a person must choose.

Salah:

    - code: M01
      unit: "%"
      unit: ha

Benar:

    - code: M01
      unit: "%"
"""

from __future__ import annotations

from serang_plan.findings import Finding, Label, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("S101", "repeated-key", why=__doc__)
LABEL = Text("pertama ditulis di sini", "first written here")


def finding(at: Location, typed: str, first: Location) -> Finding:
    message = Text(f"kunci {show(typed)} ditulis dua kali", f"the key {show(typed)} is written twice")
    advice = Text("simpan satu, hapus yang lain", "keep one, delete the other")
    return RULE.finding(message, at, (Label(LABEL, first),), advice)
