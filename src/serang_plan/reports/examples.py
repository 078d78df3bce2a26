"""Examples: a change that can be tried on this very plan."""

from __future__ import annotations

from serang_plan.analysis.actions.schedule import schedule
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


def a_change(plan: Plan) -> str | None:
    """Return an option for `simulate` that means something here: the next open action, a year later."""
    open_ = [action for action in schedule(plan) if action.is_open and action.finish is not None]
    if open_:
        first = min(open_, key=lambda action: (action.late, action.finish, code_order(action.code)))
        return f"--delay {first.code}:+1"
    codes = sorted((action.code for action in schedule(plan) if action.is_open), key=code_order)
    return f"--drop {codes[0]}" if codes else None
