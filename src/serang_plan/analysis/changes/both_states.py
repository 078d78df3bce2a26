"""Both states: both states of the plan, and who answers for what in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypedDict, Unpack

from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.duties.leads import leads_on
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY
from serang_plan.model.record import Record


class Details(TypedDict, total=False):
    """What a change tells beside what happened and where; `who` may be everybody, who is nobody."""

    before: object
    after: object
    year: int | None
    reason: str | None
    who: str | Iterable[str] | None


class BothStates(NamedTuple):
    """The state before, under the codes of the state after, and the state after."""

    before: Plan
    after: Plan

    def leads(self, indicator: str) -> tuple[str, ...]:
        """Return who leads an indicator now, or led it before it was gone."""
        return leads_on(self.after, indicator, self.after.as_of) or leads_on(
            self.before, indicator, self.before.as_of
        )

    def without(self, unread: Iterable[tuple[str, str]]) -> BothStates:
        """Return both states without what could not be read in one of them, and without its duties."""
        left_out = frozenset(unread)
        return BothStates(*(_without(plan, left_out) for plan in self))

    def was_refused(self, section: str, code: str) -> bool:
        """Whether a record that is missing in one of the states may only have been unreadable there."""
        return self.before.was_refused(section, code) or self.after.was_refused(section, code)


def _without(plan: Plan, left_out: frozenset[tuple[str, str]]) -> Plan:
    if not left_out:
        return plan
    return plan.with_records(
        indicators=(
            indicator for indicator in plan.indicators if ("indicators", indicator.code) not in left_out
        ),
        actions=(action for action in plan.actions if ("actions", action.code) not in left_out),
        stages=(stage for stage in plan.stages if ("stages", str(stage.year)) not in left_out),
        assignments=(
            assignment
            for assignment in plan.assignments
            if ("assignments", assignment.indicator) not in left_out
        ),
    )


def now(
    what: What, section: str, code: str, record: Record, *keys: str | int, **more: Unpack[Details]
) -> Change:
    """Return a change that is written in the state after."""
    return _known(Change(what, section, code, record, record.at(*keys)), more)


def gone(
    what: What, section: str, code: str, record: Record, *keys: str | int, **more: Unpack[Details]
) -> Change:
    """Return a change of which only the state before has something written."""
    return _known(Change(what, section, code, record, record.at(*keys), in_before=True), more)


def _known(change: Change, more: Details) -> Change:
    who = more.get("who") or ()
    named = (who,) if isinstance(who, str) else who
    return change._replace(
        before=more.get("before"),
        after=more.get("after"),
        year=more.get("year"),
        reason=more.get("reason"),
        who=tuple(code for code in named if code and code != EVERYBODY),
    )


def reason_anew(before: str | None, after: str | None) -> str | None:
    """Return a reason that was not there before: one that was, explained an earlier change."""
    return after if after is not None and after != before else None
