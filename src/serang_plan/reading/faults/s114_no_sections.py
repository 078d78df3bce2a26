"""Berkas tidak dibagi menjadi bagian.

A file is not divided into sections.

Mengapa: nama bagian, seperti `opd:` atau `indicators:`, menyatakan isi berkas itu apa. Tanpa nama
bagian, sebuah daftar dapat berarti apa saja.

Why: the name of a section, such as `opd:` or `indicators:`, says what the file is about. Without
it a list could be anything.

Salah:

    - code: DLH
      name: Dinas Lingkungan Hidup

Benar:

    opd:
      - code: DLH
        name: Dinas Lingkungan Hidup
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S114", "no-sections", why=__doc__)


def finding(at: Location) -> Finding:
    message = Text("isi berkas ini tidak punya nama bagian", "the content of this file has no section name")
    advice = Text(
        "ketik nama bagian di baris atasnya, misalnya `opd:`, `indicators:`, atau `actions:`",
        "type the name of a section on the line above, such as `opd:`, `indicators:` or `actions:`",
    )
    return RULE.finding(message, at, help=advice)
