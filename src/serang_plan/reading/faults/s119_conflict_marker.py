"""Dua versi isi berkas belum dipilih.

Nobody has chosen between two versions of a passage.

Mengapa: saat dua orang mengubah baris yang sama, kedua versi ditulis berurutan dengan tanda
`<<<<<<<`, `=======` dan `>>>>>>>`. Seseorang harus memilih mana yang benar.

Why: when two people change the same lines, both versions are written one below the other between
`<<<<<<<`, `=======` and `>>>>>>>`. Somebody must choose the right one.

Salah:

    - code: M01
    <<<<<<< HEAD
      unit: "%"
    =======
      unit: ha
    >>>>>>> dlh

Benar:

    - code: M01
      unit: "%"
"""

from __future__ import annotations

from collections.abc import Iterable

from serang_plan.findings import Finding, Label, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S119", "conflict-marker", why=__doc__)
LABEL = Text("tanda berikutnya di sini", "the next mark is here")


def finding(at: Location, others: Iterable[Location]) -> Finding:
    message = Text(
        "di sini ada dua versi yang belum dipilih", "here are two versions that nobody has chosen between"
    )
    advice = Text(
        "simpan satu versi, lalu hapus versi lain dan baris `<<<<<<<`, `=======`, dan `>>>>>>>`",
        "keep one version, then delete the other and the lines `<<<<<<<`, `=======` and `>>>>>>>`",
    )
    return RULE.finding(message, at, tuple(Label(LABEL, other) for other in others), advice)
