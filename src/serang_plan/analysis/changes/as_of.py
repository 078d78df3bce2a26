"""Known: a plan without what was published, announced, agreed or reported after its own date."""

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
        indicators=[_indicator(plan, one) for one in plan.indicators],
        actions=[_action(plan, one) for one in known.actions],
        claims=[one for one in plan.claims if one.date is None or one.date.last <= plan.as_of],
        sources=[one for one in plan.sources if one.published is None or one.published.last <= plan.as_of],
    )


def _indicator(plan: Plan, one: Indicator) -> Indicator:
    declared = one.declared
    later = declared is not None and declared.date is not None and declared.date > plan.as_of
    return one.model_copy(
        update={
            "measurements": tuple(each for each in one.measurements if known_from(plan, each) <= plan.as_of),
            "threshold": threshold_in_force(plan, one),
            "declared": None if later else declared,
        }
    )


def _action(plan: Plan, one: Action) -> Action:
    moves = tuple(each for each in one.moves if each.known is None or each.known.first <= plan.as_of)
    put_off_later = one.status == "geser" and one.moves and not moves
    update = {"moves": moves, "status": "rencana"} if put_off_later else {"moves": moves}
    return one.model_copy(update=update)
