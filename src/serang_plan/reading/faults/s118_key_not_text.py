"""Kunci bukan sebuah kata.

A key is not a word.

Mengapa: kunci menyebut nama nilainya, seperti `unit`. Kurung di tempat kunci biasanya salah ketik,
atau bagian teks yang kurang tanda kutip.

Why: a key names its value, as `unit` does. A bracket in its place is usually a slip, or part of a
text that lacks its quotes.

Salah:

    - code: M01
      [unit]: ha

Benar:

    - code: M01
      unit: ha
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S118", "key-not-text", why=__doc__)


def finding(at: Location) -> Finding:
    message = Text("di tempat kunci ada kurung, bukan kata", "a bracket stands where a key belongs")
    advice = Text(
        "ketik kunci tanpa kurung, seperti `unit: ha`; bila ini teks, beri tanda kutip",
        "type the key without brackets, as in `unit: ha`; if it is text, put quotes around it",
    )
    return RULE.finding(message, at, help=advice)
