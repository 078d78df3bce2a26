"""Deret menyambung nilai yang tampaknya tidak sebanding.

A series joins values that do not look comparable.

Mengapa: tren, laju, dan prakiraan hanya benar di antara nilai yang diukur dengan cara yang sama. Yang
mencurigakan: nilai berubah lebih dari seperlima, sedangkan jenis sumbernya lain sama sekali atau hanya
salah satunya dihitung sendiri; dan penyebutnya lain satuan atau berubah lebih dari setengah. Perubahan
yang sangat tajam ditemukan oleh V506.

Why: a trend, a pace and a forecast are right only between values that were measured alike. Suspicious
is a change of more than a fifth where the kinds of sources have nothing in common, or where only one
of the values was computed; and a whole in another unit, or one that changes by more than half. Changes
that are very sharp are found by V506.

Salah:

    - {as_of: 2016, value: 9.44, source: S12, verification: turunan}
    - {as_of: 2018-09, value: 12, source: S11, verification: sekunder}

Benar:

    - {as_of: 2016, value: 9.44, source: S12, verification: turunan}
    - {as_of: 2018-09, value: 12, source: S11, verification: sekunder, break: Luas di baliknya tidak disebut}
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from serang_plan.analysis.indicators.evidence import Value, series
from serang_plan.analysis.known.known_since import source_codes
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import figure
from serang_plan.rules.v506_implausible_jump import jump_between
from serang_plan.wording import Text

RULE = Rule("V512", "unlike-values-joined", why=__doc__, severity=Severity.WARNING)
_BEFORE = Text("nilai sebelumnya", "the value before it")
_HELP = Text(
    "bila tidak sebanding, tulis `break: …` pada nilai ini, atau `series` untuk deret lain",
    "if they are not comparable, write `break: …` with this value, or `series` for another series",
)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        if len(indicator.measurements) > 1:
            for before, after in pairwise(series(plan, indicator)):
                reason = _unlike(plan, before, after)
                if reason and not jump_between(indicator, before, after, plan.settings.jump_percent):
                    yield _finding(indicator, before.measurement, after.measurement, reason)


def _unlike(plan: Plan, before: Value, after: Value) -> Text | None:
    """Return in what two values look unlike."""
    old, new = before.measurement, after.measurement
    if old.share and new.share:
        whole, then = Decimal(new.share.whole), Decimal(old.share.whole)
        if old.share.unit != new.share.unit or abs(whole - then) * 2 > min(abs(whole), abs(then)):
            return Text("penyebutnya lain", "of another whole")
    origin = _unlike_origin(plan, old, new)
    if origin is None:
        return None
    return origin if abs(after.amount - before.amount) * 5 > abs(before.amount) else None


def _unlike_origin(plan: Plan, old: Measurement, new: Measurement) -> Text | None:
    if (old.verification == "turunan") != (new.verification == "turunan"):
        return Text("hanya satu yang dihitung", "only one was computed")
    kinds, kinds_then = _kinds(plan, new), _kinds(plan, old)
    if kinds and kinds_then and kinds.isdisjoint(kinds_then):
        return Text("jenis sumbernya lain", "from another kind of source")
    return None


def _kinds(plan: Plan, measurement: Measurement) -> set[str]:
    sources = map(plan.source_by_code.get, source_codes(measurement))
    return {source.kind for source in sources if source}


def _finding(indicator: Indicator, old: Measurement, new: Measurement, reason: Text) -> Finding:
    first, last = (figure(measurement.value, indicator.unit) for measurement in (old, new))
    message = Text(
        f"deret `{indicator.code}` menyambung nilai yang tampaknya tidak sebanding, {reason.id}: "
        f"{first.id} ({old.as_of.text('id')}) dan {last.id} ({new.as_of.text('id')})",
        f"the series of `{indicator.code}` joins values that do not look comparable, {reason.en}: "
        f"{first.en} ({old.as_of.text('en')}) and {last.en} ({new.as_of.text('en')})",
    )
    return RULE.finding(message, new.at("value"), (Label(_BEFORE, old.at("value")),), _HELP)
