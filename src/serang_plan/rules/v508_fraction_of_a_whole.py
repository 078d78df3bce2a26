"""Benda yang tidak terbagi berjumlah pecahan.

Things that cannot be divided are counted in fractions.

Mengapa: jiwa, koridor atau kejadian tidak bisa separuh. Hampir selalu yang dimaksud adalah titik
ribuan: 652.000 jiwa dibaca sebagai 652 koma nol.

Why: there is no half of a person, a corridor or an incident. Almost always the dot was meant to
part the thousands: 652.000 people are read as 652 point zero.

Salah:

    - {as_of: 2020, value: 692.101, source: S7}

Benar:

    - {as_of: 2020, value: 692101, source: S7}
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import Given, all_given, decimals, figure
from serang_plan.wording import Text

RULE = Rule("V508", "fraction-of-a-whole", why=__doc__)
_WHOLE = {
    "bangunan", "buah", "bus", "desa", "dokumen", "jembatan", "jiwa", "kasus", "kecamatan", "kegiatan",
    "kejadian", "keluarga", "kelurahan", "kendaraan", "kk", "koridor", "lokasi", "opd", "orang", "pasar",
    "pohon", "posyandu", "puskesmas", "rt", "ruas", "rumah", "rw", "sekolah", "taman", "titik", "tps",
    "trayek", "unit",
}  # fmt: skip
"""Words with which the unit of an indivisible thing begins."""


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        for given in all_given(indicator):
            if isinstance(given.value, Decimal) and given.value % 1 and _is_whole(given.unit):
                yield RULE.finding(_message(given), given.at, help=_advice(given.value))


def _is_whole(unit: str) -> bool:
    """Whether a unit counts things one by one; people per square kilometre may well be a fraction."""
    first, *rest = unit.casefold().split()[:10]
    return first in _WHOLE and "per" not in rest and not any("/" in word for word in rest)


def _message(given: Given) -> Text:
    value = figure(given.value, given.unit)
    return Text(f"{given.name.id} berupa pecahan: {value.id}", f"{given.name.en} is a fraction: {value.en}")


def _advice(value: Decimal) -> Text:
    if decimals(value) % 3:
        return Text("tulis bilangan bulat", "write a whole number")
    digits = f"{value.scaleb(decimals(value)):f}"
    return Text(f"ketik `{digits}`, tanpa titik ribuan", f"type `{digits}`, without a dot for the thousands")
