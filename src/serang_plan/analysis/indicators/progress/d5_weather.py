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
from serang_plan.wording import Text

_LIMITS = (5, 20)
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


def judge(trajectory: Trajectory) -> MethodResult:
    """Carry the mean change on to the next target year: a miss of 5 and of 20 per cent are the limits.

    Source: Destatis, indicator status of the German sustainability strategy
    (`Nachhaltige-Entwicklung-Deutschland/open-sdg-site-starter` _pages/en/status.md). What has been
    reached once is judged by the rule for targets to be maintained, from two values on. A projection
    beyond the target counts as reached.
    """
    if not trajectory.points:
        return Refused(Method.D5, RefusalReason.NO_VALUE)
    if trajectory.binary:
        return Refused(Method.D5, RefusalReason.BINARY)
    if not trajectory.goals:
        return _direction_only(trajectory)
    trajectory = trajectory._replace(goals=(_next_goal(trajectory),))
    if trajectory.is_reached or trajectory.began_good:
        return _maintained(trajectory)
    return _dated(trajectory)


def _maintained(trajectory: Trajectory) -> MethodVerdict:
    """Judge a target that has been reached once: is it kept?"""
    change = recent_change(trajectory)
    if change is None:
        return MethodVerdict(Method.D5, MET_ONCE)
    drift = trajectory.sign * change.per_year
    grades = (KEPT, SLIPPING) if trajectory.is_reached else (LOST, LEAVING)
    remarks = () if len(_consecutive_years(trajectory)) >= FEWEST else (_FEW,)
    return MethodVerdict(Method.D5, grades[drift < 0], (change.working,), remarks)


def _dated(trajectory: Trajectory) -> MethodResult:
    if trajectory.latest.year >= trajectory.target.year:
        return Refused(Method.D5, RefusalReason.TARGET_PAST)
    yearly = trajectory._replace(points=_consecutive_years(trajectory))
    if len(yearly.points) < FEWEST:
        return _too_few(trajectory)
    change, target, latest = AnnualChange(yearly.base, yearly.latest), yearly.target, yearly.latest
    projected = latest.value + change.per_year * (target.at - latest.at)
    projection = yearly.step("Z", _PROJECTION, "v + m × (tT - t)", projected, m=change.per_year).beside(
        target.value
    )
    missed = 100 * (target.value - projected) / (target.value - latest.value)
    miss = yearly.step("M", _MISS, "100 × (T - Z) / (T - v)", missed, Z=projected).beside(*_LIMITS)
    grade = _grade(missed, trajectory.sign * change.per_year)
    return MethodVerdict(Method.D5, grade, (change.working, projection, miss))


def _too_few(trajectory: Trajectory) -> Refused:
    single = len(trajectory.points) < 2
    return Refused(Method.D5, RefusalReason.SINGLE_VALUE if single else RefusalReason.FEW_YEARS)


def _grade(missed: Fraction, drift: Fraction) -> Grade:
    if drift <= 0:
        return STORM if drift < 0 else STILL
    sunny, fair = _LIMITS
    if missed < sunny:
        return SUN
    return SUN_AND_CLOUD if missed <= fair else CLOUD


def _direction_only(trajectory: Trajectory) -> MethodResult:
    points = _consecutive_years(trajectory)
    if len(points) < FEWEST:
        return _too_few(trajectory)
    mean, last = AnnualChange(points[0], points[-1]), AnnualChange(points[-2], points[-1])
    mean_is_right, last_is_right = (trajectory.sign * change.per_year > 0 for change in (mean, last))
    if mean_is_right:
        grade = RISING if last_is_right else TURNED_AWAY
    else:
        grade = TURNED_BACK if last_is_right else FALLING
    return MethodVerdict(Method.D5, grade, (mean.working, last.working))


def _next_goal(trajectory: Trajectory) -> Point:
    return next((goal for goal in trajectory.goals if goal.year > trajectory.latest.year), trajectory.target)


def _consecutive_years(trajectory: Trajectory) -> tuple[Point, ...]:
    """Return the last values of consecutive calendar years, at most six, each set at its year's end."""
    by_year = {point.year: point.value for point in trajectory.points}
    newest = trajectory.latest.year
    years = range(newest, newest - WINDOW - 1, -1)
    gap = next((nth for nth, year in enumerate(years) if year not in by_year), len(years))
    return tuple(Point(Fraction(year), by_year[year]) for year in reversed(years[:gap]))
