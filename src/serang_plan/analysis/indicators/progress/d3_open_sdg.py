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
    grade_by_limits,
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
GRADES = (ON_TRACK, ACCELERATE, LIMITED)
"""The classes from the highest limit on; below all of them is deterioration."""

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


def judge(trajectory: Trajectory) -> MethodResult:
    """Compare the observed growth with the required one, or without a target with fixed rates.

    Source: Statistics Canada, as published in `open-sdg/open-sdg` docs/progress-methodology.md and
    built into `sdg-build` (IndicatorProgress, SeriesProgress): the limits with and without a target, the
    score from -5 to 5, and the factor C near a natural limit. Where the published method would put 0.001
    for a zero this one refuses, and shows what different stand-ins would give. Times are years and fractions
    of a year, where the published method counts calendar years.
    """
    trajectory = trajectory.since(BASE_YEAR)
    if not trajectory.points:
        return Refused(Method.D3, RefusalReason.NO_VALUE)
    if trajectory.binary:
        return _met_or_not(trajectory)
    if len(trajectory.points) < 2:
        return Refused(Method.D3, RefusalReason.SINGLE_VALUE)
    if trajectory.years < 1:
        return Refused(Method.D3, RefusalReason.TOO_CLOSE)
    return _with_target(trajectory) if trajectory.goals else _without_target(trajectory)


def _met_or_not(trajectory: Trajectory) -> MethodResult:
    if not trajectory.goals:
        return Refused(Method.D3, RefusalReason.BINARY)
    return MethodVerdict(Method.D3, ACHIEVED if trajectory.is_reached else NOT_ACHIEVED)


# -- with a target -------------------------------------------------------------------


def _with_target(trajectory: Trajectory) -> MethodResult:
    reason = _obstacle(trajectory)
    if trajectory.is_reached:
        steps = () if reason is not None or trajectory.began_good else _ratio_steps(trajectory)
        return MethodVerdict(Method.D3, ACHIEVED, (*steps, step("S", _SCORE, "5", 5)))
    if reason in (RefusalReason.ZERO_BASE, RefusalReason.ZERO_TARGET):
        return _stand_ins(trajectory, reason)
    if reason is not None:
        return Refused(Method.D3, reason)
    steps = _ratio_steps(trajectory)
    ratio = steps[-1].result
    return MethodVerdict(Method.D3, _grade(ratio, TARGET_LIMITS), (*steps, _score(ratio, "R", TARGET_SCORES)))


def _obstacle(trajectory: Trajectory) -> RefusalReason | None:
    base, latest, target = trajectory.base, trajectory.latest, trajectory.target
    if target.value == base.value:
        return RefusalReason.TARGET_IS_BASE
    if target.at <= base.at or (latest.at > target.at and not trajectory.is_reached):
        return RefusalReason.TARGET_PAST
    if base.value == 0:
        return RefusalReason.ZERO_BASE
    if base.value * latest.value < 0 or base.value * target.value < 0:
        return RefusalReason.SIGN_CHANGE
    return RefusalReason.ZERO_TARGET if target.value == 0 else None


def _ratio_steps(trajectory: Trajectory) -> tuple[Step, ...]:
    """A base below zero turns the sign of the observed rate around."""
    actual, needed, s = observed(trajectory), required(trajectory), _base_sign(trajectory)
    c, q = actual.result, needed.result
    ratio = s * trajectory.sign * c / abs(q)
    quotient = trajectory.step("R", _RATIO, "s × d × c / |q|", ratio, s=s, c=c, q=q)
    return actual, needed, quotient.beside(*TARGET_LIMITS)


def _base_sign(trajectory: Trajectory) -> int:
    return -1 if trajectory.base.value < 0 else 1


