"""Semua target lebih buruk daripada nilai awalnya.

Every target is worse than the first value.

Mengapa: biasanya arahnya terbalik, misalnya kemiskinan ditulis `naik`. Akibatnya keadaan yang
memburuk dilaporkan sebagai kemajuan.

Why: mostly the direction is turned round, for example poverty written as `naik`. Then a change for
the worse is reported as progress.

Salah:

    direction: naik
    measurements:
      - {as_of: 2021, value: 6.79, source: S35}
    targets:
      - {year: 2026, value: 5.5}
      - {year: 2027, value: 5}

Benar:

    direction: turun
    measurements:
      - {as_of: 2021, value: 6.79, source: S35}
    targets:
      - {year: 2026, value: 5.5}
      - {year: 2027, value: 5}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.indicators.evidence import reaches, series
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, figure
from serang_plan.wording import Text

RULE = Rule("V509", "threshold-turned", why=__doc__, severity=Severity.WARNING)
_VALUE = Text("nilai awalnya", "its first value")
_TARGET = Text("target pertamanya", "its first target")


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        first = reversed_from(plan, indicator)
        if first is not None:
            target = indicator.targets[0]
            labels = (Label(_VALUE, first.at("value")), Label(_TARGET, target.at("value")))
            message = _message(indicator, first)
            yield RULE.finding(message, indicator.at("direction"), labels, _advice(indicator))


def reversed_from(plan: Plan, indicator: Indicator) -> Measurement | None:
    """Return the first known value if every target is worse; then its direction is probably wrong."""
    known = series(plan, indicator) if indicator.targets else ()
    if not known or StatedValue(indicator, known[0].measurement).is_mistyped:
        return None
    first = known[0]
    worse = all(not reaches(indicator.direction, target.value, first.amount) for target in indicator.targets)
    return first.measurement if worse else None


def _message(indicator: Indicator, first: Measurement) -> Text:
    value, time = figure(first.value, indicator.unit), first.as_of
    return Text(
        f"semua target `{indicator.code}` lebih buruk daripada nilai awalnya, {value.id} ({time.text('id')})",
        f"every target of `{indicator.code}` is worse than its first value, {value.en} ({time.text('en')})",
    )


def _advice(indicator: Indicator) -> Text:
    if indicator.direction == "naik":
        return Text(
            "bila makin kecil makin baik, tulis `direction: turun`; bila tidak, perbaiki targetnya",
            "if less is better, write `direction: turun`; if not, correct the targets",
        )
    return Text(
        "bila makin besar makin baik, tulis `direction: naik`; bila tidak, perbaiki targetnya",
        "if more is better, write `direction: naik`; if not, correct the targets",
    )
