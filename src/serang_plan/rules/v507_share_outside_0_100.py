"""Persentase di luar 0–100.

A percentage lies outside 0–100.

Mengapa: bagian dari suatu keseluruhan tidak bisa kurang dari 0% atau lebih dari 100%. Biasanya
titik desimalnya salah tempat.

Why: a part of a whole cannot be below 0% or above 100%. Mostly the decimal point is misplaced.

Salah:

    - {as_of: 2021, value: 9838, source: R5}

Benar:

    - {as_of: 2021, value: 98.38, source: R5}
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, all_given, figure
from serang_plan.wording import Text

RULE = Rule("V507", "share-outside-0-100", why=__doc__)
_LOST_POINT = 200
"""From here on the decimal point is probably lost; a little over 100 is some other fault."""
_HELP = Text(
    "cocokkan angka dan satuannya dengan sumbernya", "compare the number and the unit with the source"
)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        for given in all_given(indicator):
            if given.is_outside_share:
                yield RULE.finding(_message(given), given.at, help=_advice(given.value))


def _message(given: StatedValue) -> Text:
    value = figure(given.value, given.unit)
    return Text(
        f"{given.name.id} tertulis {value.id}, di luar 0–100%",
        f"{given.name.en} is {value.en}, outside 0–100%",
    )


def _advice(value: int | Decimal) -> Text:
    if 100 < value < _LOST_POINT:
        return _HELP
    meant = abs(Decimal(value))
    while meant > 100:
        meant = meant.scaleb(-1)
    typed = f"{meant:f}".rstrip("0").rstrip(".") if meant % 1 else f"{meant:.0f}"
    return Text(f"maksud Anda `{typed}`?", f"did you mean `{typed}`?")
