"""Effects: will the plan do? The newest value and what the remaining actions add, against a goal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.actions.readiness import Obstacle, Readiness
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.indicators.evidence import Value, reaches
from serang_plan.model.indicator import Direction, Indicator
from serang_plan.wording import Number, code_order


class Contribution(NamedTuple):
    """What one action adds to one indicator, and by when."""

    scheduled: Scheduled
    adds: Fraction | None
    """In the indicator's unit; None: nobody has said."""
    ready: Readiness

    @property
    def code(self) -> str:
        """The action's code."""
        return self.scheduled.code

    def may_come_by(self, day: date) -> bool:
        """Whether it may take effect by a day; one that starts later, or surely ends later, does not."""
        start = self.scheduled.start
        starts_later = self.scheduled.is_open and start is not None and start.first > day
        return not starts_later and (self.ready.by is None or self.ready.by <= day)


class Sufficiency(Enum):
    """Whether the plan reaches a goal; a better answer stands later."""

    NOTHING_PLANNED = "nothing-planned"
    SHORT = "short"
    CANNOT_SAY = "cannot-say"
    ENOUGH = "enough"


class Outlook(NamedTuple):
    """Whether a value and what is added to it reach a goal."""

    sufficiency: Sufficiency
    expected: Fraction
    """The value with all effects that are sure."""
    short_by: Fraction
    """How far `expected` is from the goal; zero if it reaches it."""
    unstated: tuple[str, ...] = ()
    """Actions of which nobody has said what they add."""
    unsure: tuple[str, ...] = ()
    """Actions of which it cannot be said when, or whether, they take effect."""


Contributions = Mapping[str, tuple[Contribution, ...]]
"""What the actions add, by indicator."""


def contributions(found: Sequence[Scheduled], ready: Mapping[str, Readiness]) -> Contributions:
    """Return by indicator what the actions add to it, in order of time; cancelled actions add nothing."""
    by_indicator: dict[str, list[Contribution]] = defaultdict(list)
    for one in found:
        if one.state is not ActionState.CANCELLED:
            for effect in one.action.indicators:
                adds = None if effect.adds is None else Fraction(effect.adds)
                by_indicator[effect.code].append(Contribution(one, adds, ready[one.code]))
    return {code: tuple(sorted(parts, key=_in_time)) for code, parts in by_indicator.items()}


def _in_time(part: Contribution) -> tuple[object, ...]:
    return part.ready.by or date.max, code_order(part.code)


def remaining(parts: Iterable[Contribution], value: Value) -> tuple[Contribution, ...]:
    """Return what is not in a value yet: actions that were not done when it was measured."""
    measured = value.measurement.as_of.last
    return tuple(one for one in parts if not _is_in(one, measured))


def _is_in(part: Contribution, measured: date) -> bool:
    done = part.scheduled.action.done
    return part.scheduled.state is ActionState.DONE and done is not None and done.last <= measured


def outlook(
    indicator: Indicator, value: Value, goal: Number, parts: Sequence[Contribution], by: date | None = None
) -> Outlook:
    """Say whether what remains reaches a goal by a day; without a day, once all of it is finished.

    An unknown effect is neither zero nor enough. It is taken to help if it does anything: where the
    known effects suffice, it does not make the answer uncertain.
    """
    sure, open_ = _sorted_out(parts, by)
    expected = Fraction(value.amount) + sum((one.adds for one in sure if one.adds is not None), Fraction())
    answer = _sufficiency(indicator.direction, expected, Fraction(goal), open_, planned=bool(parts))
    return Outlook(
        answer,
        expected,
        max(Fraction(), _distance(indicator.direction, expected, goal)),
        tuple(one.code for one in open_ if one.adds is None),
        tuple(one.code for one in open_ if one.adds is not None),
    )


def _sorted_out(
    parts: Sequence[Contribution], by: date | None
) -> tuple[list[Contribution], list[Contribution]]:
    """Return the effects that are sure by a day, and those of which the size or the time is open."""
    sure: list[Contribution] = []
    open_: list[Contribution] = []
    for one in parts:
        if by is not None and not one.may_come_by(by):
            continue
        (sure if one.adds is not None and _is_timely(one, by) else open_).append(one)
    return sure, open_


def _is_timely(part: Contribution, by: date | None) -> bool:
    """Whether it is sure to take effect: without a day, unless it waits for what never comes.

    What was done on a day that nobody wrote down may be in the value already.
    """
    if part.scheduled.state is ActionState.DONE and part.scheduled.action.done is None:
        return False
    return part.ready.by is not None or (by is None and part.ready.obstacle is Obstacle.NO_TIME)


def _sufficiency(
    direction: Direction, expected: Fraction, goal: Fraction, open_: Sequence[Contribution], *, planned: bool
) -> Sufficiency:
    sized = [one.adds for one in open_ if one.adds is not None]
    good = 1 if direction == "naik" else -1
    worst = expected + sum((adds for adds in sized if adds * good < 0), Fraction())
    best = expected + sum((adds for adds in sized if adds * good > 0), Fraction())
    if reaches(direction, worst, goal):
        return Sufficiency.ENOUGH
    if len(sized) < len(open_) or reaches(direction, best, goal):
        return Sufficiency.CANNOT_SAY
    return Sufficiency.SHORT if planned else Sufficiency.NOTHING_PLANNED


def _distance(direction: Direction, value: Fraction, goal: Number) -> Fraction:
    return Fraction(goal) - value if direction == "naik" else value - Fraction(goal)
