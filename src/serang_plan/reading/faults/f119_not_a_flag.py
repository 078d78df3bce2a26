"""Bukan `true` atau `false`.

Neither `true` nor `false`.

Mengapa: kunci ini adalah pilihan ya atau tidak. YAML menulis ya sebagai `true` dan tidak sebagai
`false`; kata lain terbaca sebagai teks.

Why: this key is a choice between yes and no. YAML writes yes as `true` and no as `false`; other
words are read as text.

Salah:

    - as_of: 2018-09-30
      value: 12
      used: ya

Benar:

    - as_of: 2018-09-30
      value: 12
      used: true
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F119", "not-a-flag", why=__doc__)
_YES = frozenset({"ya", "iya", "yes", "y", "on", "benar", "dipakai", "1", "true"})
_NO = frozenset({"tidak", "tdk", "no", "n", "off", "salah", "bukan", "0", "false"})


def finding(at: Location, typed: str) -> Finding:
    return RULE.finding(_message(typed), at, help=_advice(typed))


def _message(typed: str) -> Text:
    if typed in ("true", "false"):
        return Text(
            f"{show(typed)} ditulis dalam tanda kutip, sehingga menjadi teks",
            f"{show(typed)} is written in quotes and so is text",
        )
    return Text(f"{show(typed)} bukan `true` atau `false`", f"{show(typed)} is neither `true` nor `false`")


def _advice(typed: str) -> Text:
    word = typed.strip().casefold()
    if typed in ("true", "false"):
        return Text(f"ketik {show(typed)} tanpa tanda kutip", f"type {show(typed)} without quotes")
    if word in _YES | _NO:
        flag = "true" if word in _YES else "false"
        return Text(f"ketik `{flag}`", f"type `{flag}`")
    return Text("ketik `true` untuk ya, `false` untuk tidak", "type `true` for yes, `false` for no")
