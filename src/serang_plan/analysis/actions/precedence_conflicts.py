"""Precedence conflicts: actions that begin before what they need is ready, and the smallest remedy."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Need, NeedOrder, expected_start
from serang_plan.analysis.actions.precedence import is_late
from serang_plan.analysis.actions.schedule import Scheduled, months_on, period_around
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.wording import code_order


class Shift(NamedTuple):
    """An action at other times; without a finish of its own it has only another start."""

    scheduled: Scheduled
    start: When | None
    finish: When | None

    @property
    def to(self) -> When:
        """The time that must be written."""
        time = self.finish or self.start
        assert time is not None
        return time

    @property
    def days(self) -> int:
        """How far it is moved, either way."""
        before = self.scheduled.finish if self.finish else self.scheduled.start
        return abs((self.to.last - before.last).days) if before else 0

    @property
    def is_earlier(self) -> bool:
        """Whether it is to be finished earlier, and not put off."""
        before, after = self.scheduled.finish, self.finish
        return before is not None and after is not None and after.last < before.last

    @property
    def typed(self) -> str:
        """What to write in the action."""
        if self.finish is None:
            return f"start: {self.to.iso}"
        if self.is_earlier and not self.scheduled.action.moves:
            return f"finish: {self.to.iso}"
        return f"moves: [{{to: {self.to.iso}}}]"


Givers = Mapping[str, tuple[Need, ...]]
"""What each action needs, by its code."""
Remedy = tuple[Shift, ...]
"""A way out of a clash: what is moved, what is needed first before the rest."""


class OrderClash(NamedTuple):
    """Needs that do not come in time, what is needed first before the rest, and the ways out of it."""

    needs: tuple[Need, ...]
    """Those that are late as the plan stands, and those that would be once the others are put off."""
    late: tuple[Need, ...]
    """Those that are late as the plan stands."""
    opd: tuple[str, ...]
    """The OPD that take part, in the order of their codes."""
    smallest: Remedy
    """What moves the fewest actions by the fewest days, so that all come in time; if equal, putting off."""
    alternative: Remedy
    """The other way out, if there is one."""


def _size(remedy: Remedy) -> tuple[int, int]:
    return len(remedy), sum(shift.days for shift in remedy)


def order_clashes(plan: Plan, order: NeedOrder) -> tuple[OrderClash, ...]:
    """Return the clashes, those that hang together as one, by the first time that cannot be kept."""
    givers = grouped((need.taker.code, need) for need in order.needs)
    shifts = _put_off(plan, order.codes, givers)
    late = [need for need in order.needs if is_late(_ready(plan, need, shifts), need.wanted)]
    place = {code: nth for nth, code in enumerate(order.codes)}
    late.sort(key=lambda need: (place[need.taker.code], code_order(need.giver.code)))
    clashes = (_clash(plan, needs, shifts, givers) for needs in _joined(late))
    return tuple(sorted(clashes, key=_first_broken))


def _clash(plan: Plan, needs: Sequence[Need], shifts: Mapping[str, Shift], givers: Givers) -> OrderClash:
    late = tuple(need for need in needs if is_late(need.ready, need.wanted))
    later = tuple(shifts[code] for code in dict.fromkeys(need.taker.code for need in needs))
    earlier = _earlier(plan, late, givers)
    smallest, *others = sorted([later, (earlier,)] if earlier else [later], key=_size)
    return OrderClash(tuple(needs), late, _opd(needs), smallest, others[0] if others else ())


def _opd(needs: Iterable[Need]) -> tuple[str, ...]:
    carriers = {scheduled.opd for need in needs for scheduled in (need.giver, need.taker)}
    return tuple(sorted((code for code in carriers if code is not None), key=code_order))


def _first_broken(clash: OrderClash) -> tuple[object, ...]:
    wanted = min(need.wanted.first for need in clash.late if need.wanted)
    return wanted, *map(code_order, reversed(clash.late[0].codes))


# -- putting off -------------------------------------------------------------------------


def _put_off(plan: Plan, codes: Iterable[str], givers: Givers) -> dict[str, Shift]:
    """Put off every action that would begin too early, what is needed first before the rest.

    Each goes no further than it must. What was not late stays where it is.
    """
    shifts: dict[str, Shift] = {}
    for code in codes:
        readies = ((need, _ready(plan, need, shifts)) for need in givers.get(code, ()))
        late = [ready.first for need, ready in readies if ready is not None and is_late(ready, need.wanted)]
        if late:
            shifts[code] = _begun_after(givers[code][0].taker, max(late))
    return shifts


def _ready(plan: Plan, need: Need, shifts: Mapping[str, Shift]) -> When | None:
    """Return when a giver is ready after it was put off itself; not before the plan's date."""
    shift = shifts.get(need.giver.code)
    if shift is None:
        return need.ready
    if shift.finish is None or shift.finish.last >= plan.as_of:
        return shift.finish
    return When(plan.as_of, plan.as_of)


def _begun_after(scheduled: Scheduled, ready: date) -> Shift:
    """Put an action off until a day; it takes as long as before."""
    before = expected_start(scheduled)
    assert before is not None
    begin = _time_of(ready, before)
    if scheduled.finish is None:
        return Shift(scheduled, begin, None)
    if scheduled.start is None or scheduled.moves:
        return Shift(scheduled, None, begin)
    finish = max(_moved_on(scheduled.finish.last, before, begin), ready)
    return Shift(scheduled, begin, _time_of(finish, scheduled.finish))


def _moved_on(day: date, before: When, after: When) -> date:
    """Return a day as much later as a time is; beyond the end of the calendar there is none."""
    if before.days == 1:
        return day + min(after.first - before.first, date.max - day)
    months = (after.first.year - before.first.year) * 12 + after.first.month - before.first.month
    return months_on(day, months)


def _time_of(day: date, like: When) -> When:
    """Return the day, month, quarter or year in which a day lies, as exact as another time."""
    if like.days == 1:
        return When(day, day)
    return period_around(day, 1 if like.days <= 31 else 3 if like.days <= 92 else 12)


# -- finishing earlier --------------------------------------------------------------------


def _earlier(plan: Plan, late: Sequence[Need], givers: Givers) -> Shift | None:
    """Return the one action that all wait for, finished when the first of them begins, if it can be."""
    giver = late[0].giver
    if any(need.giver.code != giver.code for need in late) or giver.late:
        return None
    wanted = min((need.wanted for need in late if need.wanted), key=lambda when: when.last)
    begun = giver.start is not None and giver.start.first > wanted.last
    waits = any(is_late(need.ready, wanted) for need in givers.get(giver.code, ()))
    possible = wanted.last >= plan.as_of and not begun and not waits
    return Shift(giver, giver.start, wanted) if possible else None


# -- what hangs together --------------------------------------------------------------------


def _joined(needs: Sequence[Need]) -> Iterable[tuple[Need, ...]]:
    """Return the needs in groups: those that share an action, directly or through others."""
    leader: dict[str, str] = {}

    def find(code: str) -> str:
        while leader.setdefault(code, code) != code:
            leader[code] = leader[leader[code]]
            code = leader[code]
        return code

    for need in needs:
        leader[find(need.taker.code)] = find(need.giver.code)
    return grouped((find(need.taker.code), need) for need in needs).values()
