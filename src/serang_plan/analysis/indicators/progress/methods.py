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
from serang_plan.analysis.indicators.progress.annual_change import Change, recent_change
from serang_plan.analysis.indicators.progress.d9_default import Decision, decide
from serang_plan.analysis.indicators.progress.method_result import Judged, Lean, Method, Outcome
from serang_plan.analysis.indicators.progress.trajectory import Course, course_of
from serang_plan.model.header import Settings
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan


class Progress(NamedTuple):
    """What the methods say of one course."""

    course: Course
    outcomes: Mapping[Method, Outcome]
    decision: Decision
    change: Change | None
    """The recent change, if there are two values."""


def progress(plan: Plan, indicator: Indicator) -> Progress:
    """Judge an indicator's course by every method, as known on the plan's date."""
    return judge(course_of(plan, indicator), plan.settings)


def judge(course: Course, settings: Settings) -> Progress:
    """Judge a course by every method."""
    outcomes = {outcome.method: outcome for outcome in _each(course, settings)}
    return Progress(course, outcomes, decide(course, outcomes), recent_change(course))


def _each(course: Course, settings: Settings) -> Iterator[Outcome]:
    yield d1_gap_closed.judge(course)
    yield d2_eurostat.judge(course)
    yield d3_open_sdg.judge(course)
    yield d4_unsd.judge(course)
    yield d5_weather.judge(course)
    yield d6_escap.judge(course)
    yield d7_sdg_index.judge(course)
    yield d8_capaian.judge(course, settings)


def sides(found: Progress) -> dict[Lean, tuple[Method, ...]]:
    """Return which methods lean where; they disagree if there is more than one side.

    What is reached and what will be is one side; who answers another question is on none.
    """
    leaning: dict[Lean, list[Method]] = {Lean.ENOUGH: [], Lean.SLOW: [], Lean.AWAY: []}
    for method, outcome in found.outcomes.items():
        if isinstance(outcome, Judged) and outcome.grade.lean is not Lean.OPEN:
            lean = outcome.grade.lean
            leaning[Lean.ENOUGH if lean is Lean.REACHED else lean].append(method)
    return {lean: tuple(methods) for lean, methods in leaning.items() if methods}
