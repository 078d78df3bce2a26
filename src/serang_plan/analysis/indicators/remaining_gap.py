"""Way: how much of the way from the first known value to the threshold is left."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import Value, reaches, series
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.model.plan import Plan


class RemainingGap(NamedTuple):
    """Where the way began, and the share of it that is left; more than 1 if it leads away."""

    first: Value
    left: Fraction


def remaining_gap(plan: Plan, verdict: Verdict) -> RemainingGap | None:
    """Return what is left of the way; None without two values or if it began beyond the threshold."""
    known = series(plan, verdict.indicator)
    if verdict.threshold is None or len(known) < 2:
        return None
    first, goal = known[0], Fraction(verdict.threshold.value)
    if reaches(verdict.indicator.direction, first.amount, goal):
        return None
    whole = goal - Fraction(first.amount)
    return RemainingGap(first, (goal - Fraction(known[-1].amount)) / whole)