def _stand_ins(trajectory: Trajectory, reason: RefusalReason) -> Refused:
    """Show what the stand-ins for a zero would give; nothing, if even they leave the signs different."""
    if min(trajectory.base.value, trajectory.latest.value, trajectory.target.value) < 0:
        return Refused(Method.D3, RefusalReason.SIGN_CHANGE)
    replaced = [(stand_in, _without_zero(trajectory, stand_in)) for stand_in in STAND_INS]
    if _is_level(replaced[-1][1]):
        return Refused(Method.D3, reason)
    steps = tuple(_stand_in_step(stand_in, level) for stand_in, level in replaced if not _is_level(level))
    return Refused(Method.D3, reason, (*steps, _score(steps[-1].result, "R", TARGET_SCORES)), (_WARNING,))


def _without_zero(trajectory: Trajectory, stand_in: Fraction) -> Trajectory:
    base, target = trajectory.base, trajectory.target
    points = (base._replace(value=base.value or stand_in), *trajectory.points[1:])
    return trajectory._replace(points=points, goals=(target._replace(value=target.value or stand_in),))


def _is_level(trajectory: Trajectory) -> bool:
    return trajectory.base.value == trajectory.target.value


def _stand_in_step(stand_in: Fraction, trajectory: Trajectory) -> Step:
    b, v, T = trajectory.base, trajectory.latest, trajectory.target  # noqa: N806
    ratio = _ratio_steps(trajectory)[-1].result
    name = Text(
        f"dengan {number(stand_in, 'id', 3)} sebagai pengganti nol",
        f"with {number(stand_in, 'en', 3)} in place of zero",
    )
    return step(
        "R", name, "d × ((v / b)^(1 / (t - t0)) - 1) / |(T / b)^(1 / (tT - t0)) - 1|", ratio,
        d=trajectory.sign, v=v.value, b=b.value, T=T.value, t=v.at, t0=b.at, tT=T.at,
    )  # fmt: skip


# -- without a target ----------------------------------------------------------------


def _without_target(trajectory: Trajectory) -> MethodResult:
    base, latest = trajectory.base.value, trajectory.latest.value
    if base == 0:
        return Refused(Method.D3, RefusalReason.ZERO_BASE)
    if base * latest < 0:
        return Refused(Method.D3, RefusalReason.SIGN_CHANGE)
    actual, limit, s = observed(trajectory), natural_limit(trajectory), _base_sign(trajectory)
    rate = s * trajectory.sign * actual.result
    factor = Fraction(1) if limit is None else scaling(base, limit)
    limits = _lowered(GROWTH_LIMITS, factor)
    growth = trajectory.step("g", _GROWTH, "s × d × c", rate, s=s, c=actual.result).beside(*limits)
    factors = () if limit is None else (_factor_step(base, limit, factor),)
    score = _score(rate, "g", _lowered(GROWTH_SCORES, factor))
    return MethodVerdict(Method.D3, _grade(rate, limits), (actual, growth, *factors, score))


def natural_limit(trajectory: Trajectory) -> Fraction | None:
    """Return what the values cannot exceed: a share that should rise cannot exceed 100 per cent."""
    is_share = trajectory.share and all(0 <= point.value <= 100 for point in trajectory.points)
    return Fraction(100) if is_share and trajectory.sign > 0 else None


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
    return grade_by_limits(value, zip(limits, GRADES, strict=True), DETERIORATION)


def _score(value: Fraction, symbol: str, limits: tuple[Fraction, ...]) -> Step:
    """Return the score: 5 and -5 at the ends, straight lines between."""
    if value >= limits[-1]:
        return step("S", _SCORE, "5", 5)
    if value <= limits[0]:
        return step("S", _SCORE, "-5", -5)
    (x1, y1), (x2, _) = next(
        (low, high) for low, high in pairwise(zip(limits, SCORES, strict=True)) if low[0] <= value < high[0]
    )
    formula = f"{_in_formula(y1)} + 2.5 × ({symbol} - {_in_formula(x1)}) / {_in_formula(x2 - x1)}"
    return step("S", _SCORE, formula, y1 + SPAN * (value - x1) / (x2 - x1), **{symbol: value})


def _in_formula(value: Fraction) -> str:
    return f"({number(value, 'en', 6)})" if value < 0 else number(value, "en", 6)
