"""D3: compound growth with a score from -5 to 5, as Statistics Canada and Open SDG do."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from serang_plan.analysis.indicators.progress.compound_growth import observed, power, required
from serang_plan.analysis.indicators.progress.method_result import (
    Grade,
    Method,
    MethodResult,
    MethodVerdict,
    RefusalReason,
    Refused,
    Side,
)
from serang_plan.analysis.indicators.progress.trajectory import Trajectory
from serang_plan.analysis.indicators.progress.workings import Step, step
from serang_plan.wording import Text, number

BASE_YEAR = 2015
"""The method's default: the first value from this year on is the base."""
STAND_INS = (Fraction(1), Fraction(1, 10), Fraction(1, 1000))
"""What may stand in for a zero; 0.001 is what the published method takes."""
EXPONENT = Fraction(444, 100)

ACHIEVED = Grade("achieved", Text("target tercapai", "target achieved"), Side.REACHED)
NOT_ACHIEVED = Grade("not_achieved", Text("target belum tercapai", "target not achieved"), Side.SLOW)
ON_TRACK = Grade("on_track", Text("sesuai jalur", "on track"), Side.ENOUGH)
ACCELERATE = Grade(
    "accelerate", Text("ada kemajuan, perlu dipercepat", "progress made but acceleration needed"), Side.SLOW
)
LIMITED = Grade("limited", Text("kemajuan terbatas", "limited progress"), Side.SLOW)
DETERIORATION = Grade("deterioration", Text("memburuk", "deterioration"), Side.AWAY)
GRADES = (ON_TRACK, ACCELERATE, LIMITED, DETERIORATION)

TARGET_LIMITS = (Fraction(95, 100), Fraction(60, 100), Fraction(0))
GROWTH_LIMITS = (Fraction(15, 1000), Fraction(5, 1000), Fraction(0))
TARGET_SCORES = tuple(map(Fraction, ("-0.6", "0", "0.6", "0.95", "1.3")))
GROWTH_SCORES = tuple(map(Fraction, ("-0.02", "0", "0.005", "0.015", "0.02")))
SCORES = tuple(map(Fraction, ("-5", "-2.5", "0", "2.5", "5")))
SPAN = Fraction("2.5")
"""Between two of these scores, and so between two limits, the score runs straight."""

_RATIO = Text(
    "laju teramati dibagi besarnya laju yang diperlukan", "observed rate over size of required rate"
)
_SCORE = Text("skor dari -5 sampai 5", "score from -5 to 5")
_GROWTH = Text("laju ke arah yang baik", "rate in the good direction")
_FACTOR = Text(
    "pengecil batas di dekat batas alami L", "factor that lowers the limits near the natural limit L"
)
_WARNING = Text(
    "Metode aslinya mengganti nol dengan 0,001. Pengganti itu menentukan hasilnya, jadi tidak ada putusan.",
    "The published method puts 0.001 for zero. The stand-in decides the result, so there is no verdict.",
)


def judge(course: Trajectory) -> MethodResult:
    """Compare the observed growth with the required one, or without a target with fixed rates.

    Source: Statistics Canada, as published in `open-sdg/open-sdg` docs/progress-methodology.md and
    built into `sdg-build`. Where the published method would put 0.001 for a zero this one refuses, and
    shows what different stand-ins would give.
    """
    course = course.since(BASE_YEAR)
    if not course.points:
        return Refused(Method.D3, RefusalReason.NO_VALUE)
    if course.binary:
        return _met_or_not(course)
    if len(course.points) < 2:
        return Refused(Method.D3, RefusalReason.SINGLE_VALUE)
    if course.years < 1:
        return Refused(Method.D3, RefusalReason.TOO_CLOSE)
    return _with_target(course) if course.goals else _without_target(course)


def _met_or_not(course: Trajectory) -> MethodResult:
    if not course.goals:
        return Refused(Method.D3, RefusalReason.BINARY)
    return MethodVerdict(Method.D3, ACHIEVED if course.is_reached else NOT_ACHIEVED)


# -- with a target -------------------------------------------------------------------


def _with_target(course: Trajectory) -> MethodResult:
    reason = _obstacle(course)
    if course.is_reached:
        steps = () if reason is not None or course.began_good else _ratio_steps(course)
        return MethodVerdict(Method.D3, ACHIEVED, (*steps, step("S", _SCORE, "5", 5)))
    if reason in (RefusalReason.ZERO_BASE, RefusalReason.ZERO_TARGET):
        return _stand_ins(course, reason)
    if reason is not None:
        return Refused(Method.D3, reason)
    steps = _ratio_steps(course)
    ratio = steps[-1].result
    return MethodVerdict(Method.D3, _grade(ratio, TARGET_LIMITS), (*steps, _score(ratio, "R", TARGET_SCORES)))


def _obstacle(course: Trajectory) -> RefusalReason | None:
    base, latest, target = course.base, course.latest, course.target
    if target.value == base.value:
        return RefusalReason.TARGET_IS_BASE
    if target.at <= base.at or (latest.at > target.at and not course.is_reached):
        return RefusalReason.TARGET_PAST
    if base.value == 0:
        return RefusalReason.ZERO_BASE
    if base.value * latest.value < 0 or base.value * target.value < 0:
        return RefusalReason.SIGN_CHANGE
    return RefusalReason.ZERO_TARGET if target.value == 0 else None


