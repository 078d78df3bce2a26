"""Kode ditulis tanpa tanda kutip, sehingga menjadi angka.

A code is written without quotes and so becomes a number.

Mengapa: sebagai angka, `36.10` sama dengan `36.1`, dan nol di depan hilang. Sebagai kode, keduanya
berbeda. Tanda kutip membuatnya tetap seperti yang diketik.

Why: as numbers `36.10` and `36.1` are the same, and zeros in front are lost. As codes they differ.
Quotes keep a code as it was typed.

Salah:

    title: Kota Serang Menuju Kota Metropolis
    region: 36.73

Benar:

    title: Kota Serang Menuju Kota Metropolis
    region: "36.73"
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F111", "unquoted-code", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"kode {show(typed)} ditulis tanpa tanda kutip", f"the code {show(typed)} is written without quotes"
    )
    return RULE.finding(message, at, help=_advice(typed), instead=f'"{typed}"')


def _advice(typed: str) -> Text:
    whole = show(f'"{typed}"')
    if typed in ("true", "false"):
        return Text(f"ketik {whole}", f"type {whole}")
    return Text(
        f"ketik {whole}; tanpa tanda kutip, nol di depan atau di belakangnya dapat hilang",
        f"type {whole}; without quotes, zeros in front or at the end can be lost",
    )
