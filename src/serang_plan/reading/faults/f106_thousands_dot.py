"""Angka ditulis dengan titik pemisah ribuan.

A number is written with dots between thousands.

Mengapa: dalam YAML titik berarti koma desimal. `12.000` terbaca dua belas, bukan dua belas ribu,
dan `2.500.000` sama sekali bukan angka. Laporan tetap menampilkan titik ribuan.

Why: in YAML a dot is the decimal point. `12.000` reads as twelve and not as twelve thousand, and
`2.500.000` is no number at all. Reports still show dots between thousands.

Salah:

    - as_of: 2019
      value: 12.000

Benar:

    - as_of: 2019
      value: 12000
"""

from __future__ import annotations

from decimal import Decimal

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F106", "thousands-dot", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    return RULE.finding(_message(typed), at, help=_advice(typed))


def _message(typed: str) -> Text:
    if typed.count(".") == 1:
        return Text(
            f"titik dalam {show(typed)} dibaca sebagai koma desimal, bukan pemisah ribuan",
            f"the dot in {show(typed)} is read as a decimal point, not as a mark of thousands",
        )
    return Text(
        f"angka {show(typed)} memakai titik pemisah ribuan",
        f"the number {show(typed)} has dots between thousands",
    )


def _advice(typed: str) -> Text:
    plain = int(typed.strip().replace(".", ""))
    small = _as_decimal(typed)
    if small is None or small == plain:
        return Text(f"ketik `{plain}`", f"type `{plain}`")
    return Text(
        f"ketik `{plain}`, atau `{small}` bila memang hanya {small}",
        f"type `{plain}`, or `{small}` if it really is only {small}",
    )


def _as_decimal(typed: str) -> int | None:
    """Return what the number means if its only dot is a decimal point with nothing behind it."""
    if typed.count(".") > 1 or Decimal(typed) % 1:
        return None
    return int(Decimal(typed))
