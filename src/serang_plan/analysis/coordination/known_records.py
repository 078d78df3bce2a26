"""Known records: what has begun by the plan's date, as it was known then, in the order of its codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from serang_plan.analysis.actions.schedule import ActionState, Scheduled, schedule
from serang_plan.analysis.duties.succession import start_of
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.model.action import Action
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


def known_schedule(plan: Plan) -> tuple[Scheduled, ...]:
    """Return the actions that were known on the plan's date, in the order of their codes."""
    return tuple(sorted(schedule(plan), key=lambda scheduled: code_order(scheduled.code)))


def known_records(plan: Plan, known: Iterable[Scheduled]) -> Plan:
    """Return the plan without what was announced, agreed, reported or changed after its date."""
    plan = known_plan(plan)
    begun = (assignment for assignment in plan.assignments if start_of(assignment) <= plan.as_of)
    assignments: list[Assignment] = sorted(begun, key=_in_turn)
    return plan.with_records(
        actions=[_action(scheduled) for scheduled in known],
        assignments=assignments,
        rakor=[rakor for rakor in plan.rakor if rakor.date <= plan.as_of],
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
    if scheduled.is_open and action.status == "selesai":
        return _with(action, status=None, done=None)
    return action


def _with(action: Action, **fields: Any) -> Action:
    return action.model_copy(update=fields)
