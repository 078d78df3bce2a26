"""Duties: who leads, supports or joins in, and what each OPD then has to carry."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.changes.both_states import BothStates, Details, gone, now
from serang_plan.analysis.changes.change import Change, HeldDuty, What
from serang_plan.analysis.duties.leads import assignments_on, leads_on
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan

_I = "indicators"


def duty_changes(sides: BothStates, code: str) -> Iterator[Change]:
    """Give what happened to the duties of one indicator; before and after are the duties that differ."""
    old, new = _assignments(sides, code)
    if _unread(sides, code):
        return
    record = sides.after.indicator_by_code[code]
    for what, field in ((What.LEAD, "lead"), (What.SUPPORT, "support"), (What.PARTNERS, "partners")):
        had, has = dict(_duties(old, field)), dict(_duties(new, field))
        left = tuple(duty for duty in had if duty not in has)
        came = tuple(duty for duty in has if duty not in had)
        if left or came:
            who = dict.fromkeys(duty.code for duty in (*left, *came) if what is not What.PARTNERS)
            made, holder = (now, has[came[0]]) if came else (gone, had[left[0]])
            change = made(what, _I, code, holder, field, before=left, after=came, who=tuple(who))
            yield change._replace(record=record)
    yield from (basis._replace(record=record) for basis in _bases(old, new, code))


def unread_duties(sides: BothStates) -> Iterator[str]:
    """Give the indicators whose duties differ, perhaps only because one of them could not be read."""
    named = (plan.assignments_by_indicator for plan in sides)
    yield from (code for code in dict.fromkeys(chain(*named)) if _unread(sides, code))


def _unread(sides: BothStates, code: str) -> bool:
    old, new = _assignments(sides, code)
    return old != new and sides.was_refused("assignments", code)


def _assignments(sides: BothStates, code: str) -> Iterator[tuple[Assignment, ...]]:
    return (plan.assignments_by_indicator.get(code, ()) for plan in sides)


def _duties(assignments: tuple[Assignment, ...], field: str) -> Iterator[tuple[HeldDuty, Assignment]]:
    for assignment in assignments:
        named = getattr(assignment, field)
        for code in (named,) if isinstance(named, str) else named or ():
            yield HeldDuty(code, assignment.from_, assignment.until), assignment


def _bases(old: tuple[Assignment, ...], new: tuple[Assignment, ...], code: str) -> Iterator[Change]:
    """Give the duties that were a proposal and are decided now, or the other way round."""
    before = {(assignment.lead, assignment.from_, assignment.until): assignment for assignment in old}
    for assignment in new:
        was = before.get((assignment.lead, assignment.from_, assignment.until))
        if was is not None and was.basis != assignment.basis:
            more: Details = {"before": was.basis, "after": assignment.basis, "who": assignment.lead}
            yield now(What.DUTY_BASIS, _I, code, assignment, "basis", **more)


# -- what each OPD carries --------------------------------------------------------------------


class DutyLoad(NamedTuple):
    """What one OPD carries on a plan's date: indicators that it leads or supports, actions not yet over."""

    leads: int = 0
    supports: int = 0
    actions: int = 0


class LoadChange(NamedTuple):
    """One OPD whose load is another."""

    opd: str
    before: DutyLoad
    after: DutyLoad


def load_changes(sides: BothStates) -> tuple[LoadChange, ...]:
    """Return the OPD that carry something else on the plans' dates, in the order of the files."""
    old, new = _loads(sides.before), _loads(sides.after)
    codes = dict.fromkeys((*sides.after.opd_by_code, *sides.before.opd_by_code, *new, *old))
    changes = (LoadChange(code, old.get(code, DutyLoad()), new.get(code, DutyLoad())) for code in codes)
    return tuple(change for change in changes if change.before != change.after)


def _loads(plan: Plan) -> dict[str, DutyLoad]:
    leads: Counter[str] = Counter()
    supports: Counter[str] = Counter()
    for code in plan.indicator_by_code:
        leads.update(leads_on(plan, code, plan.as_of))
        supports.update(
            {opd for assignment in assignments_on(plan, code, plan.as_of) for opd in assignment.support}
        )
    actions = Counter(opd.opd for opd in schedule(plan) if opd.is_open and opd.opd is not None)
    return {
        code: DutyLoad(leads[code], supports[code], actions[code])
        for code in dict.fromkeys((*leads, *sorted(supports), *actions))
    }
