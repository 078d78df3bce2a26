"""Angka ditulis dengan koma desimal.

A number is written with a decimal comma.

Mengapa: dalam YAML koma desimal dibaca sebagai teks, bukan angka; perhitungan akan keliru atau
berhenti. Laporan tetap menampilkan koma, seperti kebiasaan di Indonesia.

Why: YAML reads a decimal comma as text and not as a number, so sums would be wrong or fail.
Reports still show the comma, as Indonesians write it.

Salah:

    value: 98,63

Benar:

    value: 98.63
"""

from __future__ import annotations

import re

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F105", "decimal-comma", why=__doc__)
_TWO_FACED = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}")
"""`12,345` is twelve thousand to some."""


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"angka {show(typed)} memakai koma desimal", f"the number {show(typed)} has a decimal comma"
    )
    return RULE.finding(message, at, help=_advice(typed), instead=_instead(typed))


def _advice(typed: str) -> Text:
    point = show(typed.strip().replace(".", "").replace(",", "."))
    return Text(f"ketik {point}", f"type {point}")


def _instead(typed: str) -> str | None:
    plain = typed.strip()
    return None if _TWO_FACED.fullmatch(plain) else plain.replace(".", "").replace(",", ".").lstrip("+")
