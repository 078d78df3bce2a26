"""Order clashes: actions that begin before what they need is ready, and the smallest move that solves it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Need, NeedOrder, expected_start
from serang_plan.analysis.actions.precedence import is_late
from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.model.plan import Plan
from serang_plan.model.when import When, parse_when
from serang_plan.wording import code_order


class Shift(NamedTuple):
    """An action at other times; without a finish of its own it has only another start."""

    scheduled: Scheduled
    start: When | None
    finish: When | None

    @property
    def to(self) -> When:
        """The time that must be written."""
        found = self.finish or self.start
        assert found is not None
        return found

    @property
    def days(self) -> int:
        """How far it is moved, either way."""
        before = self.scheduled.finish if self.finish else self.scheduled.start
        return abs((self.to.last - before.last).days) if before else 0

    @property
    def is_earlier(self) -> bool:
        """Whether it is to be finished earlier, and not put off."""
        return (
            self.finish is not None
            and self.scheduled.finish is not None
            and (self.finish.last < self.scheduled.finish.last)
        )

    @property
    def typed(self) -> str:
        """What to write in the action."""
        if self.finish is None:
            return f"start: {self.to.iso}"
        if self.is_earlier and not self.scheduled.action.moves:
            return f"finish: {self.to.iso}"
        return f"moves: [{{to: {self.to.iso}}}]"


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
    other: Remedy
    """The other way out, if there is one."""


def _size(way: Remedy) -> tuple[int, int]:
    return len(way), sum(shift.days for shift in way)


def _is_late(need: Need, ready: When | None) -> bool:
    return ready is not None and need.wanted is not None and is_late(ready, need.wanted)


def order_clashes(plan: Plan, order: NeedOrder) -> tuple[OrderClash, ...]:
    """Return the clashes, those that hang together as one, by the first time that cannot be kept."""
    shifts = _put_off(plan, order)
    late = [need for need in order.needs if _is_late(need, _ready(plan, need, shifts))]
    place = {code: nth for nth, code in enumerate(order.codes)}
    givers = _by_taker(order.needs)
    clashes = (_clash(plan, group, shifts, givers, place) for group in _joined(late))
    return tuple(sorted(clashes, key=_first_broken))


def _clash(
    plan: Plan,
    needs: list[Need],
    shifts: Mapping[str, Shift],
    givers: Mapping[str, list[Need]],
    place: Mapping[str, int],
) -> OrderClash:
    needs.sort(key=lambda need: (place[need.taker.code], code_order(need.giver.code)))
    moved = sorted({need.taker.code for need in needs}, key=place.__getitem__)
    late = tuple(need for need in needs if _is_late(need, need.ready))
    later = tuple(shifts[code] for code in moved)
    earlier = _earlier(plan, late, givers)
    smallest, *other = sorted([later, (earlier,)] if earlier else [later], key=_size)
    return OrderClash(tuple(needs), late, _opd(needs), smallest, other[0] if other else ())


def _opd(needs: Iterable[Need]) -> tuple[str, ...]:
    carriers = {one.opd for need in needs for one in (need.giver, need.taker)}
    return tuple(sorted((code for code in carriers if code is not None), key=code_order))


def _first_broken(clash: OrderClash) -> tuple[object, ...]:
    wanted = min(need.wanted.first for need in clash.late if need.wanted)
    return wanted, *(code_order(code) for code in (clash.late[0].taker.code, clash.late[0].giver.code))


# -- putting off -------------------------------------------------------------------------


def _put_off(plan: Plan, order: NeedOrder) -> dict[str, Shift]:
    """Put off every action that would begin too early, what is needed first before the rest.

    Each goes no further than it must. What was not late stays where it is.
    """
    givers = _by_taker(order.needs)
    shifts: dict[str, Shift] = {}
    for code in order.codes:
        readies = ((need, _ready(plan, need, shifts)) for need in givers.get(code, ()))
        late = [ready.first for need, ready in readies if ready is not None and _is_late(need, ready)]
        if late:
            shifts[code] = _begun_after(givers[code][0].taker, max(late))
    return shifts


def _by_taker(needs: Iterable[Need]) -> dict[str, list[Need]]:
    found: dict[str, list[Need]] = defaultdict(list)
    for need in needs:
        found[need.taker.code].append(need)
    return found


def _ready(plan: Plan, need: Need, shifts: Mapping[str, Shift]) -> When | None:
    """Return when a giver is ready after it was put off itself; not before the plan's date."""
    shift = shifts.get(need.giver.code)
    if shift is None:
        return need.ready
    if shift.finish is None or shift.finish.last >= plan.as_of:
        return shift.finish
    return When(plan.as_of, plan.as_of)


def _begun_after(one: Scheduled, ready: date) -> Shift:
    """Put an action off until a day; it takes as long as before."""
    before = expected_start(one)
    assert before is not None
    begin = _time_of(ready, before)
    if one.finish is None:
        return Shift(one, begin, None)
    if one.start is None or one.moves:
        return Shift(one, None, begin)
    finish = max(_moved_on(one.finish.last, before, begin), ready)
    return Shift(one, begin, _time_of(finish, one.finish))


def _moved_on(day: date, before: When, after: When) -> date:
    """Return a day as much later as a time is; beyond the end of the calendar there is none."""
    if before.days == 1:
        return day + min(after.first - before.first, date.max - day)
    months = (after.first.year - before.first.year) * 12 + after.first.month - before.first.month
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    first = date(year, month + 1, 1)
    return first + min(timedelta(days=day.day - 1), timedelta(days=27))


def _time_of(day: date, like: When) -> When:
    """Return the day, month, quarter or year in which a day lies, as exact as another time."""
    if like.days == 1:
        text = day.isoformat()
    elif like.days <= 31:
        text = f"{day.year:04}-{day.month:02}"
    elif like.days <= 92:
        text = f"{day.year:04}-TW{(day.month + 2) // 3}"
    else:
        text = f"{day.year:04}"
    found = parse_when(text)
    assert found is not None
    return found


# -- finishing earlier --------------------------------------------------------------------


def _earlier(plan: Plan, late: Sequence[Need], givers: Mapping[str, list[Need]]) -> Shift | None:
    """Return the one action that all wait for, finished when the first of them begins, if it can be."""
    giver = late[0].giver
    if any(need.giver.code != giver.code for need in late) or giver.late:
        return None
    wanted = min((need.wanted for need in late if need.wanted), key=lambda when: when.last)
    begun = giver.start is not None and giver.start.first > wanted.last
    waits = any(need.ready is not None and is_late(need.ready, wanted) for need in givers.get(giver.code, ()))
    possible = wanted.last >= plan.as_of and not begun and not waits
    return Shift(giver, giver.start, wanted) if possible else None


# -- what hangs together --------------------------------------------------------------------


def _joined(needs: Sequence[Need]) -> Iterator[list[Need]]:
    """Give the needs in groups: those that share an action, directly or through others."""
    leader: dict[str, str] = {}

    def find(code: str) -> str:
        while leader.setdefault(code, code) != code:
            leader[code] = leader[leader[code]]
            code = leader[code]
        return code

    for need in needs:
        leader[find(need.taker.code)] = find(need.giver.code)
    groups: dict[str, list[Need]] = defaultdict(list)
    for need in needs:
        groups[find(need.taker.code)].append(need)
    yield from groups.values()
