"""Deadlines: by when something is needed, as far as the plan says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.model.plan import Plan


class Deadline(NamedTuple):
    """The year by whose end an indicator has to reach something."""

    year: int
    code: str
    is_target: bool
    """Whether it is that of a yearly target, and not of the threshold itself."""


def deadline_of(plan: Plan, verdict: Verdict) -> Deadline | None:
    """Return by when the threshold is due, also if that has passed; else the next year that has a target."""
    code, threshold = verdict.indicator.code, verdict.threshold
    if threshold is not None and threshold.due is not None:
        return Deadline(threshold.due, code, is_target=False)
    years = [target.year for target in verdict.indicator.targets if target.year >= plan.as_of.year]
    return Deadline(min(years), code, is_target=True) if years else None


def nearest(plan: Plan, verdicts: Iterable[Verdict]) -> Deadline | None:
    """Return the first deadline of some indicators that has not passed."""
    deadlines = (deadline_of(plan, verdict) for verdict in verdicts)
    ahead = (deadline for deadline in deadlines if deadline and deadline.year >= plan.as_of.year)
    return min(ahead, key=lambda deadline: deadline.year, default=None)
