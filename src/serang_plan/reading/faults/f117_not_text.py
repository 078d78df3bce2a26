"""Teks ditulis tanpa tanda kutip dan terbaca sebagai angka atau `true`/`false`.

A text is written without quotes and reads as a number or as `true`/`false`.

Mengapa: angka kehilangan nol di belakangnya, dan `true` tampil lain dalam laporan. Tanda kutip
membuat teks tetap seperti yang diketik.

Why: numbers lose the zeros at their end, and `true` looks different in a report. Quotes keep a text
as it was typed.

Salah:

    - code: P1
      topic: 2020

Benar:

    - code: P1
      topic: "2020"
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F117", "not-text", why=__doc__)


def finding(at: Location, typed: str) -> Finding:
    message = Text(f"{show(typed)} tanpa tanda kutip bukan teks", f"{show(typed)} without quotes is not text")
    return RULE.finding(message, at, help=_advice(typed), instead=f'"{typed}"')


def _advice(typed: str) -> Text:
    whole = show(f'"{typed}"')
    return Text(f"ketik {whole}", f"type {whole}")
