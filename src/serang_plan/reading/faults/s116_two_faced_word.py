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

from serang_plan.findings import Rule
from serang_plan.wording import Text, same, typed as show

RULE = Rule("S116", "two-faced-word", why=__doc__)
_TEXT = Text("teks", "text")
_FLAGS = dict.fromkeys(("yes", "y", "on", "true"), "true") | dict.fromkeys(("no", "n", "off", "false"), "false")
_BASES = (("0x", 16), ("0b", 2), ("0o", 8))
_OLD_OCTAL = re.compile(r"[-+]?0[0-7]+")
_MOST_DIGITS = 18


def message(typed: str, **_: object) -> Text:
    one, other = _readings(typed)
    return Text(
        f"{show(typed)} dapat dibaca sebagai {one.id} atau {other.id}",
        f"{show(typed)} can be read as {one.en} or as {other.en}",
    )


def advice(typed: str, **_: object) -> Text:
    text = f'`"{typed}"`'
    if flag := _FLAGS.get(typed.casefold()):
        return Text(f"ketik `{flag}`; bila memang teks, ketik {text}", f"type `{flag}`; if it is text, type {text}")
    if typed.casefold() == "null":
        return Text(
            f"bila belum diketahui, hapus baris ini; bila memang teks, ketik {text}",
            f"if it is unknown, delete this line; if it is text, type {text}",
        )
    if number := _number(typed):
        return Text(
            f"ketik `{number}`; bila memang kode atau teks, ketik {text}",
            f"type `{number}`; if it is a code or text, type {text}",
        )
    return Text(f"ketik {text}", f"type {text}")


def _readings(typed: str) -> tuple[Text, Text]:
    if flag := _FLAGS.get(typed.casefold()):
        return _TEXT, same(f"`{flag}`")
    if typed.casefold() == "null":
        return _TEXT, Text("kosong", "nothing")
    if _OLD_OCTAL.fullmatch(typed) and int(typed) != int(typed, 8):
        return same(str(int(typed))), same(str(int(typed, 8)))
    if ":" in typed:
        return Text("jam", "a time of day"), Text("angka", "a number")
    if number := _number(typed):
        return same(number), _TEXT
    return _TEXT, Text("tanda khusus", "a special mark")


def _number(typed: str) -> str:
    """Return the number as it must be typed; empty if it is none, or too long to write out."""
    digits = typed.replace("_", "").lower()
    for prefix, base in _BASES:
        if digits.lstrip("+-").startswith(prefix):
            return _short(str(int(digits, base)))
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return ""
    return _short(_in_full(value)) if value.is_finite() and abs(value.adjusted()) < _MOST_DIGITS else ""


def _in_full(value: Decimal) -> str:
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _short(written: str) -> str:
    return written if len(written.lstrip("-").replace(".", "")) <= _MOST_DIGITS else ""
