"""D5: the mean change of the last five years carried on straight, as in the German weather symbols."""

from __future__ import annotations

from fractions import Fraction

from serang_plan.analysis.indicators.progress.annual_change import WINDOW, AnnualChange, recent_change
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
from serang_plan.analysis.indicators.progress.workings import step
from serang_plan.wording import Text

FEWEST = 4
"""Fewer consecutive years than this get no rating."""

SUN = Grade("sun", Text("cerah (target akan tercapai)", "sun (the target will be met)"), Side.ENOUGH)
SUN_AND_CLOUD = Grade(
    "sun_and_cloud", Text("cerah berawan (akan meleset sedikit)", "sun and cloud (a narrow miss)"), Side.SLOW
)
CLOUD = Grade(
    "cloud", Text("berawan (arahnya benar, meleset jauh)", "cloud (right direction, wide miss)"), Side.SLOW
)
STORM = Grade("storm", Text("badai (menjauh dari target)", "storm (moving away from the target)"), Side.AWAY)
STILL = Grade("storm", Text("badai (tidak bergerak)", "storm (not moving)"), Side.SLOW)

KEPT = Grade("sun", Text("cerah (tercapai, tidak memburuk)", "sun (met, not slipping)"), Side.REACHED)
SLIPPING = Grade(
    "sun_and_cloud",
    Text("cerah berawan (tercapai, tetapi memburuk)", "sun and cloud (met, but slipping)"),
    Side.REACHED,
)
LOST = Grade("cloud", Text("berawan (lepas, tidak menjauh)", "cloud (lost, not moving away)"), Side.SLOW)
LEAVING = Grade("storm", Text("badai (lepas dan menjauh)", "storm (lost and moving away)"), Side.AWAY)
MET_ONCE = Grade(
    "met",
    Text("tercapai (baru satu nilai, arahnya belum diketahui)", "met (one value only, direction unknown)"),
    Side.REACHED,
)

RISING = Grade(
    "sun",
    Text("cerah (rata-rata dan perubahan terakhir membaik)", "sun (mean and last change are right)"),
    Side.ENOUGH,
)
TURNED_AWAY = Grade(
    "sun_and_cloud",
    Text("cerah berawan (perubahan terakhir tidak membaik)", "sun and cloud (the last change is not right)"),
    Side.SLOW,
)
TURNED_BACK = Grade(
    "cloud",
    Text("berawan (hanya perubahan terakhir membaik)", "cloud (only the last change is right)"),
    Side.SLOW,
)
FALLING = Grade("storm", Text("badai (tidak membaik)", "storm (not getting better)"), Side.AWAY)

_PROJECTION = Text(
    "nilai pada tahun target bila perubahan itu tetap", "value in the target year at that change"
)
_MISS = Text("bagian sisa jarak yang meleset, dalam persen", "share of the rest that is missed, in per cent")
_FEW = Text(
    "Metode aslinya meminta paling sedikit 4 tahun berurutan; di sini arahnya dari nilai yang ada.",
    "The published method asks for 4 consecutive years; here the known values give the direction.",
)


def judge(course: Trajectory) -> MethodResult:
    """Carry the mean change on to the next target year: a miss of 5 and of 20 per cent are the limits.

    Source: Destatis, indicator status of the German sustainability strategy
    (`Nachhaltige-Entwicklung-Deutschland/open-sdg-site-starter` _pages/en/status.md). What has been
    reached once is judged by the rule for targets to be maintained, from two values on. A projection
    beyond the target counts as reached.
    """
    if not course.points:
        return Refused(Method.D5, RefusalReason.NO_VALUE)
    if course.binary:
        return Refused(Method.D5, RefusalReason.BINARY)
    if not course.goals:
        return _direction_only(course)
    course = course._replace(goals=(_next_goal(course),))
    if course.is_reached or course.began_good:
        return maintained(course)
    return _dated(course)


def maintained(course: Trajectory) -> MethodVerdict:
    """Judge a target that has been reached once: is it kept?"""
    change = recent_change(course)
    if change is None:
        return MethodVerdict(Method.D5, MET_ONCE)
    drift = course.sign * change.per_year
    grades = (KEPT, SLIPPING) if course.is_reached else (LOST, LEAVING)
    remarks = () if len(_run(course)) >= FEWEST else (_FEW,)
    return MethodVerdict(Method.D5, grades[drift < 0], (change.working,), remarks)


def _dated(course: Trajectory) -> MethodResult:
    change = _yearly_change(course)
    if course.latest.year >= course.target.year:
        return Refused(Method.D5, RefusalReason.TARGET_PAST)
    if change is None:
        return Refused(
            Method.D5, RefusalReason.SINGLE_VALUE if len(course.points) < 2 else RefusalReason.FEW_YEARS
        )
    target, v, t = course.target, change.end.value, change.end.at
    projected = v + change.per_year * (target.at - t)
    projection = step(
        "Z", _PROJECTION, "v + m × (tT - t)", projected, v=v, m=change.per_year, tT=target.at, t=t
    )
    missed = 100 * (target.value - projected) / (target.value - v)
    miss = step("M", _MISS, "100 × (T - Z) / (T - v)", missed, T=target.value, Z=projected, v=v)
    grade = _grade(missed, course.sign * change.per_year)
    return MethodVerdict(Method.D5, grade, (change.working, projection, miss))


def _grade(missed: Fraction, drift: Fraction) -> Grade:
    if drift <= 0:
        return STORM if drift < 0 else STILL
    if missed < 5:
        return SUN
    return SUN_AND_CLOUD if missed <= 20 else CLOUD


def _direction_only(course: Trajectory) -> MethodResult:
    run, change = _run(course), _yearly_change(course)
    if change is None:
        return Refused(
            Method.D5, RefusalReason.SINGLE_VALUE if len(course.points) < 2 else RefusalReason.FEW_YEARS
        )
    last = AnnualChange(run[-2], run[-1])
    mean_is_right, last_is_right = (course.sign * one.per_year > 0 for one in (change, last))
    if mean_is_right:
        grade = RISING if last_is_right else TURNED_AWAY
    else:
        grade = TURNED_BACK if last_is_right else FALLING
    return MethodVerdict(Method.D5, grade, (change.working, last.working))


def _next_goal(course: Trajectory) -> Point:
    return next((goal for goal in course.goals if goal.year > course.latest.year), course.target)


def _yearly_change(course: Trajectory) -> AnnualChange | None:
    run = _run(course)
    return AnnualChange(run[0], run[-1]) if len(run) >= FEWEST else None


def _run(course: Trajectory) -> tuple[Point, ...]:
    """Return the last values of consecutive calendar years, at most six, each set at its year's end."""
    by_year = {point.year: point.value for point in course.points}
    newest = course.latest.year
    years = range(newest, newest - WINDOW - 1, -1)
    gap = next((nth for nth, year in enumerate(years) if year not in by_year), len(years))
    return tuple(Point(Fraction(year), by_year[year]) for year in reversed(years[:gap]))
