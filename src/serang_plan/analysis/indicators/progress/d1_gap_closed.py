"""D1: the share of the way to the target that is behind us, and the straight line to it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from serang_plan.analysis.indicators.progress.method_result import (
    Grade,
    Method,
    MethodResult,
    MethodVerdict,
    RefusalReason,
    Refused,
    Side,
)
from serang_plan.analysis.indicators.progress.trajectory import Point, Trajectory, nothing_to_compare
from serang_plan.analysis.indicators.progress.workings import Step, step
from serang_plan.wording import Text

REACHED = Grade("reached", Text("tercapai", "reached"), Side.REACHED)
ON_TRACK = Grade("on_track", Text("sesuai jalur", "on track"), Side.ENOUGH)
BEHIND = Grade("behind", Text("tertinggal", "behind"), Side.SLOW)
LATE = Grade(
    "late", Text("terlambat: target yang jatuh tempo terlewat", "late: a target was missed"), Side.SLOW
)
AWAY = Grade("away", Text("menjauh", "moving away"), Side.AWAY)

_SHARE = Text("bagian jarak yang tertutup", "share of the gap closed")
_EXPECTED = Text("nilai menurut garis", "value on the line")
_DUE = Text("target terakhir yang jatuh tempo", "the latest target that was due")


class LineSegment(NamedTuple):
    """The part of the line on which the newest value lies; the two ends are one where it is level."""

    start: Point
    end: Point
    value: Fraction
    """The value that the line has at the time of the newest one."""


def judge(trajectory: Trajectory) -> MethodResult:
    """Say whether the newest value keeps up with the straight line, or with the yearly targets.

    Source: Kausal Watch, its source code. P = (v - b) / (T - b) is its measure of progress, and late is
    what lies on the wrong side of the latest goal that was due. The line E, in the indicator's unit, runs
    through the yearly targets, or straight to the only one.
    """
    reason = nothing_to_compare(trajectory)
    if reason is not None:
        return Refused(Method.D1, reason)
    line, share = segment(trajectory), gap_closed(trajectory)
    if isinstance(line, RefusalReason):
        return Refused(Method.D1, line)
    steps = (_line_step(trajectory, line).beside(trajectory.latest.value), *_due_step(trajectory))
    if isinstance(share, Fraction):
        steps = (trajectory.step("P", _SHARE, "(v - b) / (T - b)", share).beside(0, 1), *steps)
    elif not trajectory.yearly:
        return Refused(Method.D1, share, steps)
    return MethodVerdict(Method.D1, _grade(trajectory, line.value, share), steps)


def keeps_up(trajectory: Trajectory, expected: Fraction) -> bool:
    """Whether the newest value is on the good side of the line and of the latest goal that was due."""
    on_line = trajectory.sign * trajectory.latest.value >= trajectory.sign * expected
    return on_line and not is_late(trajectory)


def is_late(trajectory: Trajectory) -> bool:
    """Whether the newest value misses the latest goal that was due when it was measured."""
    goal = _due(trajectory)
    return goal is not None and not trajectory.meets(trajectory.latest, goal)


def _due(trajectory: Trajectory) -> Point | None:
    return next((goal for goal in reversed(trajectory.goals) if goal.at <= trajectory.latest.at), None)


def gap_closed(trajectory: Trajectory) -> Fraction | RefusalReason:
    """Return P, 1 for the whole way, or why the way from the first value to the target has no shares."""
    if len(trajectory.points) < 2:
        return RefusalReason.SINGLE_VALUE
    base, target = trajectory.base.value, trajectory.target.value
    if target == base:
        return RefusalReason.TARGET_IS_BASE
    return (
        RefusalReason.BASE_GOOD
        if trajectory.began_good
        else (trajectory.latest.value - base) / (target - base)
    )


def segment(trajectory: Trajectory) -> LineSegment | RefusalReason:
    """Return where the line is at the time of the newest value; after the last goal it is level."""
    first, last, at = trajectory.goals[0], trajectory.target, trajectory.latest.at
    if at >= last.at:
        return LineSegment(last, last, last.value)
    if at < first.at:
        return _before_first(trajectory, first)
    start, end = next((low, high) for low, high in pairwise(trajectory.goals) if low.at <= at < high.at)
    return _between(start, end, at)


def _before_first(trajectory: Trajectory, goal: Point) -> LineSegment | RefusalReason:
    if trajectory.base.value == goal.value:
        return LineSegment(goal, goal, goal.value)
    if trajectory.meets(trajectory.base, goal):
        return RefusalReason.BASE_GOOD
    if len(trajectory.points) < 2:
        return RefusalReason.SINGLE_VALUE
    return _between(trajectory.base, goal, trajectory.latest.at)


def _between(start: Point, end: Point, at: Fraction) -> LineSegment:
    rise = (end.value - start.value) / (end.at - start.at)
    return LineSegment(start, end, start.value + rise * (at - start.at))


def _grade(trajectory: Trajectory, line: Fraction, share: Fraction | RefusalReason) -> Grade:
    ahead = keeps_up(trajectory, line)
    if not ahead and isinstance(share, Fraction) and share < 0:
        return AWAY
    if is_late(trajectory):
        return LATE
    if trajectory.is_reached:
        return REACHED
    return ON_TRACK if ahead else BEHIND


# -- workings ------------------------------------------------------------------------


def _line_step(trajectory: Trajectory, line: LineSegment) -> Step:
    (t1, y1), (t2, y2), value = line
    if line.start == line.end:
        return step("E", _EXPECTED, "T", value, T=y2)
    if (line.start, line.end) == (trajectory.base, trajectory.target):
        return trajectory.step("E", _EXPECTED, "b + (T - b) × (t - t0) / (tT - t0)", value)
    formula = "y1 + (y2 - y1) × (t - t1) / (t2 - t1)"
    return trajectory.step("E", _EXPECTED, formula, value, y1=y1, y2=y2, t1=t1, t2=t2)


def _due_step(trajectory: Trajectory) -> tuple[Step, ...]:
    goal = _due(trajectory)
    return (step("J", _DUE, "J", goal.value, J=goal.value),) if goal is not None and trajectory.yearly else ()
