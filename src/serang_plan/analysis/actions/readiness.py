"""Readiness: by when an action can be finished, given what it needs, and which needs come too late."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import expected_start, needed_first
from serang_plan.analysis.actions.precedence import is_late
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.model.plan import Plan
from serang_plan.model.when import When


class Obstacle(Enum):
    """Why it cannot be said when an action is finished."""

    NO_TIME = "no-time"
    PUT_OFF = "put-off"
    """To a time that nobody has said."""
    CANCELLED = "needs-cancelled"
    UNKNOWN = "needs-unknown"
    LOOP = "needs-loop"


class Readiness(NamedTuple):
    """When an action is finished at the earliest, or what stands in the way and at which action."""

    when: When | None
    obstacle: Obstacle | None = None
    at: str = ""

    @property
    def by(self) -> date | None:
        """The day by which it is surely finished."""
        return self.when.last if self.when else None


def readiness(plan: Plan, actions: Sequence[Scheduled]) -> Mapping[str, Readiness]:
    """Return for every action by when it can be finished.

    What is late is finished on the plan's date at the earliest. What waits for another is not finished
    before it. What waits for a cancelled or unknown action, or for itself, cannot be said.
    """
    by_code = {scheduled.code: scheduled for scheduled in actions}
    ready: dict[str, Readiness] = {}
    for code in needed_first(_known_needs(by_code), by_code):
        scheduled, own = by_code[code], _own(plan, by_code[code])
        needs = (_of_need(plan, ready, by_code, need) for need in scheduled.action.needs)
        ready[code] = own if scheduled.state is ActionState.DONE else _latest(own, needs)
    for code in by_code:
        ready.setdefault(code, Readiness(None, Obstacle.LOOP, code))
    return ready


def _known_needs(by_code: Mapping[str, Scheduled]) -> Iterator[tuple[str, str]]:
    for code, scheduled in by_code.items():
        if scheduled.state is not ActionState.DONE:
            yield from ((need, code) for need in dict.fromkeys(scheduled.action.needs) if need in by_code)


def _own(plan: Plan, scheduled: Scheduled) -> Readiness:
    if scheduled.finish is None:
        put_off = scheduled.state is ActionState.MOVED
        return Readiness(None, Obstacle.PUT_OFF if put_off else Obstacle.NO_TIME, scheduled.code)
    return Readiness(When(plan.as_of, plan.as_of) if scheduled.late else scheduled.finish)


def _of_need(
    plan: Plan, ready: Mapping[str, Readiness], by_code: Mapping[str, Scheduled], need: str
) -> Readiness | None:
    """Return when a need is ready; None if it does not hold anything up."""
    if need not in by_code:
        known_later = need in plan.action_by_code
        return None if known_later else Readiness(None, Obstacle.UNKNOWN, need)
    match by_code[need].state:
        case ActionState.DONE:
            return None
        case ActionState.CANCELLED:
            return Readiness(None, Obstacle.CANCELLED, need)
        case _:
            return ready[need]


def _latest(own: Readiness, needs: Iterator[Readiness | None]) -> Readiness:
    latest = own
    for need in needs:
        if need is not None and latest.by is not None and (need.by is None or need.by > latest.by):
            latest = need
    return latest


# -- needs that do not come in time ------------------------------------------------------


class LateNeed(NamedTuple):
    """An action, one that it needs, and when that is ready: too late, or never."""

    scheduled: Scheduled
    need: str
    ready: Readiness


def late_needs(actions: Sequence[Scheduled], ready: Mapping[str, Readiness]) -> Iterator[LateNeed]:
    """Give the needs that are surely not finished when the action that waits for them begins.

    Whatever day of a month, quarter or year is meant; an action that was put off only has its new finish.
    """
    by_code = {scheduled.code: scheduled for scheduled in actions}
    for taker in actions:
        if taker.is_open:
            for need in dict.fromkeys(taker.action.needs):
                too_late = _late(taker, by_code.get(need), ready.get(need))
                if too_late is not None:
                    yield LateNeed(taker, need, too_late)


def _late(taker: Scheduled, giver: Scheduled | None, ready: Readiness | None) -> Readiness | None:
    if giver is None or ready is None or giver.state is ActionState.DONE:
        return None
    if giver.state is ActionState.CANCELLED:
        return Readiness(None, Obstacle.CANCELLED, giver.code)
    if ready.obstacle is Obstacle.CANCELLED:
        return ready
    return ready if is_late(ready.when, expected_start(taker)) else None
