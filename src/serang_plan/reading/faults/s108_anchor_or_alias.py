"""Nilai disalin dengan tanda `&`, `*` atau `<<`.

A value is copied with `&`, `*` or `<<`.

Mengapa: dengan tanda itu satu nilai berlaku di banyak tempat, sehingga pembaca tidak melihat apa
yang tertulis, dan mengubah satu tempat mengubah yang lain. Di sini setiap nilai ditulis lengkap.

Why: these marks make one value stand in many places, so a reader does not see what it says, and
changing one place changes others. Here every value is written out.

Salah:

    - {indicator: M04, lead: DPUPR, support: &pendukung [DPRKP, DINKES]}
    - {indicator: M05, lead: DPUPR, support: *pendukung}

Benar:

    - {indicator: M04, lead: DPUPR, support: [DPRKP, DINKES]}
    - {indicator: M05, lead: DPUPR, support: [DPRKP, DINKES]}
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text

RULE = Rule("S108", "anchor-or-alias", why=__doc__)


def finding(at: Location) -> Finding:
    message = Text(
        "di sini ada tanda salin `&`, `*`, atau `<<`", "here is a mark for copying: `&`, `*` or `<<`"
    )
    advice = Text(
        "tulis nilainya lengkap; bila tanda itu bagian dari teks, beri tanda kutip pada teksnya",
        "write the value out; if the mark is part of a text, put quotes around the text",
    )
    return RULE.finding(message, at, help=advice)
