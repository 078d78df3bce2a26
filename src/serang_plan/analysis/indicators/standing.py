"""Standing: is an indicator met? Five answers that never merge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import (
    Value,
    latest,
    reaches,
    shortfall,
    threshold_in_force,
)
from serang_plan.model.indicator import Declaration, Indicator, Threshold
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


class Verdict(NamedTuple):
    """The standing of one indicator on the plan's date, and what it rests on."""

    indicator: Indicator
    standing: Standing
    value: Value | None
    threshold: Threshold | None
    missing: Missing | None = None
    declared: Declaration | None = None

    @property
    def gap(self) -> Decimal | None:
        """How far it is from the threshold, in its own unit; negative beyond it."""
        if self.value is None or self.threshold is None:
            return None
        return shortfall(self.indicator.direction, self.value.amount, self.threshold.value)


def verdict_of(plan: Plan, indicator: Indicator) -> Verdict:
    """Return the standing of an indicator: its newest sourced value against its threshold."""
    remembered = plan.verdicts.get(id(indicator))
    if remembered is None or remembered.indicator is not indicator:
        remembered = plan.verdicts[id(indicator)] = judge(plan, indicator, latest(plan, indicator))
    return remembered


def judge(plan: Plan, indicator: Indicator, value: Value | None) -> Verdict:
    """Return the standing of an indicator if this were its newest value."""
    threshold, declared = threshold_in_force(plan, indicator), _declared(plan, indicator)
    missing = _missing(value, threshold)
    declared_met = declared is not None and declared.standing == "terpenuhi"
    if missing is not None or value is None or threshold is None:
        standing = Standing.CLAIMED if declared_met else Standing.UNKNOWN
        return Verdict(indicator, standing, value, threshold, missing, declared)
    met = reaches(indicator.direction, value.amount, threshold.value)
    standing = Standing.MET if met else Standing.UNMET
    if declared is not None and declared_met != met:
        standing = Standing.CONTRADICTED
    return Verdict(indicator, standing, value, threshold, None, declared)


def _missing(value: Value | None, threshold: Threshold | None) -> Missing | None:
    if value is None:
        return Missing.VALUE if threshold is not None else Missing.BOTH
    if threshold is None:
        return Missing.THRESHOLD
    return Missing.SOURCE if value.measurement.source is None else None


def _declared(plan: Plan, indicator: Indicator) -> Declaration | None:
    declared = indicator.declared
    if declared is None or (declared.date is not None and declared.date > plan.as_of):
        return None
    return declared


def verdicts_of(plan: Plan) -> tuple[Verdict, ...]:
    """Return the standing of every indicator, in the order of the files."""
    return tuple(verdict_of(plan, indicator) for indicator in plan.indicators)


def count_by_standing(verdicts: Iterable[Verdict]) -> dict[Standing, int]:
    """Count verdicts by standing; every standing is there, zero included."""
    counts = Counter(verdict.standing for verdict in verdicts)
    return {standing: counts[standing] for standing in Standing}
