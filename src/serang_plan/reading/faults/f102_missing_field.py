"""Kunci yang wajib belum ada.

A required key is missing.

Mengapa: tanpa kunci ini isian tidak dapat dikenali atau dihitung. Kunci lain boleh tidak ditulis
selama nilainya belum diketahui.

Why: without this key the entry cannot be told apart or counted. Other keys may stay out as long as
their values are unknown.

Salah:

    - code: DLH

Benar:

    - code: DLH
      name: Dinas Lingkungan Hidup
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F102", "missing-field", why=__doc__)


def finding(at: Location, typed: str, of: str) -> Finding:
    message = Text(
        f"kunci {show(typed)} belum ada pada isian {show(of)} ini",
        f"the key {show(typed)} is missing from this entry of {show(of)}",
    )
    whole = show(f"{typed}: …")
    return RULE.finding(message, at, help=Text(f"ketik {whole}", f"type {whole}"))
