"""Change: how much an indicator has changed per year, over the last five years."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.progress.trajectory import Point, Trajectory
from serang_plan.analysis.indicators.progress.workings import Step, step
from serang_plan.wording import Text

WINDOW = 5
"""Over how many years the change is taken."""
_CHANGE = Text("perubahan rata-rata per tahun", "mean change per year")


class AnnualChange(NamedTuple):
    """The straight change from one point to another."""

    start: Point
    end: Point
    points: int = 2
    """How many values there are from the first to the last."""

    @property
    def per_year(self) -> Fraction:
        """The mean change per year, in the indicator's unit."""
        return (self.end.value - self.start.value) / (self.end.at - self.start.at)

    @property
    def working(self) -> Step:
        """The change as a line of working."""
        (t1, y1), (t2, y2) = self.start, self.end
        return step("m", _CHANGE, "(y2 - y1) / (t2 - t1)", self.per_year, y2=y2, y1=y1, t2=t2, t1=t1)


def recent_change(trajectory: Trajectory) -> AnnualChange | None:
    """Return the change over the last five years; between the last two values if they lie further apart."""
    if len(trajectory.points) < 2:
        return None
    recent = [point for point in trajectory.points if point.at >= trajectory.latest.at - WINDOW]
    window = recent if len(recent) > 1 else trajectory.points[-2:]
    return AnnualChange(window[0], window[-1], len(window))
