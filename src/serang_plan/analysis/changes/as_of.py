"""As of: a plan without what was published, announced, agreed or reported after its own date."""

from __future__ import annotations

from serang_plan.analysis.changes.known_records import known_records as _as_known
from serang_plan.analysis.changes.known_records import known_schedule
from serang_plan.analysis.indicators.evidence import known_from, threshold_in_force
from serang_plan.model.action import Action
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan


def as_known(plan: Plan) -> Plan:
    """Return the plan as it would have been written on its date; targets, which bear no date, stay."""
    known = _as_known(plan, known_schedule(plan))
    return known.with_records(
        indicators=[_indicator(plan, indicator) for indicator in plan.indicators],
        actions=[_action(plan, action) for action in known.actions],
        claims=[claim for claim in plan.claims if claim.date is None or claim.date.last <= plan.as_of],
        sources=[
            source
            for source in plan.sources
            if source.published is None or source.published.last <= plan.as_of
        ],
    )


def _indicator(plan: Plan, indicator: Indicator) -> Indicator:
    declared = indicator.declared
    later = declared is not None and declared.date is not None and declared.date > plan.as_of
    return indicator.model_copy(
        update={
            "measurements": tuple(
                measurement
                for measurement in indicator.measurements
                if known_from(plan, measurement) <= plan.as_of
            ),
            "threshold": threshold_in_force(plan, indicator),
            "declared": None if later else declared,
        }
    )


def _action(plan: Plan, action: Action) -> Action:
    moves = tuple(move for move in action.moves if move.known is None or move.known.first <= plan.as_of)
    put_off_later = action.status == "geser" and action.moves and not moves
    update = {"moves": moves, "status": "rencana"} if put_off_later else {"moves": moves}
    return action.model_copy(update=update)
