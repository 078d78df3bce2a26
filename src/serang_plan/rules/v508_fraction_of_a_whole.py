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
from serang_plan.rules._figures import StatedValue, all_given, figure, may_count_wholes
from serang_plan.wording import Text, decimals

RULE = Rule("V508", "fraction-of-a-whole", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        if not may_count_wholes(indicator):
            continue
        for given in all_given(indicator):
            if given.is_broken_whole:
                yield RULE.finding(_message(given), given.at, help=_advice(Decimal(given.value)))


def _message(given: StatedValue) -> Text:
    value = figure(given.value, given.unit)
    return Text(f"{given.name.id} berupa pecahan: {value.id}", f"{given.name.en} is a fraction: {value.en}")


def _advice(value: Decimal) -> Text:
    if decimals(value) % 3:
        return Text("tulis bilangan bulat", "write a whole number")
    digits = f"{value.scaleb(decimals(value)):f}"
    return Text(f"ketik `{digits}`, tanpa titik ribuan", f"type `{digits}`, without a dot for the thousands")
