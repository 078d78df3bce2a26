"""D7: the straight change beside the straight change that the target requires, as the SDG Index does."""

from __future__ import annotations

from fractions import Fraction

from serang_plan.analysis.indicators.progress.method_result import (
    Grade,
    Method,
    MethodResult,
    Refused,
    Side,
    graded,
)
from serang_plan.analysis.indicators.progress.trajectory import Trajectory, obstacle
from serang_plan.wording import Text

MAINTAINING = Grade("maintaining", Text("tercapai dan bertahan", "reached and maintaining"), Side.REACHED)
ON_TRACK = Grade("on_track", Text("sesuai jalur", "on track"), Side.ENOUGH)
MODERATE = Grade("moderate", Text("membaik sedang", "moderately improving"), Side.SLOW)
STAGNATING = Grade("stagnating", Text("mandek", "stagnating"), Side.SLOW)
DECREASING = Grade("decreasing", Text("menurun", "decreasing"), Side.AWAY)
_SCALE = ((Fraction(1), ON_TRACK), (Fraction(1, 2), MODERATE), (Fraction(0), STAGNATING))

_RATIO = Text("perubahan per tahun dibagi yang diperlukan", "change per year over the change needed")


def judge(trajectory: Trajectory) -> MethodResult:
    """Compare the straight yearly change with the one needed: 100, 50 and 0 per cent are the limits.

    Source: SDSN, SDG Index methods summary, the trend arrows: both changes per year in the indicator's
    unit. Its normalised score needs a worst value that no plan has, and is left out.
    """
    reason = obstacle(trajectory)
    if reason is not None:
        return Refused(Method.D7, reason)
    b, v, T = trajectory.base, trajectory.latest, trajectory.target  # noqa: N806
    ratio = ((v.value - b.value) / (v.at - b.at)) / ((T.value - b.value) / (T.at - b.at))
    quotient = trajectory.step("r", _RATIO, "((v - b) / (t - t0)) / ((T - b) / (tT - t0))", ratio)
    verdict = graded(Method.D7, (quotient,), _SCALE, DECREASING)
    return verdict._replace(grade=MAINTAINING) if trajectory.is_reached else verdict
