"""Urgent matters: what is overdue, what is due by the next rakor, what clashes, and what nobody works on."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from serang_plan.analysis.actions.schedule import Scheduled, schedule
from serang_plan.analysis.duties.coverage import needs_action
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.model.plan import Plan

if TYPE_CHECKING:
    from serang_plan.analysis.actions.precedence import Loop
    from serang_plan.analysis.actions.precedence_conflicts import OrderClash
    from serang_plan.analysis.duties.decision_life import DecisionLife

_SOON = timedelta(days=30)
"""What counts as due where no rakor is coming."""


class UrgentDecisions(NamedTuple):
    """The open decisions of rakor that somebody must look at, the latest first."""

    overdue: "tuple[DecisionLife, ...]" = ()
    due: "tuple[DecisionLife, ...]" = ()
    undated: "tuple[DecisionLife, ...]" = ()


class UrgentMatters(NamedTuple):
    """What cannot wait."""

    rakor: date | None
    """The day of the next one, if one is known."""
    by: date
    """Until when something counts as due: the next rakor, or a month from now."""
    decisions: UrgentDecisions
    overdue_actions: tuple[Scheduled, ...]
    due_actions: tuple[Scheduled, ...]
    clashes: "tuple[OrderClash, ...]"
    loops: "tuple[Loop, ...]"
    without_action: tuple[str, ...]
    """Indicators that are neither met nor declared met, and that no open action serves."""


def urgent_matters(plan: Plan, verdicts: Iterable[Verdict]) -> UrgentMatters:
    """Gather it; what that takes is loaded if the plan has such things."""
    rakor = _coming_day(plan)
    by = rakor or plan.as_of + _SOON
    actions = tuple(action for action in schedule(plan) if action.is_open)
    clashes, loops = _clashes(plan) if any(action.action.needs for action in actions) else ((), ())
    return UrgentMatters(
        rakor,
        by,
        _decisions(plan, by) if plan.rakor else UrgentDecisions(),
        tuple(sorted((action for action in actions if action.late), key=_finish)),
        tuple(sorted((action for action in actions if plan.as_of <= _finish(action) <= by), key=_finish)),
        clashes,
        loops,
        _without(actions, verdicts) if is_read_in_full(plan, "actions") else (),
    )


def _coming_day(plan: Plan) -> date | None:
    if not plan.rakor:
        return None
    from serang_plan.analysis.rakor.meetings import coming_day

    return coming_day(plan)


def _decisions(plan: Plan, by: date) -> UrgentDecisions:
    from serang_plan.analysis.duties.decision_life import DecisionState, decision_lives

    waiting = [
        life for life in decision_lives(plan) if life.is_open and life.state is not DecisionState.REPORTED
    ]
    overdue = [life for life in waiting if life.is_overdue]
    due = [life for life in waiting if life.due is not None and plan.as_of <= life.due <= by]
    return UrgentDecisions(
        tuple(sorted(overdue, key=lambda life: -life.days_past_due)),
        tuple(sorted(due, key=lambda life: life.due or by)),
        tuple(life for life in waiting if life.due is None),
    )


def _finish(action: Scheduled) -> date:
    return action.finish.last if action.finish else date.max


def _clashes(plan: Plan) -> "tuple[tuple[OrderClash, ...], tuple[Loop, ...]]":
    from serang_plan.analysis.coordination.interdependence import interdependence

    facts = interdependence(plan)
    return facts.order_clashes, facts.loops


def _without(actions: Iterable[Scheduled], verdicts: Iterable[Verdict]) -> tuple[str, ...]:
    served = {code for action in actions for code in action.indicators}
    lacking = (verdict.indicator.code for verdict in verdicts if needs_action(verdict))
    return tuple(code for code in lacking if code not in served)
