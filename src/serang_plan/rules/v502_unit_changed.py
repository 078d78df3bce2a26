"""Satuan nilai lain dari satuan indikatornya.

A value is in another unit than its indicator.

Mengapa: nilai dalam satuan lain tidak bisa dibandingkan dengan ambang dan target, jadi tidak ikut
dihitung.

Why: a value in another unit cannot be compared with the threshold and the targets, so it does not
count.

Salah:

    - {as_of: 2022, value: 2710000, unit: m², source: S21}

Benar:

    - {as_of: 2022, value: 271, source: S21}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue
from serang_plan.rules._subjects import measurements
from serang_plan.wording import Text, backquoted

RULE = Rule("V502", "unit-changed", why=__doc__, severity=Severity.WARNING)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator, measurement in measurements(plan):
        if measurement.unit is not None and measurement.unit != indicator.unit:
            own, wanted = backquoted(measurement.unit), backquoted(indicator.unit)
            value = StatedValue(indicator, measurement).name
            message = Text(
                f"{value.id} bersatuan {own}, padahal satuan indikatornya {wanted}",
                f"{value.en} is in {own}, but the indicator is in {wanted}",
            )
            advice = Text(
                f"hitung ulang nilainya dalam {wanted} bila perlu, lalu hapus `unit`",
                f"convert the value to {wanted} if need be, and take `unit` out",
            )
            label = Label(Text("satuan indikatornya", "the unit of the indicator"), indicator.at("unit"))
            yield RULE.finding(message, measurement.at("unit"), (label,), advice)
