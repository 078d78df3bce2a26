"""Evidence records: thresholds, substitutes and other scopes as reports give them to programs."""

from datetime import date
from typing import NamedTuple

from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.indicators.strength import Strength, threshold_strength
from serang_plan.analysis.known.known_since import known_since, source_codes
from serang_plan.model.indicator import Bounds, Indicator, Scope, Threshold, ThresholdKind
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.reports.parts.json_values import Code, Codes
from serang_plan.wording import Number


class ThresholdRecord(NamedTuple):
    """What counts as met, and what limits it."""

    value: Number
    kind: ThresholdKind
    """The words of a law, a national target, a class boundary, a comparison, an interpretation, or local
    policy."""
    scope: Scope
    """A value of another scope is never compared with it."""
    due: int | None
    """The year by whose end it is to be reached; one that has passed still judges."""
    for_: When | None
    """The only time whose values it compares with."""
    known: date | None
    """The day from which it was surely known."""
    undated: bool
    """Whether nothing says since when it is known, so that it counts on every day."""
    strength: Strength
    """How well it is supported."""


class SubstituteRecord(NamedTuple):
    """The newest value of a series that stands in for the one that judges, which is empty."""

    series: Code
    bounds: Bounds | None
    """atas: the true value is at most this; bawah: at least; kira: it bounds nothing."""
    value: Number
    value_as_of: When
    sources: Codes


class OtherScopeRecord(NamedTuple):
    """What holds for a scope that is not the indicator's."""

    scope: Scope
    threshold: ThresholdRecord
    value: Number | None
    value_as_of: When | None
    met: bool | None
    """null without a value."""
    strength: Strength | None
    stale: bool


def threshold_record(plan: Plan, indicator: Indicator, threshold: Threshold) -> ThresholdRecord:
    """Return a threshold for programs."""
    known = known_since(plan, threshold)
    scope, strength = threshold.scope or indicator.scope, threshold_strength(plan, threshold)
    limits = threshold.due, threshold.for_, known, known is None
    return ThresholdRecord(threshold.value, threshold.kind, scope, *limits, strength)


def judged_by(plan: Plan, verdict: Verdict) -> ThresholdRecord | None:
    """Return the threshold that judges an indicator."""
    return threshold_record(plan, verdict.indicator, verdict.threshold) if verdict.threshold else None


def substitute_record(verdict: Verdict) -> SubstituteRecord | None:
    """Return what stands in for a value that is not there."""
    if verdict.substitute is None:
        return None
    series, measured = verdict.substitute.series, verdict.substitute.value.measurement
    value = measured.value, measured.as_of, source_codes(measured)
    return SubstituteRecord(series.code, series.proxy, *value)


def other_scope_record(plan: Plan, verdict: Verdict) -> OtherScopeRecord | None:
    """Return what holds for another scope."""
    other = verdict.other_scope
    if other is None:
        return None
    measured = other.value.measurement if other.value else None
    return OtherScopeRecord(
        other.scope,
        threshold_record(plan, verdict.indicator, other.threshold),
        measured.value if measured else None,
        measured.as_of if measured else None,
        other.met,
        other.strength,
        other.is_stale,
    )
