"""Jumlah bagian-bagian tidak sama dengan totalnya.

The parts do not add up to the total.

Mengapa: bila bagian-bagiannya tidak berjumlah sama dengan totalnya, ada bagian yang belum tercatat
atau salah satu angkanya keliru. Bagian yang belum diketahui cukup ditulis namanya, tanpa nilai.

Why: if the parts do not add up, one of them is missing or a figure is wrong. A part whose size is
not known is written with its name and no value.

Salah:

    total: 360
    unit: ton per hari
    parts:
      - {name: Lima kecamatan selain Kasemen, value: 298.4}

Benar:

    total: 360
    unit: ton per hari
    parts:
      - {name: Lima kecamatan selain Kasemen, value: 298.4}
      - {name: Kasemen}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from serang_plan.analysis.indicators.evidence import is_open_dispute
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Breakdown, Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import figure
from serang_plan.rules._subjects import measurements
from serang_plan.wording import Text, decimals

RULE = Rule("V503", "parts-against-total", why=__doc__, severity=Severity.WARNING)
_PARTS = Text("bagian-bagiannya mulai di sini", "the parts start here")
_TOO_LITTLE = Text(
    "tambahkan bagian yang belum tercatat; bila besarnya tidak diketahui, tulis namanya saja",
    "add the part that is missing; if its size is not known, write its name only",
)
_TOO_MUCH = Text(
    "cocokkan total dan bagian-bagiannya dengan sumbernya", "compare the total and the parts with the source"
)


def check(plan: Plan) -> Iterator[Finding]:
    tolerance = Fraction(plan.settings.tolerance_percent) / 100
    for indicator, measurement in measurements(plan):
        if (
            measurement.breakdown is not None
            and measurement.breakdown.parts
            and not is_open_dispute(plan, measurement)
        ):
            excess = _excess(measurement.breakdown)
            if abs(excess) > tolerance * abs(Fraction(measurement.breakdown.total)):
                yield _finding(indicator, measurement, measurement.breakdown, excess)


def _excess(breakdown: Breakdown) -> Fraction:
    """Return how much the parts exceed the total; what is missing may be a part of unknown size."""
    known = [Fraction(part.value) for part in breakdown.parts if part.value is not None]
    excess = sum(known, Fraction(0)) - Fraction(breakdown.total)
    return max(excess, Fraction(0)) if len(known) < len(breakdown.parts) else excess


def _finding(
    indicator: Indicator, measurement: Measurement, breakdown: Breakdown, excess: Fraction
) -> Finding:
    at = breakdown.at("total")
    label = Label(_PARTS, breakdown.parts[0].at("value"))
    advice = _TOO_MUCH if excess > 0 else _TOO_LITTLE
    return RULE.finding(_message(indicator, measurement, breakdown, excess), at, (label,), advice)


def _message(indicator: Indicator, measurement: Measurement, breakdown: Breakdown, excess: Fraction) -> Text:
    unit = breakdown.unit or measurement.unit or indicator.unit
    places = decimals(breakdown.total, *(part.value for part in breakdown.parts if part.value is not None))
    parts = figure(Fraction(breakdown.total) + excess, unit, places)
    total, gap = figure(breakdown.total, unit), figure(abs(excess), unit, places)
    return Text(
        f"bagian-bagian `{indicator.code}` ({measurement.as_of.text('id')}) berjumlah {parts.id}, "
        f"padahal totalnya {total.id}: {'lebih' if excess > 0 else 'kurang'} {gap.id}",
        f"the parts of `{indicator.code}` ({measurement.as_of.text('en')}) add up to {parts.en}, "
        f"but the total is {total.en}: {gap.en} too {'much' if excess > 0 else 'little'}",
    )
