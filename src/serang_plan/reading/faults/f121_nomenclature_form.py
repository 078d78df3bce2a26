"""Kode nomenklatur tidak berbentuk kode nomenklatur.

A nomenclature code does not have the form of one.

Mengapa: kode ini menghubungkan kegiatan dengan RKPD dan APBD. Bagiannya berurutan: urusan, bidang,
program, lalu kegiatan (`2.01`) dan sub kegiatan. Satu bagian yang kurang menunjuk kegiatan lain.

Why: this code ties an action to the RKPD and the budget. Its parts stand in order: urusan, bidang,
program, then kegiatan (`2.01`) and sub kegiatan. With one part missing it means another activity.

Salah:

    nomenclature: {code: "1.4.5.2.1.1", version: permendagri-90}

Benar:

    nomenclature: {code: "1.04.05.2.01.01", version: permendagri-90}
"""

from __future__ import annotations

import re

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("F121", "nomenclature-form", why=__doc__)
_FIVE_OR_SIX = re.compile(
    r"[0-9X]\.(?:[0-9]{1,2}|XX)\.[0-9]{1,2}\.[12]\.[0-9]{1,2}(?:\.(?:[0-9]{1,2}|[0-9]{4}))?"
)
_WIDTHS = (1, 2, 2, 1, 2, 2)


def finding(at: Location, typed: str) -> Finding:
    message = Text(
        f"{show(typed)} tidak berbentuk kode nomenklatur",
        f"{show(typed)} does not have the form of a nomenclature code",
    )
    return RULE.finding(message, at, help=_advice(typed))


def _advice(typed: str) -> Text:
    if whole := _with_zeros(typed):
        return Text(f'ketik `"{whole}"`', f'type `"{whole}"`')
    return Text(
        'ketik urusan, bidang, program, kegiatan, dan sub kegiatan, seperti `"1.04.05.2.01.01"`',
        'type urusan, bidang, program, kegiatan and sub kegiatan, as in `"1.04.05.2.01.01"`',
    )


def _with_zeros(typed: str) -> str:
    """Return the code with the zeros that its parts lack; empty if that is not what it lacks."""
    code = re.sub(r"\s", "", typed).strip(".").upper()
    if not _FIVE_OR_SIX.fullmatch(code):
        return ""
    return ".".join(part.zfill(width) for part, width in zip(code.split("."), _WIDTHS, strict=False))
