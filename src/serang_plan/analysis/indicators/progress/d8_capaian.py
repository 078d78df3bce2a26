"""D8: capaian kinerja, this year's value against this year's target, with its predicate."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from serang_plan.analysis.indicators.progress.method_result import (
    Grade,
    Method,
    MethodResult,
    MethodVerdict,
    RefusalReason,
    Refused,
    Side,
)
from serang_plan.analysis.indicators.progress.trajectory import Point, Trajectory
from serang_plan.analysis.indicators.progress.workings import Step, step
from serang_plan.model.header import Band, Settings
from serang_plan.model.indicator import Direction
from serang_plan.wording import Text, untranslated

_BANDS: tuple[tuple[Fraction | int, Text], ...] = (
    (90, Text("Sangat Tinggi", "Very high")),
    (75, Text("Tinggi", "High")),
    (65, Text("Sedang", "Medium")),
    (50, Text("Rendah", "Low")),
    (0, Text("Sangat Rendah", "Very low")),
)
"""The five usual bands: above 90, 75, 65, 50, and the rest."""

_CAPAIAN = Text("capaian, dalam persen", "performance, in per cent")
_BEYOND = Text(
    "Lebih dari 100%: angkanya dibiarkan, tidak dipotong.",
    "More than 100%: the figure is kept and not cut.",
)
_BELOW = Text(
    "Di bawah nol karena realisasi lebih dari dua kali target; ditampilkan sebagai 0%.",
    "Below zero because the value is more than twice the target; shown as 0%.",
)
_ZERO = Text(
    "Target nol dan realisasi nol: tercapai, dihitung 100%.",
    "The target is zero and so is the value: reached, 100%.",
)


def judge(trajectory: Trajectory, settings: Settings) -> MethodResult:
    """Compare the newest value with the target of its own year, and name the predicate.

    Source: PermenPANRB on Sistem Manajemen Kinerja, pages 91 to 100; bands as printed in LKjIP, as half-open
    intervals. This says nothing of the way to the threshold and never goes into an average with D1 to D7.
    """
    if not trajectory.points:
        return Refused(Method.D8, RefusalReason.NO_VALUE)
    if not trajectory.yearly:
        return Refused(
            Method.D8, RefusalReason.THRESHOLD_ONLY if trajectory.goals else RefusalReason.NO_TARGET
        )
    target = _of_that_year(trajectory)
    if target is None:
        return Refused(Method.D8, RefusalReason.NO_TARGET_THAT_YEAR)
    value, goal = trajectory.latest.value, target.value
    performance = capaian(trajectory.direction, value, goal, goal)
    if isinstance(performance, RefusalReason):
        return Refused(Method.D8, performance)
    grade, remarks = predicate(performance, settings.predicates), _remarks(performance, goal)
    limits = (limit for limit, _ in _bands(settings.predicates))
    steps = (_working(trajectory.direction, value, goal, performance).beside(*limits, 100),)
    return MethodVerdict(Method.D8, grade, steps, remarks)


def capaian(direction: Direction, value: Fraction, low: Fraction, high: Fraction) -> Fraction | RefusalReason:
    """Return the performance in per cent against a target from `low` to `high`, which may be the same.

    Beyond the range its nearer end counts; within it all is reached. A zero to be fallen to is reached by
    zero, and by nothing else to be expressed as a ratio.
    """
    if low < 0 or high < 0:
        return RefusalReason.NEGATIVE_TARGET
    if value < 0:
        return RefusalReason.SIGN_CHANGE
    if low <= value <= high and (direction == "turun" or high > 0):
        return Fraction(100)
    end = high if value > high else low
    if end == 0:
        return RefusalReason.ZERO_TARGET
    return 100 * (value / end if direction == "naik" else 2 - value / end)


def predicate(value: Fraction, bands: Sequence[Band] = ()) -> Grade:
    """Return the first band above whose bound a value lies; below all of them the lowest one."""
    highest_first = _bands(bands)
    name = next((name for above, name in highest_first if value > above), highest_first[-1][1])
    return Grade(name.id, name, Side.OPEN)


def _bands(bands: Sequence[Band]) -> list[tuple[Fraction | int, Text]]:
    """Return where the bands begin and what they are called, the highest first."""
    configured = [(Fraction(band.above), untranslated(band.name)) for band in bands]
    return sorted(configured or _BANDS, key=lambda band: -band[0])


def displayed(value: Fraction) -> Fraction:
    """Return a performance as it is displayed: not below zero."""
    return max(value, Fraction(0))


def _of_that_year(trajectory: Trajectory) -> Point | None:
    return next((goal for goal in trajectory.goals if goal.year == trajectory.latest.year), None)


def _working(direction: Direction, value: Fraction, goal: Fraction, performance: Fraction) -> Step:
    if goal == 0:
        return step("K", _CAPAIAN, "100", performance)
    formula = "R / T × 100" if direction == "naik" else "(1 + (1 - R / T)) × 100"
    return step("K", _CAPAIAN, formula, performance, R=value, T=goal)


def _remarks(performance: Fraction, goal: Fraction) -> tuple[Text, ...]:
    if goal == 0:
        return (_ZERO,)
    if performance > 100:
        return (_BEYOND,)
    return (_BELOW,) if performance < 0 else ()
