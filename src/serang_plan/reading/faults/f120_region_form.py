"""Kode wilayah tidak berbentuk kode wilayah.

A region code does not have the form of one.

Mengapa: nama wilayah berulang (Sukawana ada di dua kecamatan), sedangkan kodenya tidak. Kode
ditulis dengan titik, seperti dalam daftar Kementerian Dalam Negeri: kota `36.73`, kecamatan
`36.73.01`, kelurahan `36.73.01.1003`.

Why: names of places repeat (there is a Sukawana in two kecamatan), but their codes do not. They are
written with dots, as in the list of the Ministry of Home Affairs: city `36.73`, kecamatan
`36.73.01`, kelurahan `36.73.01.1003`.

Salah:

    - {code: "3673011003", name: Sumur Pecung}

Benar:

    - {code: "36.73.01.1003", name: Sumur Pecung}
"""

from __future__ import annotations

import re

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F120", "region-form", why=__doc__)
_WIDTHS = (2, 2, 2, 4)


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"{show(typed)} tidak berbentuk kode wilayah",
        f"{show(typed)} does not have the form of a region code",
    )
    return RULE.finding(message, at, help=_advice(typed))


def _advice(typed: str) -> Text:
    if dotted := _dotted(typed):
        return Text(f'ketik `"{dotted}"`', f'type `"{dotted}"`')
    return Text(
        'ketik kode kota `"36.73"`, kecamatan `"36.73.01"`, atau kelurahan `"36.73.01.1003"`',
        'type the code of a city `"36.73"`, a kecamatan `"36.73.01"` or a kelurahan `"36.73.01.1003"`',
    )


def _dotted(typed: str) -> str:
    """Return the code with its dots where they belong; empty if the digits do not add up to one."""
    digits = re.sub(r"[\s.-]", "", typed)
    if not re.fullmatch(r"[0-9]{4}|[0-9]{6}|[0-9]{10}", digits):
        return ""
    parts = []
    for width in _WIDTHS:
        parts.append(digits[:width])
        digits = digits[width:]
    return ".".join(part for part in parts if part)
