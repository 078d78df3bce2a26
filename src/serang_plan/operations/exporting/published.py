"""Published: the plan without what is not for everybody yet."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.analysis.known.public_plan import known_to_everybody
from serang_plan.model.plan import Plan


class PublishedPlan(NamedTuple):
    """What goes out, and how many figures and meetings do not."""

    plan: Plan
    figures_left_out: int
    meetings_left_out: int


def published(plan: Plan) -> PublishedPlan:
    """Return what may be shown of a plan as known on its day; nothing of the plan is hidden yet."""
    known, public = known_plan(plan), known_to_everybody(plan)
    return PublishedPlan(public, _figures(known) - _figures(public), len(known.rakor) - len(public.rakor))


def _figures(plan: Plan) -> int:
    return sum(
        len(records)
        for indicator in plan.indicators
        for records in (indicator.measurements, indicator.all_thresholds, indicator.targets)
    )
