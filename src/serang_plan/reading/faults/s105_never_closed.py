"""Tanda kutip atau kurung dibuka, tetapi tidak ditutup.

A quote or a bracket is opened but not closed.

Mengapa: tanpa penutup, semua baris di bawahnya ikut menjadi isi tanda kutip atau kurung itu,
sehingga tidak dapat dibaca lagi.

Why: without its end, every line below becomes part of that quote or bracket and cannot be read
any more.

Salah:

    - indicator: M01
      lead: DPRKP
      support: [DPUPR, BPKAD

Benar:

    - indicator: M01
      lead: DPRKP
      support: [DPUPR, BPKAD]
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("S105", "never-closed", why=__doc__)
_CLOSING = {"[": "]", "{": "}"}


def finding(at: Location, typed: str) -> Finding:
    return RULE.finding(_message(typed), at, help=_advice(typed))


def _message(typed: str) -> Text:
    if typed in _CLOSING:
        return Text(
            f"kurung {show(typed)} dibuka di sini dan tidak ditutup dengan benar",
            f"the bracket {show(typed)} is opened here and not closed properly",
        )
    return Text(
        f"tanda kutip {show(typed)} dibuka di sini dan tidak pernah ditutup",
        f"the quote {show(typed)} is opened here and never closed",
    )


def _advice(typed: str) -> Text:
    if typed not in _CLOSING:
        return Text(f"ketik {show(typed)} di akhir teks", f"type {show(typed)} at the end of the text")
    closing = show(_CLOSING[typed])
    return Text(
        f"ketik {closing} di akhir; bila sudah ada, ketik koma di antara isinya "
        "dan beri tanda kutip pada teks yang memuat `:`",
        f"type {closing} at the end; if it is there, type commas between the items "
        "and put quotes around any text with `:` in it",
    )
