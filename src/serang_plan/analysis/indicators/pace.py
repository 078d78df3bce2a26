"""Pace and trend: is an indicator on the line through its yearly targets, and which way does it move?"""

from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.progress.annual_change import recent_change
from serang_plan.analysis.indicators.progress.d1_gap_closed import keeps_up, segment
from serang_plan.analysis.indicators.progress.method_result import RefusalReason
from serang_plan.analysis.indicators.progress.trajectory import trajectory_of
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.wording import Text


class Pace(Enum):
    """How the newest value lies to the line of the targets."""

    ON_TRACK = Text("sesuai jalur", "on track")
    BEHIND = Text("tertinggal", "behind")
    NO_TARGET = Text("belum ada target", "no target yet")
    NO_VALUE = Text("belum ada nilai", "no value yet")
    ONE_VALUE = Text("baru satu nilai", "one value only")
    TOO_OLD = Text("nilai usang", "stale value")


class PaceResult(NamedTuple):
    """The pace, and the value that the line expects at the time of the newest one."""

    pace: Pace
    expected: Fraction | None = None


def pace(plan: Plan, indicator: Indicator) -> PaceResult:
    """Compare the newest value with the straight lines from the first value through the yearly targets.

    Before the last value there must be another, or a target that is already due. A first value that is
    better than the first target is no start of a line down to it: then that target is to be kept. A value
    that is out of date has no pace.
    """
    trajectory = trajectory_of(plan, indicator)
    if not trajectory.yearly:
        return PaceResult(Pace.NO_TARGET)
    if not trajectory.points:
        return PaceResult(Pace.NO_VALUE)
    if trajectory.stale:
        return PaceResult(Pace.TOO_OLD)
    line = segment(trajectory)
    if line is RefusalReason.SINGLE_VALUE:
        return PaceResult(Pace.ONE_VALUE)
    expected = trajectory.goals[0].value if isinstance(line, RefusalReason) else line.value
    return PaceResult(Pace.ON_TRACK if keeps_up(trajectory, expected) else Pace.BEHIND, expected)


class Trend(Enum):
    """Which way an indicator has moved over the last five years."""

    IMPROVING = Text("membaik", "improving")
    WORSENING = Text("memburuk", "worsening")
    FLAT = Text("tetap", "unchanged")
    UNKNOWN = Text("belum diketahui", "unknown")


class TrendResult(NamedTuple):
    """The trend, the change per year in the indicator's unit, and from how many values it is taken."""

    trend: Trend
    per_year: Fraction | None = None
    points: int = 0


def trend(plan: Plan, indicator: Indicator) -> TrendResult:
    """Return which way an indicator moves; unknown with fewer than two comparable values, or if too old."""
    trajectory = trajectory_of(plan, indicator)
    change = recent_change(trajectory)
    if change is None or trajectory.stale:
        return TrendResult(Trend.UNKNOWN)
    improvement = trajectory.sign * change.per_year
    way = Trend.FLAT if improvement == 0 else Trend.IMPROVING if improvement > 0 else Trend.WORSENING
    return TrendResult(way, change.per_year, change.points)
