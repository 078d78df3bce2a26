"""Jumlah ditulis dengan `Rp` atau kata seperti `miliar`.

An amount is written with `Rp` or a word such as `miliar`.

Mengapa: jumlah dengan huruf di dalamnya adalah teks dan tidak dapat dijumlahkan. Laporan sendiri
yang menulis `Rp2,5 miliar`.

Why: an amount with letters in it is text and cannot be added up. Reports write `Rp2,5 miliar` by
themselves.

Salah:

    - source: APBD kota
      year: 2020
      amount: Rp2,5 miliar

Benar:

    - source: APBD kota
      year: 2020
      amount: 2500000000
"""

from __future__ import annotations

import re
from decimal import Decimal

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import RUPIAH_WORDS, Text, backquoted as show

RULE = Rule("F107", "rupiah-amount", why=__doc__)
_LONGEST = 24
_AMOUNT = re.compile(
    rf"(?i)\s*(?:(?:rp|idr)\.?)?\s*([\d.,]*\d)(?:,-)?\s*({'|'.join(RUPIAH_WORDS)})?(?:\s*rupiah)?\s*"
)


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"jumlah {show(typed)} tidak ditulis dengan angka saja",
        f"the amount {show(typed)} is not written in digits alone",
    )
    return RULE.finding(message, at, help=_advice(typed))


def _advice(typed: str) -> Text:
    if whole := _in_digits(typed):
        return Text(f"ketik `{whole}`", f"type `{whole}`")
    return Text(
        "ketik semua angkanya tanpa titik dan tanpa `Rp`, misalnya `2500000000`",
        "type all its digits without dots and without `Rp`, such as `2500000000`",
    )


def _in_digits(typed: str) -> str:
    """Return the amount in plain digits; empty if it is not clear or not a whole number."""
    parts = _AMOUNT.fullmatch(typed)
    number = _as_decimal(parts[1]) if parts else None
    if parts is None or number is None:
        return ""
    amount = number * (RUPIAH_WORDS[parts[2].lower()] if parts[2] else 1)
    return "" if amount % 1 else f"{int(amount)}"


def _as_decimal(number: str) -> Decimal | None:
    """Read a number as Indonesians write it; a lone dot that cannot part thousands is a decimal point."""
    if len(number) > _LONGEST:
        return None
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", number):
        return Decimal(number.replace(".", "").replace(",", "."))
    return Decimal(number) if re.fullmatch(r"\d+\.\d+", number) else None
