"""Standing: is an indicator met? Five answers that never merge."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis import once_each
from serang_plan.analysis.indicators.evidence import (
    Substitute,
    Value,
    is_stale,
    judging_threshold,
    latest,
    newest_of_scope,
    newest_substitute,
    reaches,
    shortfall,
    thresholds_in_force,
)
from serang_plan.analysis.indicators.strength import Strength, threshold_strength, value_strength
from serang_plan.analysis.known.known_since import (
    is_dating_assumed,
    is_known,
    known_since,
    source_codes,
)
from serang_plan.model.indicator import Declaration, Indicator, Measurement, Scope, Threshold
from serang_plan.model.plan import Plan
from serang_plan.wording import Text


class Standing(Enum):
    """The five answers, in the order in which they are counted."""

    MET = "terpenuhi"
    UNMET = "belum"
    UNKNOWN = "tidak-dapat-dinilai"
    CLAIMED = "diklaim"
    CONTRADICTED = "bertentangan"

    @property
    def word(self) -> Text:
        """The answer in words."""
        return _WORDS[self]


_WORDS = {
    Standing.MET: Text("terpenuhi", "met"),
    Standing.UNMET: Text("belum", "not met"),
    Standing.UNKNOWN: Text("tidak dapat dinilai", "cannot be assessed"),
    Standing.CLAIMED: Text("diklaim", "claimed"),
    Standing.CONTRADICTED: Text("bertentangan", "contradicted"),
}


class Missing(Enum):
    """What is missing to say whether an indicator is met."""

    VALUE = Text("belum ada nilai", "no value yet")
    THRESHOLD = Text("belum ada ambang", "no threshold yet")
    BOTH = Text("tanpa nilai dan ambang", "no value, no threshold")
    SOURCE = Text("nilai tanpa sumber", "value without a source")
    SUBSTITUTE_ONLY = Text("baru nilai pengganti", "only a substitute")
    SCOPE = Text("ambang beda cakupan", "threshold of another scope")
    COMPARISON = Text("pembanding belum ada", "no comparison yet")


class OtherScope(NamedTuple):
    """What holds for a scope that is not the indicator's, which has a threshold of its own."""

    scope: Scope
    threshold: Threshold
    value: Value | None
    met: bool | None
    """None without a value."""
    strength: Strength | None
    is_stale: bool = False


class Verdict(NamedTuple):
    """The standing of one indicator on the plan's date, and what it rests on."""

    indicator: Indicator
    standing: Standing
    value: Value | None
    threshold: Threshold | None
    missing: Missing | None = None
    declared: Declaration | None = None
    substitute: Substitute | None = None
    """What stands in for a value that is not there; it is the value too, where its bound decides."""
    strength: Strength | None = None
    """How well the value and the threshold are supported, by the weaker; None where nothing is judged."""
    is_stale: bool = False
    """Whether the value, or what stands in for it, is too old to say how things are now."""
    is_undated: bool = False
    """Whether nothing dates the threshold, so that it counts on every day."""
    is_dating_assumed: bool = False
    """Whether nothing says when the value was published, so that it counts from the end of its own time."""
    other_scope: OtherScope | None = None

    @property
    def shown(self) -> Value | None:
        """The value, or what stands in for it."""
        return self.value or (self.substitute.value if self.substitute else None)

    @property
    def gap(self) -> Decimal | None:
        """How far it is from the threshold, in its own unit; negative beyond it."""
        if self.value is None or self.threshold is None:
            return None
        return shortfall(self.indicator.direction, self.value.amount, self.threshold.value)


@once_each
def verdict_of(plan: Plan, indicator: Indicator) -> Verdict:
    """Return the standing of an indicator: its newest sourced value against its threshold."""
    return judge(plan, indicator, latest(plan, indicator))


