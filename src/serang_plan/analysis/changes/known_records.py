"""Known records: the plan as it was known on its date, in the order of its codes, without what came later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from serang_plan.analysis.actions.schedule import ActionState, Scheduled, schedule
from serang_plan.analysis.duties.succession import start_of
from serang_plan.model.action import Action
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor
from serang_plan.wording import code_order


def known_schedule(plan: Plan) -> tuple[Scheduled, ...]:
    """Return the actions that were known on the plan's date, in the order of their codes."""
    return tuple(sorted(schedule(plan), key=lambda scheduled: code_order(scheduled.code)))


def known_records(plan: Plan, known: Iterable[Scheduled]) -> Plan:
    """Return the plan without what was announced, agreed, reported or changed after its date."""
    begun = (scheduled for scheduled in plan.assignments if start_of(scheduled) <= plan.as_of)
    assignments: list[Assignment] = sorted(begun, key=_in_turn)
    return plan.with_records(
        actions=[_action(scheduled) for scheduled in known],
        assignments=assignments,
        rakor=[_rakor(plan, scheduled) for scheduled in plan.rakor if scheduled.date <= plan.as_of],
    )


def _in_turn(assignment: Assignment) -> tuple[object, ...]:
    return (
        code_order(assignment.indicator),
        start_of(assignment),
        assignment.lead or "",
        assignment.support,
        assignment.partners,
    )


def _action(scheduled: Scheduled) -> Action:
    """Return an action whose status says what was known: what was done later is not done."""
    action = scheduled.action
    if scheduled.state is ActionState.DONE and action.status != "selesai":
        return _with(action, status="selesai")
    if scheduled.is_open and (action.status == "selesai" or action.done is not None):
        return _with(action, status=None, done=None)
    return action


def _with(action: Action, **fields: Any) -> Action:
    return action.model_copy(update=fields)


def _rakor(plan: Plan, rakor: Rakor) -> Rakor:
    decisions = tuple(_decision(plan, decision) for decision in rakor.decisions)
    return rakor if decisions == rakor.decisions else rakor.model_copy(update={"decisions": decisions})


def _decision(plan: Plan, decision: Decision) -> Decision:
    """Return a decision without a report that came later; how it stood before, nobody wrote down."""
    if decision.updated is None or decision.updated <= plan.as_of:
        return decision
    return decision.model_copy(update={"status": None, "updated": None, "evidence": None, "note": None})
