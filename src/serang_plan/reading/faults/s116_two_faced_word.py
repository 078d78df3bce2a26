"""Kata atau angka dibaca berbeda oleh program yang berbeda.

A word or a number is read differently by different programs.

Mengapa: `no` dapat menjadi teks atau `false`, `010` menjadi 10 atau 8, `12:30` menjadi 750. Supaya
nilai yang tampak sama dengan nilai yang dihitung, bentuk seperti itu tidak diterima.

Why: `no` can become text or `false`, `010` can become 10 or 8, and `12:30` can become 750. Such
forms are refused, so that what one sees is what is counted.

Salah:

    - as_of: 2019
      value: 010
      used: yes

Benar:

    - as_of: 2019
      value: 10
      used: true
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, untranslated, backquoted as show

RULE = Rule("S116", "two-faced-word", why=__doc__)
_TEXT = Text("teks", "text")
_FLAGS = {
    **dict.fromkeys(("yes", "y", "on", "true"), "true"),
    **dict.fromkeys(("no", "n", "off", "false"), "false"),
}
_NO_VALUE = frozenset({"null", ".nan", ".inf", "+.inf", "-.inf"})
_BASES = (("0x", 16), ("0b", 2), ("0o", 8))
_OLD_OCTAL = re.compile(r"[-+]?0[0-7]+")
_MOST_DIGITS = 18


def finding(at: Location, typed: str) -> Finding:
    return RULE.finding(_message(typed), at, help=_advice(typed), instead=f'"{typed}"')


def _message(typed: str) -> Text:
    reading, other = _readings(typed)
    return Text(
        f"{show(typed)} dapat dibaca sebagai {reading.id} atau {other.id}",
        f"{show(typed)} can be read as {reading.en} or as {other.en}",
    )


def _advice(typed: str) -> Text:
    text = show(f'"{typed}"')
    if typed.casefold() in _NO_VALUE:
        return Text(
            f"bila belum diketahui, hapus baris ini; bila memang teks, ketik {text}",
            f"if it is unknown, delete this line; if it is text, type {text}",
        )
    if plain := _FLAGS.get(typed.casefold()) or _number(typed):
        return Text(
            f"ketik `{plain}`; bila memang teks atau kode, ketik {text}",
            f"type `{plain}`; if it is text or a code, type {text}",
        )
    return Text(f"ketik {text}", f"type {text}")


def _readings(typed: str) -> tuple[Text, Text]:
    word = typed.casefold()
    if word in _FLAGS:
        return _TEXT, untranslated(f"`{_FLAGS[word]}`")
    if word in _NO_VALUE:
        return _TEXT, Text("tidak ada nilai", "no value")
    if _OLD_OCTAL.fullmatch(typed) and _number(typed) and int(typed) != int(typed, 8):
        return untranslated(str(int(typed))), untranslated(str(int(typed, 8)))
    if ":" in typed:
        return Text("jam", "a time of day"), Text("angka", "a number")
    if any(char.isdigit() for char in typed):
        return _TEXT, untranslated(_number(typed)) if _number(typed) else Text("angka", "a number")
    return _TEXT, Text("tanda khusus", "a special mark")


def _number(typed: str) -> str:
    """Return the number as it must be typed; empty if it is none, or too long to write out."""
    digits = typed.replace("_", "").lower()
    try:
        value = _value(digits) if len(digits) <= 2 * _MOST_DIGITS else Decimal("NaN")
    except (ValueError, InvalidOperation):
        return ""
    return _in_full(value) if value.is_finite() and abs(value.adjusted()) <= _MOST_DIGITS else ""


def _value(digits: str) -> Decimal:
    for prefix, base in _BASES:
        if digits.lstrip("+-").startswith(prefix):
            return Decimal(int(digits, base))
    return Decimal(digits)


def _in_full(value: Decimal) -> str:
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
