"""D4: compound growth carried on to the target year, as in the United Nations' progress chart."""

from __future__ import annotations

from fractions import Fraction

from serang_plan.analysis.indicators.progress.compound_growth import cannot_grow, observed, power
from serang_plan.analysis.indicators.progress.method_result import (
    Grade,
    Method,
    MethodResult,
    MethodVerdict,
    RefusalReason,
    Refused,
    Side,
    graded,
)
from serang_plan.analysis.indicators.progress.trajectory import Trajectory, obstacle
from serang_plan.analysis.indicators.progress.workings import Step
from serang_plan.wording import Text

BASE_YEAR = 2015
"""The method's base year, unless it leaves fewer than two values."""
_BACK = Text("mandek atau mundur", "stagnation or regression")

MET = Grade("met", Text("tercapai", "met"), Side.REACHED)
NEARLY_MET = Grade(
    "nearly_met", Text("tercapai: selisih paling banyak 1 poin", "met: within 1 point"), Side.ENOUGH
)
ON_TRACK = Grade("on_track", Text("sesuai jalur", "on track"), Side.ENOUGH)
FAIR = Grade(
    "fair", Text("kemajuan cukup, perlu dipercepat", "fair progress, acceleration needed"), Side.SLOW
)
STAGNATION = Grade("stagnation", _BACK, Side.SLOW)
REGRESSION = Grade("regression", _BACK, Side.AWAY)
_TARGET_SCALE = ((Fraction(95, 100), ON_TRACK), (Fraction(10, 100), FAIR), (Fraction(0), STAGNATION))
_GROWTH_SCALE = ((Fraction(20, 1000), ON_TRACK), (Fraction(5, 1000), FAIR), (Fraction(0), STAGNATION))

_CARRIED_ON = Text("nilai pada tahun target bila laju itu tetap", "value in the target year at that rate")
_RATIO = Text("bagian jarak yang akan tertutup", "share of the gap that would be closed")
_GROWTH = Text("laju ke arah yang baik", "rate in the good direction")


def judge(trajectory: Trajectory) -> MethodResult:
    """Carry the observed compound growth on to the target year: 0.95 and 0.10 of the gap are the limits.

    Source: UNSD, Progress Chart Technical Note 2022/2023, as documented by Eustat
    (`EUSTAT-DES/site` _pages/en/metodologia.md). A target year that has passed is judged on the values
    up to it. That a series of growth rates gets no rate of its own cannot be seen from a plan. Times are
    years and fractions of a year, where the published chart counts calendar years.
    """
    trajectory = _from_base_year(trajectory)
    if not trajectory.points:
        return Refused(Method.D4, RefusalReason.NO_VALUE)
    if trajectory.binary:
        return _met_or_not(trajectory)
    if len(trajectory.points) < 2:
        return Refused(Method.D4, RefusalReason.SINGLE_VALUE)
    return _with_target(trajectory) if trajectory.goals else _without_target(trajectory)


def _met_or_not(trajectory: Trajectory) -> MethodResult:
    if not trajectory.goals:
        return Refused(Method.D4, RefusalReason.BINARY)
    return MethodVerdict(Method.D4, MET if trajectory.is_reached else STAGNATION)


def _from_base_year(trajectory: Trajectory) -> Trajectory:
    recent = trajectory.since(BASE_YEAR)
    return recent if len(recent.points) > 1 else trajectory


# -- with a target -------------------------------------------------------------------


def _with_target(trajectory: Trajectory) -> MethodResult:
    if trajectory.latest.at > trajectory.target.at:
        trajectory = trajectory.until(trajectory.target.at)
        if len(trajectory.points) < 2:
            return Refused(Method.D4, RefusalReason.TARGET_PAST)
    reason = obstacle(trajectory) or cannot_grow(trajectory)
    steps = () if reason else _ratio_steps(trajectory)
    if trajectory.is_reached:
        return MethodVerdict(Method.D4, MET, steps)
    if _is_near_the_end_of_a_scale(trajectory):
        return MethodVerdict(Method.D4, NEARLY_MET, steps)
    if reason:
        return Refused(Method.D4, reason)
    return graded(Method.D4, steps, _TARGET_SCALE, REGRESSION)


def _is_near_the_end_of_a_scale(trajectory: Trajectory) -> bool:
    target = trajectory.target.value
    return trajectory.share and target in (0, 100) and abs(trajectory.latest.value - target) <= 1


def _ratio_steps(trajectory: Trajectory) -> tuple[Step, ...]:
    growth, base, target = observed(trajectory), trajectory.base.value, trajectory.target
    left = target.at - trajectory.latest.at
    later = trajectory.latest.value * (power(1 + growth.result, left) if left else 1)
    carried = trajectory.step("V", _CARRIED_ON, "v × (1 + c)^(tT - t)", later, c=growth.result)
    share = (later - base) / (target.value - base)
    return growth, carried, trajectory.step("r", _RATIO, "(V - b) / (T - b)", share, V=later)


# -- without a target ----------------------------------------------------------------


def _without_target(trajectory: Trajectory) -> MethodResult:
    reason = cannot_grow(trajectory)
    if reason is not None:
        return Refused(Method.D4, reason)
    growth = observed(trajectory)
    good = trajectory.step("g", _GROWTH, "d × c", trajectory.sign * growth.result, c=growth.result)
    return graded(Method.D4, (growth, good), _GROWTH_SCALE, REGRESSION)
