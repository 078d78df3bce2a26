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

from serang_plan.findings import Rule
from serang_plan.wording import Text

RULE = Rule("S111", "too-deep", why=__doc__)


def message(most: int = 40, **_: object) -> Text:
    return Text(
        f"isian di sini bertingkat lebih dari {most} kali", f"entries here are nested more than {most} deep"
    )


def advice(**_: object) -> Text:
    return Text("hapus kurung yang berlebih", "delete the brackets that are too many")
