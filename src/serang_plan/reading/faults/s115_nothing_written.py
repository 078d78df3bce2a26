"""Berkas tidak berisi apa-apa.

A file holds nothing.

Mengapa: berkas kosong, atau yang hanya berisi komentar, sering tanda bahwa isinya terhapus atau
belum tersimpan.

Why: a file that is empty or holds comments only is often a sign that its content was deleted or
never saved.

Salah:

    # opd: menyusul

Benar:

    opd:
      - {code: DLH, name: Dinas Lingkungan Hidup}
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S115", "nothing-written", why=__doc__)


def finding(at: Location) -> Finding:
    message = Text("berkas ini tidak berisi apa-apa", "this file holds nothing")
    advice = Text(
        "isi dengan sebuah bagian, misalnya `opd:`, atau hapus berkas ini",
        "write a section into it, such as `opd:`, or delete the file",
    )
    return RULE.finding(message, at, help=advice)
