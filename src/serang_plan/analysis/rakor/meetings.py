"""Meetings: which rakor comes next, and in which state each one is."""

from __future__ import annotations

from datetime import date

from serang_plan.model.plan import Plan
from serang_plan.model.rakor import MeetingState, Rakor


def coming_rakor(plan: Plan) -> Rakor | None:
    """Return the next rakor on or after the plan's date that is not over, if one is known."""
    return next(
        (rakor for rakor in plan.rakor if rakor.date >= plan.as_of and state_of(plan, rakor) != "selesai"),
        None,
    )


def coming_day(plan: Plan) -> date | None:
    """Return the day of the next rakor, if one is known."""
    rakor = coming_rakor(plan)
    return rakor.date if rakor else None


def state_of(plan: Plan, rakor: Rakor) -> MeetingState:
    """Return in which state a rakor is: what is written, or else by its date and whether it is closed."""
    if rakor.closed is not None or rakor.state == "selesai":
        return "selesai"
    if rakor.date > plan.as_of:
        return "rencana"
    return rakor.state or "selesai"
