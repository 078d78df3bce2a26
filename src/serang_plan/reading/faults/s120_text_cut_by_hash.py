"""Teks terpotong oleh tanda `#`.

A text is cut short by `#`.

Mengapa: tanda `#` yang didahului spasi memulai komentar, dan sisa baris dibuang tanpa kabar.
`Taman RTH #1` menjadi `Taman RTH`.

Why: a `#` with a space before it starts a comment, and the rest of the line is dropped in silence.
`Taman RTH #1` becomes `Taman RTH`.

Salah:

    - code: A02
      name: Taman RTH #1

Benar:

    - code: A02
      name: "Taman RTH #1"
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("S120", "text-cut-by-hash", why=__doc__, severity=Severity.WARNING)


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"yang terbaca hanya {show(typed)}, karena ` #` memulai komentar",
        f"only {show(typed)} is read, because ` #` starts a comment",
    )
    advice = Text(
        "beri tanda kutip di awal dan akhir seluruh teks; bila memang komentar, ketik dua spasi sebelum `#`",
        "put quotes around the whole text; if it is a comment, type two spaces before `#`",
    )
    return RULE.finding(message, at, help=advice)