def _ratio_steps(course: Trajectory) -> tuple[Step, ...]:
    """A base below zero turns the sign of the observed rate around."""
    actual, needed = observed(course), required(course)
    s, d = (-1 if course.base.value < 0 else 1), course.sign
    ratio = s * d * actual.result / abs(needed.result)
    return (
        actual,
        needed,
        step("R", _RATIO, "s × d × c / |q|", ratio, s=s, d=d, c=actual.result, q=needed.result),
    )


def _stand_ins(course: Trajectory, reason: RefusalReason) -> Refused:
    """Show what the stand-ins for a zero would give; nothing, if even they leave the signs different."""
    if min(course.base.value, course.latest.value, course.target.value) < 0:
        return Refused(Method.D3, RefusalReason.SIGN_CHANGE)
    replaced = [(instead, _without_zero(course, instead)) for instead in STAND_INS]
    steps = tuple(_stand_in(instead, one) for instead, one in replaced if not _is_level(one))
    if _is_level(replaced[-1][1]):
        return Refused(Method.D3, reason)
    return Refused(Method.D3, reason, (*steps, _score(steps[-1].result, "R", TARGET_SCORES)), (_WARNING,))


def _without_zero(course: Trajectory, instead: Fraction) -> Trajectory:
    base, target = course.base, course.target
    points = (base._replace(value=base.value or instead), *course.points[1:])
    return course._replace(points=points, goals=(target._replace(value=target.value or instead),))


def _is_level(course: Trajectory) -> bool:
    return course.base.value == course.target.value


def _stand_in(instead: Fraction, course: Trajectory) -> Step:
    b, v, T = course.base, course.latest, course.target  # noqa: N806
    ratio = _ratio_steps(course)[-1].result
    name = Text(
        f"dengan {number(instead, 'id', 3)} sebagai pengganti nol",
        f"with {number(instead, 'en', 3)} in place of zero",
    )
    return step(
        "R", name, "d × ((v / b)^(1 / (t - t0)) - 1) / |(T / b)^(1 / (tT - t0)) - 1|", ratio,
        d=course.sign, v=v.value, b=b.value, T=T.value, t=v.at, t0=b.at, tT=T.at,
    )  # fmt: skip


# -- without a target ----------------------------------------------------------------


def _without_target(course: Trajectory) -> MethodResult:
    base, latest = course.base.value, course.latest.value
    if base == 0:
        return Refused(Method.D3, RefusalReason.ZERO_BASE)
    if base * latest < 0:
        return Refused(Method.D3, RefusalReason.SIGN_CHANGE)
    actual, limit = observed(course), natural_limit(course)
    s, d = (-1 if base < 0 else 1), course.sign
    growth = step("g", _GROWTH, "s × d × c", s * d * actual.result, s=s, d=d, c=actual.result)
    factor = Fraction(1) if limit is None else scaling(base, limit)
    steps = (actual, growth) if limit is None else (actual, growth, _factor_step(base, limit, factor))
    grade = _grade(growth.result, _lowered(GROWTH_LIMITS, factor))
    return MethodVerdict(
        Method.D3, grade, (*steps, _score(growth.result, "g", _lowered(GROWTH_SCORES, factor)))
    )


def natural_limit(course: Trajectory) -> Fraction | None:
    """Return what the values cannot exceed: a share that should rise cannot exceed 100 per cent."""
    is_share = course.percent and all(0 <= point.value <= 100 for point in course.points)
    return Fraction(100) if is_share and course.sign > 0 else None


def scaling(base: Fraction, limit: Fraction) -> Fraction:
    """Return C, by which the limits above zero are lowered for a base near its natural limit."""
    if base >= 2 * limit:
        return Fraction(1)
    return 1 - power((base if base <= limit else 2 * limit - base) / limit, EXPONENT)


def _factor_step(base: Fraction, limit: Fraction, factor: Fraction) -> Step:
    return step("C", _FACTOR, "1 - (b / L)^k", factor, b=base, L=limit, k=EXPONENT)


def _lowered(limits: tuple[Fraction, ...], factor: Fraction) -> tuple[Fraction, ...]:
    return tuple(limit * factor if limit > 0 else limit for limit in limits)


# -- classes and scores ----------------------------------------------------------------


def _grade(value: Fraction, limits: tuple[Fraction, ...]) -> Grade:
    return next(
        (grade for grade, limit in zip(GRADES, limits, strict=False) if value >= limit), DETERIORATION
    )


def _score(value: Fraction, symbol: str, limits: tuple[Fraction, ...]) -> Step:
    """Return the score: 5 and -5 at the ends, straight lines between."""
    if value >= limits[-1]:
        return step("S", _SCORE, "5", 5)
    if value <= limits[0]:
        return step("S", _SCORE, "-5", -5)
    (x1, y1), (x2, _) = next(
        (low, high) for low, high in pairwise(zip(limits, SCORES, strict=True)) if low[0] <= value < high[0]
    )
    formula = f"{_put(y1)} + 2.5 × ({symbol} - {_put(x1)}) / {_put(x2 - x1)}"
    return step("S", _SCORE, formula, y1 + SPAN * (value - x1) / (x2 - x1), **{symbol: value})


def _put(value: Fraction) -> str:
    return f"({number(value, 'en', 6)})" if value < 0 else number(value, "en", 6)
