"""Progress: eight published methods beside each other, the one that decides, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from serang_plan.analysis.indicators.progress import (
    d1_gap_closed,
    d2_eurostat,
    d3_open_sdg,
    d4_unsd,
    d5_weather,
    d6_escap,
    d7_sdg_index,
    d8_capaian,
)
from serang_plan.analysis.indicators.progress.annual_change import AnnualChange, recent_change
from serang_plan.analysis.indicators.progress.d9_default import MethodChoice, decide
from serang_plan.analysis.indicators.progress.method_result import Method, MethodResult, MethodVerdict, Side
from serang_plan.analysis.indicators.progress.trajectory import Trajectory, trajectory_of
from serang_plan.model.header import Settings
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan


class MethodComparison(NamedTuple):
    """What the methods say of one trajectory."""

    trajectory: Trajectory
    outcomes: Mapping[Method, MethodResult]
    decision: MethodChoice
    change: AnnualChange | None
    """The recent change, if there are two values."""


def progress(plan: Plan, indicator: Indicator) -> MethodComparison:
    """Judge an indicator's trajectory by every method, as known on the plan's date."""
    return judge(trajectory_of(plan, indicator), plan.settings)


def judge(trajectory: Trajectory, settings: Settings) -> MethodComparison:
    """Judge a trajectory by every method."""
    outcomes = {outcome.method: outcome for outcome in _each(trajectory, settings)}
    return MethodComparison(trajectory, outcomes, decide(trajectory, outcomes), recent_change(trajectory))


def _each(trajectory: Trajectory, settings: Settings) -> Iterator[MethodResult]:
    yield d1_gap_closed.judge(trajectory)
    yield d2_eurostat.judge(trajectory)
    yield d3_open_sdg.judge(trajectory)
    yield d4_unsd.judge(trajectory)
    yield d5_weather.judge(trajectory)
    yield d6_escap.judge(trajectory)
    yield d7_sdg_index.judge(trajectory)
    yield d8_capaian.judge(trajectory, settings)


def sides(found: MethodComparison) -> dict[Side, tuple[Method, ...]]:
    """Return which methods lean where; they disagree if there is more than one side.

    What is reached and what will be is one side; who answers another question is on none.
    """
    leaning: dict[Side, list[Method]] = {Side.ENOUGH: [], Side.SLOW: [], Side.AWAY: []}
    for method, outcome in found.outcomes.items():
        if isinstance(outcome, MethodVerdict) and outcome.grade.side is not Side.OPEN:
            lean = outcome.grade.side
            leaning[Side.ENOUGH if lean is Side.REACHED else lean].append(method)
    return {lean: tuple(methods) for lean, methods in leaning.items() if methods}
