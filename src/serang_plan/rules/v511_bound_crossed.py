"""Sebuah nilai melewati batas yang ditegaskan kota.

A value crosses a bound that the city asserts.

Mengapa: kota menegaskan bahwa suatu indikator tidak boleh melewati batas tertentu. Setiap nilai yang dipakai
sejak tahun itu diperiksa, bukan hanya yang terbaru.

Why: the city asserts that an indicator must never cross a bound. Every value that counts is looked at from
that year on, and not the newest only.

Salah:

    - {indicator: M01, never: {below: 13}, from: 2024}

Benar:

    - {indicator: M01, never: {below: 9}, from: 2024}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.indicators.evidence import series
from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.assertion import Bound
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, figure
from serang_plan.wording import Number, Text

RULE = Rule("V511", "bound-crossed", why=__doc__)
_ASSERTED = Text("ditegaskan di sini", "asserted here")
_HELP = Text(
    "periksa nilainya; bila benar, bahas dalam rakor atau ubah batasnya dengan alasan",
    "check the value; if it is right, take it to the rakor or change the bound and say why",
)


def check(plan: Plan) -> Iterator[Finding]:
    for assertion in plan.assertions:
        indicator = plan.indicator_by_code.get(assertion.indicator or "")
        if indicator is None or assertion.never is None or assertion.never.is_reversed:
            continue
        for value in series(plan, indicator):
            measurement = value.measurement
            since = assertion.from_ or measurement.as_of.year
            if measurement.as_of.year >= since and (key := _crossed(assertion.never, measurement.value)):
                yield _finding(indicator, measurement, assertion.never, key)


def _crossed(bound: Bound, value: Number) -> str:
    """Return which of the two is crossed; a value on the bound crosses none."""
    if bound.below is not None and value < bound.below:
        return "below"
    return "above" if bound.above is not None and value > bound.above else ""


def _finding(indicator: Indicator, measurement: Measurement, bound: Bound, key: str) -> Finding:
    stated = StatedValue(indicator, measurement)
    value, limit = figure(stated.value, stated.unit), figure(getattr(bound, key), indicator.unit)
    side = Text("di bawah", "below") if key == "below" else Text("di atas", "above")
    message = Text(
        f"{stated.name.id} {value.id}, {side.id} batas {limit.id} yang ditegaskan",
        f"{stated.name.en} is {value.en}, {side.en} the asserted bound of {limit.en}",
    )
    return RULE.finding(message, measurement.at("value"), (Label(_ASSERTED, bound.at(key)),), _HELP)
