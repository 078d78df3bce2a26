"""Kunci ditulis tanpa isi.

A key is written without a value.

Mengapa: isian kosong dapat berarti nol, belum diketahui, atau terlupa. Yang belum diketahui tidak
ditulis sama sekali, dan laporan menyebutnya belum diketahui.

Why: an empty field can mean zero, unknown or forgotten. What is unknown is not written at all, and
reports then call it unknown.

Salah:

    - code: DLH
      name:

Benar:

    - code: DLH
      name: Dinas Lingkungan Hidup
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.reading.faults.f103_wrong_shape import NAMES
from serang_plan.model.fields import Wanted
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("F116", "empty-field", why=__doc__)


def finding(at: Location, wanted: Wanted) -> Finding:
    needed = NAMES[wanted]
    message = Text(
        f"isian ini kosong, padahal memerlukan {needed.id}", f"this field is empty but needs {needed.en}"
    )
    advice = Text(
        "ketik nilainya; bila belum diketahui, hapus baris ini",
        "type its value; if it is unknown, delete this line",
    )
    return RULE.finding(message, at, help=advice)
