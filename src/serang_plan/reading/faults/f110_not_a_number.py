"""Yang tertulis bukan angka.

What is written is not a number.

Mengapa: nilai, ambang, dan target dihitung, jadi harus berupa angka. Satuannya ditulis satu kali
pada `unit`. Nilai yang belum diketahui tidak ditulis, supaya tidak terhitung sebagai nol.

Why: values, thresholds and targets are used in sums, so they must be numbers. Their unit is written
once, in `unit`. A value that is unknown stays out, so that nobody counts it as zero.

Salah:

    - as_of: 2018-09-30
      value: 12 %

Benar:

    - as_of: 2018-09-30
      value: 12
"""

from __future__ import annotations

import re

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F110", "not-a-number", why=__doc__)
_NUMBER = re.compile(r"[-+]?(?:0|[1-9]\d*)(?:\.\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_NUMBER_AND_UNIT = re.compile(
    rf"\s*([-+]?(?:{_THOUSANDS.pattern}|\d+(?:[.,]\d+)?))\s*(%|[^\W\d_][^\s\d]*)\s*"
)


def finding(at: Location, typed: str) -> Finding:
    return RULE.finding(_message(typed), at, help=_advice(typed))


def _message(typed: str) -> Text:
    if _NUMBER.fullmatch(typed):
        return Text(
            f"angka {show(typed)} ditulis dalam tanda kutip, sehingga menjadi teks",
            f"the number {show(typed)} is written in quotes and so is text",
        )
    return Text(f"{show(typed)} bukan angka", f"{show(typed)} is not a number")


def _advice(typed: str) -> Text:
    if _NUMBER.fullmatch(typed):
        return Text(f"ketik {show(typed)} tanpa tanda kutip", f"type {show(typed)} without quotes")
    if number := _without_unit(typed):
        return Text(
            f"ketik `{number}`; satuannya ditulis pada `unit`",
            f"type `{number}`; its unit is written in `unit`",
        )
    return Text(
        "ketik angka saja, misalnya `12.5`; bila belum diketahui, hapus baris ini",
        "type a number only, such as `12.5`; if it is unknown, delete this line",
    )


def _without_unit(typed: str) -> str:
    parts = _NUMBER_AND_UNIT.fullmatch(typed)
    if parts is None:
        return ""
    number, unit = parts.groups()
    in_percent = unit in ("%", "persen")
    if _THOUSANDS.fullmatch(number) and not in_percent:
        return number.replace(".", "")
    return number.replace(",", ".") if number.count(".") < 2 else ""
