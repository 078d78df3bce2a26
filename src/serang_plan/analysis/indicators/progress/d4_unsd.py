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
)
from serang_plan.analysis.indicators.progress.trajectory import Trajectory, obstacle
from serang_plan.analysis.indicators.progress.workings import Step, step
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

_CARRIED_ON = Text("nilai pada tahun target bila laju itu tetap", "value in the target year at that rate")
_RATIO = Text("bagian jarak yang akan tertutup", "share of the gap that would be closed")
_GROWTH = Text("laju ke arah yang baik", "rate in the good direction")


def judge(course: Trajectory) -> MethodResult:
    """Carry the observed compound growth on to the target year: 0.95 and 0.10 of the gap are the limits.

    Source: UNSD, Progress Chart Technical Note 2022/2023, as documented by Eustat
    (`EUSTAT-DES/site` _pages/en/metodologia.md). A target year that has passed is judged on the values
    up to it. That a series of growth rates gets no rate of its own cannot be seen from a plan.
    """
    course = _from_base_year(course)
    if not course.points:
        return Refused(Method.D4, RefusalReason.NO_VALUE)
    if course.binary:
        return _met_or_not(course)
    if len(course.points) < 2:
        return Refused(Method.D4, RefusalReason.SINGLE_VALUE)
    return _with_target(course) if course.goals else _without_target(course)


def _met_or_not(course: Trajectory) -> MethodResult:
    if not course.goals:
        return Refused(Method.D4, RefusalReason.BINARY)
    return MethodVerdict(Method.D4, MET if course.is_reached else STAGNATION)


def _from_base_year(course: Trajectory) -> Trajectory:
    recent = course.since(BASE_YEAR)
    return recent if len(recent.points) > 1 else course


# -- with a target -------------------------------------------------------------------


def _with_target(course: Trajectory) -> MethodResult:
    if course.latest.at > course.target.at:
        course = course.until(course.target.at)
        if len(course.points) < 2:
            return Refused(Method.D4, RefusalReason.TARGET_PAST)
    reason = obstacle(course) or cannot_grow(course)
    steps = () if reason else _ratio_steps(course)
    if course.is_reached:
        return MethodVerdict(Method.D4, MET, steps)
    if _is_near_the_end_of_a_scale(course):
        return MethodVerdict(Method.D4, NEARLY_MET, steps)
    return Refused(Method.D4, reason) if reason else MethodVerdict(Method.D4, _grade(steps[-1].result), steps)


def _is_near_the_end_of_a_scale(course: Trajectory) -> bool:
    target = course.target.value
    return course.percent and target in (0, 100) and abs(course.latest.value - target) <= 1


def _ratio_steps(course: Trajectory) -> tuple[Step, ...]:
    growth, b, v, T = observed(course), course.base.value, course.latest, course.target  # noqa: N806
    left = T.at - v.at
    later = v.value * power(1 + growth.result, left) if left else v.value
    carried = step(
        "V", _CARRIED_ON, "v × (1 + c)^(tT - t)", later, v=v.value, c=growth.result, tT=T.at, t=v.at
    )
    ratio = step("r", _RATIO, "(V - b) / (T - b)", (later - b) / (T.value - b), V=later, b=b, T=T.value)
    return growth, carried, ratio


def _grade(ratio: Fraction) -> Grade:
    if ratio >= Fraction(95, 100):
        return ON_TRACK
    if ratio >= Fraction(10, 100):
        return FAIR
    return STAGNATION if ratio >= 0 else REGRESSION


# -- without a target ----------------------------------------------------------------


def _without_target(course: Trajectory) -> MethodResult:
    reason = cannot_grow(course)
    if reason is not None:
        return Refused(Method.D4, reason)
    growth = observed(course)
    good = step("g", _GROWTH, "d × c", course.sign * growth.result, d=course.sign, c=growth.result)
    return MethodVerdict(Method.D4, _growth_grade(good.result), (growth, good))


def _growth_grade(growth: Fraction) -> Grade:
    if growth >= Fraction(20, 1000):
        return ON_TRACK
    if growth >= Fraction(5, 1000):
        return FAIR
    return STAGNATION if growth >= 0 else REGRESSION
