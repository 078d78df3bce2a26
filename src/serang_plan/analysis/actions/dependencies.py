"""Dependencies: which open action waits for which, who hands over to whom, and by when."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.precedence import NeedLink, is_late
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.model.plan import Plan
from serang_plan.model.when import When


class Timing(Enum):
    """How a hand-over lies to the time at which it is wanted; worst first."""

    CANCELLED = "cancelled"
    LATE = "late"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    IN_TIME = "in-time"


class Need(NamedTuple):
    """One open action that waits for another, which is not done."""

    link: NeedLink
    giver: Scheduled
    taker: Scheduled
    ready: When | None
    """When the giver can be finished: as planned, or on the plan's date if that is past."""

    @property
    def wanted(self) -> When | None:
        """When the taker begins; of one that was put off only the new finish is known."""
        return expected_start(self.taker)

    @property
    def codes(self) -> tuple[str, str]:
        """The two actions, what is needed first."""
        return self.giver.code, self.taker.code

    @property
    def crosses(self) -> bool:
        """Whether one OPD hands over to another."""
        return None not in (self.giver.opd, self.taker.opd) and self.giver.opd != self.taker.opd

    @property
    def timing(self) -> Timing:
        """Whether it comes in time, as the plan stands."""
        if self.giver.state is ActionState.CANCELLED:
            return Timing.CANCELLED
        if is_late(self.ready, self.wanted):
            return Timing.LATE
        if self.giver.late:
            return Timing.OVERDUE
        return Timing.IN_TIME if self.ready and self.wanted else Timing.UNKNOWN


def expected_start(scheduled: Scheduled) -> When | None:
    """Return when an action begins, as far as is known; of one that was put off, when it finishes."""
    put_off = bool(scheduled.moves)
    return scheduled.start if scheduled.start is not None and not put_off else scheduled.finish


def open_needs(plan: Plan, actions: Iterable[Scheduled]) -> tuple[Need, ...]:
    """Return what open actions still wait for, each once; what is done holds nothing up."""
    by_code = {scheduled.code: scheduled for scheduled in actions}
    return tuple(
        Need(NeedLink(taker.action, nth), giver, taker, _ready(plan, giver))
        for taker in by_code.values()
        if taker.is_open
        for code, nth in _first_places(taker.action.needs)
        if (giver := by_code.get(code)) is not None and giver.state is not ActionState.DONE
    )


def _first_places(codes: Sequence[str]) -> Iterable[tuple[str, int]]:
    places: dict[str, int] = {}
    for nth, code in enumerate(codes):
        places.setdefault(code, nth)
    return places.items()


def _ready(plan: Plan, giver: Scheduled) -> When | None:
    if giver.state is ActionState.CANCELLED:
        return None
    return When(plan.as_of, plan.as_of) if giver.late else giver.finish


# -- in order --------------------------------------------------------------------------


class NeedOrder(NamedTuple):
    """Needs without those inside of loops, and the actions that they join, what is needed first."""

    needs: tuple[Need, ...]
    codes: tuple[str, ...]
    blocked: tuple[Need, ...]
    """What waits for the cancelled, and belongs in no order."""


def order_needs(needs: Sequence[Need]) -> NeedOrder:
    """Put the needs in order, without those that lie in a loop or between two loops."""
    blocked = tuple(need for need in needs if need.giver.state is ActionState.CANCELLED)
    possible = [need for need in needs if need.giver.state is not ActionState.CANCELLED]
    backwards = [(taker, giver) for giver, taker in (need.codes for need in possible)]
    sound = {*needed_first(need.codes for need in possible), *needed_first(backwards)}
    kept = tuple(need for need in possible if not sound.isdisjoint(need.codes))
    return NeedOrder(kept, tuple(needed_first(need.codes for need in kept)), blocked)


def needed_first(pairs: Iterable[tuple[str, str]], codes: Iterable[str] = ()) -> Iterator[str]:
    """Give the actions as soon as all before them were given; those in a loop and beyond it never are.

    In each pair the first is needed by the second; `codes` are given even if they are in no pair.
    """
    waiting = dict.fromkeys(codes, 0)
    followers: dict[str, list[str]] = defaultdict(list)
    for before, after in pairs:
        waiting.setdefault(before, 0)
        waiting[after] = waiting.get(after, 0) + 1
        followers[before].append(after)
    free = deque(code for code, count in waiting.items() if not count)
    while free:
        code = free.popleft()
        yield code
        for other in followers[code]:
            waiting[other] -= 1
            if not waiting[other]:
                free.append(other)
