"""D6: where an indicator stands and what is expected of it, as UN ESCAP does."""

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
from serang_plan.analysis.indicators.progress.trajectory import Trajectory, nothing_to_compare, obstacle
from serang_plan.analysis.indicators.progress.workings import Step, step
from serang_plan.wording import Text

REACHED = Grade("reached", Text("tercapai", "reached"), Side.REACHED)
EXPECTED = Grade("expected", Text("diperkirakan tercapai", "expected to be reached"), Side.ENOUGH)
UNCLASSED = Grade("unclassed", Text("belum tercapai, tanpa kelas", "not reached, no class"), Side.OPEN)
REGRESSION = Grade("regression", Text("mundur", "regression"), Side.AWAY)

_STATUS = Text("indeks status: 0 sama dengan awal, 10 tercapai", "status index: 0 as at first, 10 reached")
_EXPECTED = Text("nilai yang diperkirakan pada tahun target", "value expected in the target year")
_GAP = Text(
    "kekurangan yang diperkirakan, persen dari jarak awal", "expected shortfall, per cent of the first gap"
)
_NO_CLASS = Text(
    "Batas kelas ESCAP (10 dan 100%) belum dikonfirmasi dari sumbernya, jadi kelasnya tidak disebut.",
    "The limits of ESCAP's classes (10 and 100%) are not confirmed from the source, so no class is named.",
)
_STRAIGHT = Text(
    "Perkiraannya garis lurus dari nilai awal dan terakhir; bobot regresi ESCAP belum dikonfirmasi.",
    "The expectation is a straight line from first to newest value; ESCAP's weights are not confirmed.",
)


def judge(trajectory: Trajectory) -> MethodResult:
    """Give the current status index, and the shortfall to be expected in the target year.

    Source: UN ESCAP, progress assessment methodology, and UNECE's technical notes, of which the opening
    parts were read: the status index, the shortfall, "negative is regression, 10 is done". The weights of
    the regression and the limits of the classes are not confirmed: a straight line stands for the one,
    and no class is given for the other.
    """
    reason = nothing_to_compare(trajectory)
    if reason is not None:
        return Refused(Method.D6, reason)
    reason = obstacle(trajectory)
    if trajectory.is_reached:
        status = () if reason is not None else (_status_step(trajectory),)
        return MethodVerdict(Method.D6, REACHED, (*status, step("G", _GAP, "0", 0)))
    if reason is not None:
        return Refused(Method.D6, reason)
    return _expectation(trajectory)


def _expectation(trajectory: Trajectory) -> MethodVerdict:
    status, ahead = _status_step(trajectory), _ahead_step(trajectory)
    gap = _gap_step(trajectory, ahead.result)
    steps = (status, ahead, gap)
    if status.result < 0:
        return MethodVerdict(Method.D6, REGRESSION, steps, (_STRAIGHT,))
    if gap.result == 0:
        return MethodVerdict(Method.D6, EXPECTED, steps, (_STRAIGHT,))
    return MethodVerdict(Method.D6, UNCLASSED, steps, (_STRAIGHT, _NO_CLASS))


def _status_step(trajectory: Trajectory) -> Step:
    base, distance = trajectory.base.value, abs(trajectory.target.value - trajectory.base.value)
    status = 10 * trajectory.sign * (trajectory.latest.value - base) / distance
    return trajectory.step("I", _STATUS, "10 × d × (v - b) / |T - b|", status).beside(0, 10)


def _ahead_step(trajectory: Trajectory) -> Step:
    v, b, T = trajectory.latest, trajectory.base, trajectory.target  # noqa: N806
    ahead = v.value + (v.value - b.value) / trajectory.years * (T.at - v.at)
    return trajectory.step("Z", _EXPECTED, "v + (v - b) / (t - t0) × (tT - t)", ahead).beside(T.value)


def _gap_step(trajectory: Trajectory, ahead: Fraction) -> Step:
    b, T = trajectory.base.value, trajectory.target.value  # noqa: N806
    if trajectory.sign * ahead >= trajectory.sign * T:
        return step("G", _GAP, "0", 0)
    return trajectory.step("G", _GAP, "100 × |T - Z| / |T - b|", 100 * abs(T - ahead) / abs(T - b), Z=ahead)
