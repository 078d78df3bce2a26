"""Garis `---` membagi satu berkas menjadi beberapa dokumen.

A line `---` parts one file into several documents.

Mengapa: banyak program hanya membaca dokumen yang pertama, sehingga sisanya hilang tanpa kabar. Di
sini satu berkas adalah satu dokumen; rencana boleh dibagi ke banyak berkas.

Why: many programs read only the first document, so the rest is lost in silence. Here a file is one
document; a plan may be spread over many files.

Salah:

    opd:
      - {code: DLH, name: Dinas Lingkungan Hidup}
    ---
    partners:
      - {code: PEMPROV, name: Pemerintah Provinsi Banten, kind: provinsi}

Benar:

    opd:
      - {code: DLH, name: Dinas Lingkungan Hidup}
    partners:
      - {code: PEMPROV, name: Pemerintah Provinsi Banten, kind: provinsi}
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S110", "several-documents", why=__doc__)


def finding(at: Location) -> Finding:
    message = Text(
        "mulai dari sini berkas ini memuat dokumen kedua", "from here on this file holds a second document"
    )
    advice = Text(
        "hapus garis `---`, atau pindahkan yang di bawahnya ke berkas sendiri",
        "delete the line `---`, or move what stands below it to a file of its own",
    )
    return RULE.finding(message, at, help=advice)
