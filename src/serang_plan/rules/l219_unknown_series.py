"""Deret yang disebut sebuah nilai tidak dikenal indikatornya.

A value is of a series that its indicator does not declare.

Mengapa: hanya nilai satu deret yang boleh dibandingkan. Nilai dari deret yang tidak dikenal tidak ikut
dihitung, padahal mungkin hanya salah tulis.

Why: only values of one series may be compared. A value of an unknown series does not count, though it may
be a slip of the pen.

Salah:

    - {as_of: 2025, value: 73.5, source: S1, series: terangkat}

Benar:

    - {as_of: 2025, value: 73.5, source: S1, series: terangkut}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import Reference
from serang_plan.findings import Finding, Rule
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import Listing, unknown
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("L219", "unknown-series", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        named = [
            Reference(measurement.series, measurement, ("series",))
            for measurement in indicator.measurements
            if measurement.series is not None
        ]
        if named:
            yield from unknown(RULE, plan, _series(indicator), named)


def _series(indicator: Indicator) -> Listing:
    of = show(indicator.code)
    return Listing(
        Text("deret", "series"),
        Text(f"deret {of}", f"series of {of}"),
        "indicators",
        {series.code: series for series in indicator.series},
        ((name, series.code) for series in indicator.series for name in (series.code, series.name)),
        where=Text(f"`series` pada {of}", f"`series` of {of}"),
    )
