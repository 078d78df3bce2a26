"""Tidak ada titik dua di belakang kunci.

There is no colon behind a key.

Mengapa: titik dua dan spasi memisahkan kunci dari nilai. Tanpa itu, kunci dan nilai menjadi satu
teks yang tidak punya arti.

Why: a colon and a space part a key from its value. Without them both run into one text that means
nothing.

Salah:

    - indicator: M01
      lead DPRKP
      support: [DPUPR, BPKAD]

Benar:

    - indicator: M01
      lead: DPRKP
      support: [DPUPR, BPKAD]
"""

from __future__ import annotations

import re

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("S107", "missing-colon", why=__doc__)
_KEY_AND_VALUE = re.compile(r"((?:- )?[a-z][a-z_]*)\s*[:=]?\s*(\S.{0,40})")
_KEY_ALONE = re.compile(r"([a-z][a-z_]*):?")
_WIDE_COLON = "："


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"pada {show(typed)} tidak ada titik dua dan spasi di belakang kunci",
        f"in {show(typed)} there is no colon and space behind the key",
    )
    return RULE.finding(message, at, help=_advice(typed))


def _advice(typed: str) -> Text:
    typed = typed.replace(_WIDE_COLON, ": ").strip()
    if key := _KEY_ALONE.fullmatch(typed):
        return Text(f"ketik `{key[1]}:`", f"type `{key[1]}:`")
    if parts := _KEY_AND_VALUE.fullmatch(typed):
        whole = show(f"{parts[1]}: {parts[2]}")
        return Text(f"ketik {whole}", f"type {whole}")
    return Text(
        "beri titik dua dan spasi setelah nama kunci, seperti `lead: DPRKP`",
        "put a colon and a space behind the key, as in `lead: DPRKP`",
    )
