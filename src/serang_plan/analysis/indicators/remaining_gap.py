"""Remaining gap: how much of the way from the first known value to the threshold is left."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import Value, reaches, series
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.model.plan import Plan


class RemainingGap(NamedTuple):
    """The value at which the way began, and the share of the way that is left; above 1 if it leads away."""

    first: Value
    share: Fraction


def remaining_gap(plan: Plan, verdict: Verdict) -> RemainingGap | None:
    """Return what is left of the way; None without two values or if it began beyond the threshold."""
    values = series(plan, verdict.indicator)
    if verdict.threshold is None or len(values) < 2:
        return None
    first, goal = values[0], Fraction(verdict.threshold.value)
    if reaches(verdict.indicator.direction, first.amount, goal):
        return None
    return RemainingGap(first, (goal - Fraction(values[-1].amount)) / (goal - Fraction(first.amount)))
