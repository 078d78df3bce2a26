"""Bentuk isian lain dari yang diperlukan.

An entry has another shape than it needs.

Mengapa: sebagian kunci memuat satu nilai, sebagian memuat daftar, dan sebagian memuat kunci lain.
Bentuk yang tertukar tidak dapat dibaca sebagai apa pun.

Why: some keys hold one value, some hold a list and some hold further keys. A shape in the wrong
place cannot be read as anything.

Salah:

    - indicator: M01
      lead: DPRKP
      support: DPUPR, BPKAD

Benar:

    - indicator: M01
      lead: DPRKP
      support: [DPUPR, BPKAD]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from serang_plan.findings import Finding, Rule
from serang_plan.model.fields import Wanted
from serang_plan.places import Location
from serang_plan.wording import Text, untranslated, backquoted as show

RULE = Rule("F103", "wrong-shape", why=__doc__)
_SHAPES = {"list": Text("daftar", "a list"), "mapping": Text("pasangan kunci dan nilai", "a set of keys")}
NAMES: dict[Wanted, Text] = {
    "text": Text("teks", "text"),
    "number": Text("angka", "a number"),
    "list": _SHAPES["list"],
    "mapping": _SHAPES["mapping"],
    "code": Text("kode", "a code"),
    "flag": untranslated("`true`/`false`"),
    "when": Text("waktu", "a time"),
    "day": Text("tanggal", "a date"),
}
_NOTHING = Text("teks kosong", "an empty text")
_EXAMPLES = {
    "text": '"Tema: Kota Hijau"',
    "number": "12.5",
    "code": "DPRKP",
    "flag": "true",
    "when": "2020-TW3",
    "day": "2020-03-10",
}
_PLAIN = re.compile(r"\w[\w., -]{0,50}")


def finding(at: Location, typed: str, wanted: Wanted, keys: Sequence[str] = ()) -> Finding:
    """Return the finding; `keys` are those of the record, or of those in the list, that belongs there."""
    help = _to_record(typed, wanted, keys) if keys and typed not in _SHAPES else _advice(typed, wanted)
    return RULE.finding(_message(typed, wanted), at, help=help)


def _to_record(typed: str, wanted: Wanted, keys: Sequence[str]) -> Text:
    """Show the shape of a record, with what was typed under its first key if that is a plain word."""
    first = typed if _PLAIN.fullmatch(typed) and "," not in typed else "…"
    record = ", ".join((f"{keys[0]}: {first}", *(f"{key}: …" for key in keys[1:])))
    shape = f"`[{{{record}}}]`" if wanted == "list" else f"`{{{record}}}`"
    return Text(f"ketik seperti {shape}", f"type it like {shape}")


def _message(typed: str, wanted: Wanted) -> Text:
    here = _SHAPES.get(typed) or (untranslated(show(typed)) if typed else _NOTHING)
    right = NAMES[wanted]
    return Text(
        f"di sini tertulis {here.id}, padahal yang diperlukan {right.id}",
        f"{here.en} stands where {right.en} belongs",
    )


def _advice(typed: str, wanted: Wanted) -> Text:
    if wanted == "list":
        return _to_list(typed)
    if wanted == "mapping":
        return _to_mapping(typed)
    example = f"`{_EXAMPLES[wanted]}`"
    if wanted == "text":
        return Text(
            f"ketik satu teks saja; bila ada titik dua atau kurung di dalamnya, beri tanda kutip: {example}",
            f"type one text only; if it has a colon or a bracket in it, use quotes: {example}",
        )
    return Text(f"ketik satu nilai saja, misalnya {example}", f"type one value only, such as {example}")


def _to_list(typed: str) -> Text:
    if typed == "mapping":
        return Text("ketik `- ` di depan kunci yang pertama", "type `- ` before the first key")
    if _PLAIN.fullmatch(typed):
        return Text(f"ketik `[{typed}]`", f"type `[{typed}]`")
    return Text('ketik daftar, misalnya `["…", "…"]`', 'type a list, such as `["…", "…"]`')


def _to_mapping(typed: str) -> Text:
    if typed == "list":
        return Text(
            "hapus tanda `-` atau kurung siku di depannya", "delete the `-` or the square bracket before it"
        )
    return Text(
        "ketik nama kunci dan nilainya, seperti `{year: 2020, value: 13}`",
        "type keys with their values, as in `{year: 2020, value: 13}`",
    )
