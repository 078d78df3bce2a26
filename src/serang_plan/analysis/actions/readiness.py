"""Readiness: by when an action can be finished, given what it needs, and which needs come too late."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import expected_start
from serang_plan.analysis.actions.precedence import is_late
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.model.plan import Plan
from serang_plan.model.when import When


class Obstacle(Enum):
    """Why it cannot be said when an action is finished."""

    NO_TIME = "no-time"
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


def readiness(plan: Plan, found: Sequence[Scheduled]) -> Mapping[str, Readiness]:
    """Return for every action by when it can be finished.

    What is late is finished on the plan's date at the earliest. What waits for another is not finished
    before it. What waits for a cancelled or unknown action, or for itself, cannot be said.
    """
    by_code = {one.code: one for one in found}
    ready: dict[str, Readiness] = {}
    for one in _needed_first(by_code):
        needs = (_of_need(plan, ready, by_code, need) for need in one.action.needs)
        ready[one.code] = (
            _own(plan, one) if one.state is ActionState.DONE else _latest(_own(plan, one), needs)
        )
    for code in by_code:
        ready.setdefault(code, Readiness(None, Obstacle.LOOP, code))
    return ready


def _needed_first(by_code: Mapping[str, Scheduled]) -> Iterator[Scheduled]:
    """Give the actions so that what is needed comes first; those that wait in a loop never come."""
    waiting = {code: len(_known_needs(one, by_code)) for code, one in by_code.items()}
    needed_by: dict[str, list[str]] = {code: [] for code in by_code}
    for code, one in by_code.items():
        for need in _known_needs(one, by_code):
            needed_by[need].append(code)
    free = deque(code for code, count in waiting.items() if not count)
    while free:
        code = free.popleft()
        yield by_code[code]
        for other in needed_by[code]:
            waiting[other] -= 1
            if not waiting[other]:
                free.append(other)


def _known_needs(one: Scheduled, by_code: Mapping[str, Scheduled]) -> tuple[str, ...]:
    if one.state is ActionState.DONE:
        return ()
    return tuple(need for need in dict.fromkeys(one.action.needs) if need in by_code)


def _own(plan: Plan, one: Scheduled) -> Readiness:
    if one.finish is None:
        return Readiness(None, Obstacle.NO_TIME, one.code)
    return Readiness(When(plan.as_of, plan.as_of) if one.late else one.finish)


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


def late_needs(found: Sequence[Scheduled], ready: Mapping[str, Readiness]) -> Iterator[LateNeed]:
    """Give the needs that are surely not finished when the action that waits for them begins.

    Whatever day of a month, quarter or year is meant; an action that was put off only has its new finish.
    """
    by_code = {one.code: one for one in found}
    for one in found:
        if one.is_open:
            for need in dict.fromkeys(one.action.needs):
                found_late = _late(one, by_code.get(need), ready.get(need))
                if found_late is not None:
                    yield LateNeed(one, need, found_late)


def _late(one: Scheduled, need: Scheduled | None, ready: Readiness | None) -> Readiness | None:
    if need is None or ready is None or need.state is ActionState.DONE:
        return None
    if need.state is ActionState.CANCELLED:
        return Readiness(None, Obstacle.CANCELLED, need.code)
    if ready.obstacle is Obstacle.CANCELLED:
        return ready
    wanted = expected_start(one)
    if wanted is None or ready.when is None:
        return None
    return ready if is_late(ready.when, wanted) else None
