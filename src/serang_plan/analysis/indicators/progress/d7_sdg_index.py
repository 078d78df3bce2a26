"""D7: the straight change beside the straight change that the target requires, as the SDG Index does."""

from __future__ import annotations

from fractions import Fraction

from serang_plan.analysis.indicators.progress.method_result import (
    Grade,
    Method,
    MethodResult,
    MethodVerdict,
    Refused,
    Side,
)
from serang_plan.analysis.indicators.progress.trajectory import Trajectory, obstacle
from serang_plan.analysis.indicators.progress.workings import step
from serang_plan.wording import Text

MAINTAINING = Grade("maintaining", Text("tercapai dan bertahan", "reached and maintaining"), Side.REACHED)
ON_TRACK = Grade("on_track", Text("sesuai jalur", "on track"), Side.ENOUGH)
MODERATE = Grade("moderate", Text("membaik sedang", "moderately improving"), Side.SLOW)
STAGNATING = Grade("stagnating", Text("mandek", "stagnating"), Side.SLOW)
DECREASING = Grade("decreasing", Text("menurun", "decreasing"), Side.AWAY)

_RATIO = Text("perubahan per tahun dibagi yang diperlukan", "change per year over the change needed")


def judge(course: Trajectory) -> MethodResult:
    """Compare the straight yearly change with the one needed: 100, 50 and 0 per cent are the limits.

    Source: SDSN, SDG Index methods summary (the trend arrows). Its normalised score needs a worst value
    that no plan has, and is left out.
    """
    reason = obstacle(course)
    if reason is not None:
        return Refused(Method.D7, reason)
    b, v, T = course.base, course.latest, course.target  # noqa: N806
    ratio = ((v.value - b.value) / (v.at - b.at)) / ((T.value - b.value) / (T.at - b.at))
    found = step(
        "r", _RATIO, "((v - b) / (t - t0)) / ((T - b) / (tT - t0))", ratio,
        v=v.value, b=b.value, t=v.at, t0=b.at, T=T.value, tT=T.at,
    )  # fmt: skip
    return MethodVerdict(Method.D7, MAINTAINING if course.is_reached else _grade(ratio), (found,))


def _grade(ratio: Fraction) -> Grade:
    if ratio < 0:
        return DECREASING
    if ratio < Fraction(1, 2):
        return STAGNATING
    return MODERATE if ratio < 1 else ON_TRACK
