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


class Expected(NamedTuple):
    """The stretch of the line on which the newest value lies; the two ends are one where it is level."""

    start: Point
    end: Point
    value: Fraction


def judge(course: Trajectory) -> MethodResult:
    """Say whether the newest value keeps up with the straight line, or with the yearly targets.

    P = (v - b) / (T - b) is the progress measure of Kausal Watch, which calls late what is on the wrong
    side of the latest goal that was due (source: the code of kausal-watch, as read for
    progress-methods D1). The line E runs through the yearly targets, or straight to the only one.
    """
    reason = nothing_to_compare(course)
    if reason is not None:
        return Refused(Method.D1, reason)
    line, share = expected(course), gap_closed(course)
    if isinstance(line, RefusalReason):
        return Refused(Method.D1, line)
    if isinstance(share, RefusalReason) and not course.yearly:
        return Refused(Method.D1, share, (_line_step(course, line),))
    shares = () if isinstance(share, RefusalReason) else (_share_step(course, share),)
    return MethodVerdict(
        Method.D1, _grade(course, line.value, share), (*shares, _line_step(course, line), *_due_step(course))
    )


def keeps_up(course: Trajectory, expected: Fraction) -> bool:
    """Whether the newest value is on the good side of the line and of the latest goal that was due."""
    on_line = course.sign * course.latest.value >= course.sign * expected
    return on_line and not is_late(course)


def is_late(course: Trajectory) -> bool:
    """Whether the newest value misses the latest goal that was due when it was measured."""
    goal = due(course)
    return goal is not None and not course.meets(course.latest, goal)


def due(course: Trajectory) -> Point | None:
    """Return the latest goal that was due when the newest value was measured."""
    past = [goal for goal in course.goals if goal.at <= course.latest.at]
    return past[-1] if past else None


def gap_closed(course: Trajectory) -> Fraction | RefusalReason:
    """Return P, or why the way from the first value to the target cannot be shared out."""
    if len(course.points) < 2:
        return RefusalReason.SINGLE_VALUE
    base, target = course.base.value, course.target.value
    if target == base:
        return RefusalReason.TARGET_IS_BASE
    return RefusalReason.BASE_GOOD if course.began_good else (course.latest.value - base) / (target - base)


def expected(course: Trajectory) -> Expected | RefusalReason:
    """Return where the line is at the time of the newest value; after the last goal it is level."""
    first, last, at = course.goals[0], course.target, course.latest.at
    if at >= last.at:
        return Expected(last, last, last.value)
    if at < first.at:
        return _before_first(course, first)
    start, end = next((low, high) for low, high in pairwise(course.goals) if low.at <= at < high.at)
    return _between(start, end, at)


def _before_first(course: Trajectory, goal: Point) -> Expected | RefusalReason:
    if course.base.value == goal.value:
        return Expected(goal, goal, goal.value)
    if course.meets(course.base, goal):
        return RefusalReason.BASE_GOOD
    if len(course.points) < 2:
        return RefusalReason.SINGLE_VALUE
    return _between(course.base, goal, course.latest.at)


def _between(start: Point, end: Point, at: Fraction) -> Expected:
    rise = (end.value - start.value) / (end.at - start.at)
    return Expected(start, end, start.value + rise * (at - start.at))


def _grade(course: Trajectory, line: Fraction, share: Fraction | RefusalReason) -> Grade:
    ahead = keeps_up(course, line)
    if not ahead and isinstance(share, Fraction) and share < 0:
        return AWAY
    if is_late(course):
        return LATE
    if course.is_reached:
        return REACHED
    return ON_TRACK if ahead else BEHIND


# -- workings ------------------------------------------------------------------------


def _share_step(course: Trajectory, share: Fraction) -> Step:
    v, b, T = course.latest.value, course.base.value, course.target.value  # noqa: N806
    return step("P", _SHARE, "(v - b) / (T - b)", share, v=v, b=b, T=T)


def _line_step(course: Trajectory, line: Expected) -> Step:
    start, end, at = line.start, line.end, course.latest.at
    if start == end:
        return step("E", _EXPECTED, "T", line.value, T=end.value)
    if (start, end) == (course.base, course.target):
        return step(
            "E", _EXPECTED, "b + (T - b) × (t - t0) / (tT - t0)", line.value,
            b=start.value, T=end.value, t=at, t0=start.at, tT=end.at,
        )  # fmt: skip
    return step(
        "E", _EXPECTED, "y1 + (y2 - y1) × (t - t1) / (t2 - t1)", line.value,
        y1=start.value, y2=end.value, t=at, t1=start.at, t2=end.at,
    )  # fmt: skip


def _due_step(course: Trajectory) -> tuple[Step, ...]:
    goal = due(course)
    return (step("J", _DUE, "J", goal.value, J=goal.value),) if goal is not None and course.yearly else ()
