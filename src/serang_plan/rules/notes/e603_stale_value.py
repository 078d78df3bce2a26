"""Nilai terbaru sudah usang.

The newest value is out of date.

Mengapa: keadaan kota bisa sudah berubah sejak nilai itu diukur. Statusnya tetap, tetapi keputusan
sebaiknya tidak bertumpu pada angka lama.

Why: the city may have changed since then. The standing remains, but no decision should rest on an
old figure.

Salah:

    - {as_of: 2018-09, value: 12, source: S11}

Benar:

    - {as_of: 2018-09, value: 12, source: S11}
    - {as_of: 2025, value: 14, source: S900}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.leads import leads_on
from serang_plan.analysis.indicators.evidence import is_stale, latest, months_allowed
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.when import months_between
from serang_plan.wording import Text

RULE = Rule("E603", "stale-value", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        newest = latest(plan, indicator)
        if newest is None or _has_newer_in_doubt(plan, indicator, newest.measurement):
            continue
        if is_stale(plan, indicator, newest.measurement):
            measurement = newest.measurement
            message = _message(plan, indicator, measurement)
            yield RULE.finding(message, measurement.at("as_of"), help=_advice(plan, indicator))


def _has_newer_in_doubt(plan: Plan, indicator: Indicator, newest: Measurement) -> bool:
    """Whether a newer value does not count because its date or its unit is wrong: a finding of its own."""
    return any(
        measurement.as_of.last > newest.as_of.last
        and (measurement.as_of.first > plan.last_told or measurement.unit not in (None, indicator.unit))
        for measurement in indicator.measurements
    )


def _message(plan: Plan, indicator: Indicator, measurement: Measurement) -> Text:
    age = months_between(measurement.as_of.last, plan.as_of)
    most = months_allowed(plan, indicator)
    return Text(
        f"nilai terbaru `{indicator.code}` sudah usang: {measurement.as_of.text('id')}, "
        f"{age} bulan yang lalu; batasnya {most} bulan",
        f"the newest value of `{indicator.code}` is out of date: {measurement.as_of.text('en')}, "
        f"{age} months ago; the limit is {most} months",
    )


def _advice(plan: Plan, indicator: Indicator) -> Text:
    provider = indicator.provider or next(iter(leads_on(plan, indicator.code, plan.as_of)), None)
    if provider is None:
        return Text(
            "tentukan siapa penghasil datanya di `provider`, lalu minta angka terbaru",
            "settle who produces the figure in `provider`, and ask for the newest one",
        )
    return Text(f"minta angka terbaru ke `{provider}`", f"ask `{provider}` for the newest figure")
