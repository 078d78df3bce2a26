"""Progress: eight published methods beside each other, the one that decides, and where they disagree."""

from __future__ import annotations

from collections.abc import Mapping
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
from serang_plan.analysis.lookups.grouping import grouped
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
    results = (*(method.judge(trajectory) for method in _METHODS), d8_capaian.judge(trajectory, settings))
    outcomes = {result.method: result for result in results}
    return MethodComparison(trajectory, outcomes, decide(trajectory, outcomes), recent_change(trajectory))


_METHODS = (d1_gap_closed, d2_eurostat, d3_open_sdg, d4_unsd, d5_weather, d6_escap, d7_sdg_index)


def sides(comparison: MethodComparison) -> dict[Side, tuple[Method, ...]]:
    """Return which methods lean where; they disagree if there is more than one side.

    What is reached and what will be is one side; who answers another question is on none.
    """
    verdicts = [result for result in comparison.outcomes.values() if isinstance(result, MethodVerdict)]
    methods = grouped(
        (Side.ENOUGH if verdict.grade.side is Side.REACHED else verdict.grade.side, verdict.method)
        for verdict in verdicts
    )
    return {side: methods[side] for side in (Side.ENOUGH, Side.SLOW, Side.AWAY) if side in methods}
