"""Isian bertingkat terlalu dalam.

Entries are nested too deeply.

Mengapa: rencana tidak memerlukan lebih dari sepuluh tingkat. Yang jauh lebih dalam hampir selalu
salah ketik atau salah salin, dan dapat membuat program kehabisan memori.

Why: a plan needs no more than ten levels. Anything much deeper is nearly always a slip of typing
or copying, and could make a program run out of memory.

Salah:

    support: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[DLH]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Benar:

    support: [DLH]
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S111", "too-deep", why=__doc__)


def finding(at: Location, most: int) -> Finding:
    message = Text(
        f"isian di sini bertingkat lebih dari {most} kali", f"entries here are nested more than {most} deep"
    )
    advice = Text("hapus kurung yang berlebih", "delete the brackets that are too many")
    return RULE.finding(message, at, help=advice)