def judge(plan: Plan, indicator: Indicator, value: Value | None) -> Verdict:
    """Return the standing of an indicator if this were its newest value."""
    substitute = newest_substitute(plan, indicator) if value is None else None
    threshold = judging_threshold(plan, indicator, _judged_by(value, substitute))
    declared = _declared(plan, indicator)
    if substitute is not None and threshold is not None and _decides(indicator, substitute, threshold):
        value = substitute.value
    missing = _missing(plan, indicator, value, threshold, substitute)
    verdict = Verdict(indicator, Standing.UNKNOWN, value, threshold, missing, declared, substitute)
    verdict = _with_marks(plan, verdict)
    declared_met = declared is not None and declared.standing == "terpenuhi"
    if missing is not None or value is None or threshold is None:
        return verdict._replace(standing=Standing.CLAIMED) if declared_met else verdict
    met = reaches(indicator.direction, value.amount, threshold.value)
    standing = Standing.MET if met else Standing.UNMET
    if declared is not None and declared_met != met:
        standing = Standing.CONTRADICTED
    strength = min(value_strength(plan, value.measurement), threshold_strength(plan, threshold))
    return verdict._replace(standing=standing, strength=strength)


def _with_marks(plan: Plan, verdict: Verdict) -> Verdict:
    """Add what must be said beside the value and the threshold, judged or not."""
    measured = verdict.shown.measurement if verdict.shown else None
    return verdict._replace(
        is_stale=measured is not None and is_stale(plan, verdict.indicator, measured),
        is_undated=verdict.threshold is not None and known_since(plan, verdict.threshold) is None,
        is_dating_assumed=measured is not None and is_dating_assumed(plan, measured),
        other_scope=_other_scope(plan, verdict.indicator),
    )


def _other_scope(plan: Plan, indicator: Indicator) -> OtherScope | None:
    """Judge what has a threshold of its own for another scope, by the values of that scope."""
    scopes = (threshold.scope for threshold in thresholds_in_force(plan, indicator))
    scope = next((scope for scope in scopes if scope not in (None, indicator.scope)), None)
    if scope is None:
        return None
    value = newest_of_scope(plan, indicator, scope)
    threshold = judging_threshold(plan, indicator, value and value.measurement, scope)
    if threshold is None:
        return None
    if value is None:
        return OtherScope(scope, threshold, None, None, None)
    strength = min(value_strength(plan, value.measurement), threshold_strength(plan, threshold))
    met = reaches(indicator.direction, value.amount, threshold.value)
    return OtherScope(scope, threshold, value, met, strength, is_stale(plan, indicator, value.measurement))


def _judged_by(value: Value | None, substitute: Substitute | None) -> Measurement | None:
    judged = value or (substitute.value if substitute else None)
    return judged.measurement if judged else None


def _decides(indicator: Indicator, substitute: Substitute, threshold: Threshold) -> bool:
    """Whether a bound of the value that is not there suffices to say that it meets the threshold, or not."""
    met = reaches(indicator.direction, substitute.value.amount, threshold.value)
    bound = substitute.series.proxy
    if indicator.direction == "naik":
        return bound == ("bawah" if met else "atas")
    return bound == ("atas" if met else "bawah")


def _missing(
    plan: Plan,
    indicator: Indicator,
    value: Value | None,
    threshold: Threshold | None,
    substitute: Substitute | None,
) -> Missing | None:
    if value is None:
        if threshold is None:
            return Missing.BOTH
        return Missing.SUBSTITUTE_ONLY if substitute is not None else Missing.VALUE
    if threshold is None:
        in_force = thresholds_in_force(plan, indicator)
        if any(other.scope in (None, indicator.scope) for other in in_force):
            return Missing.COMPARISON
        return Missing.SCOPE if in_force else Missing.THRESHOLD
    return None if source_codes(value.measurement) else Missing.SOURCE


def _declared(plan: Plan, indicator: Indicator) -> Declaration | None:
    declared = indicator.declared
    return declared if declared is not None and is_known(plan, declared) else None


def verdicts_of(plan: Plan) -> tuple[Verdict, ...]:
    """Return the standing of every indicator, in the order of the files."""
    return tuple(verdict_of(plan, indicator) for indicator in plan.indicators)


def count_by_standing(verdicts: Iterable[Verdict]) -> dict[Standing, int]:
    """Count verdicts by standing; every standing is there, zero included."""
    counts = Counter(verdict.standing for verdict in verdicts)
    return {standing: counts[standing] for standing in Standing}
