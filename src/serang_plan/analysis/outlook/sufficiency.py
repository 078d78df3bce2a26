"""Sufficiency: will the plan do? The newest value and what the remaining actions add, against a goal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.actions.readiness import Obstacle, Readiness
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.indicators.evidence import Value, reaches
from serang_plan.analysis.lookups.grouping import grouped
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


def contributions(actions: Sequence[Scheduled], ready: Mapping[str, Readiness]) -> Contributions:
    """Return by indicator what the actions add to it, in order of time; cancelled actions add nothing."""
    parts = (
        (effect.code, Contribution(scheduled, _fraction(effect.adds), ready[scheduled.code]))
        for scheduled in actions
        if scheduled.state is not ActionState.CANCELLED
        for effect in scheduled.action.indicators
    )
    return {code: tuple(sorted(own, key=_in_time)) for code, own in grouped(parts).items()}


def _fraction(amount: Number | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)


def _in_time(part: Contribution) -> tuple[object, ...]:
    return part.ready.by or date.max, code_order(part.code)


def remaining(parts: Iterable[Contribution], value: Value, today: date) -> tuple[Contribution, ...]:
    """Return what is not in a value yet: actions that were not done when it was measured.

    A value that is supposed for a day to come holds what is planned to be finished by then.
    """
    measured = value.measurement.as_of.last
    return tuple(part for part in parts if not _is_in(part, measured, supposed=measured > today))


def _is_in(part: Contribution, measured: date, *, supposed: bool) -> bool:
    if part.scheduled.state is not ActionState.DONE:
        return supposed and part.ready.by is not None and part.ready.by <= measured
    done = part.scheduled.action.done
    return done is not None and done.last <= measured


def outlook(
    indicator: Indicator, value: Value, goal: Number, parts: Sequence[Contribution], by: date | None = None
) -> Outlook:
    """Say whether what remains reaches a goal by a day; without a day, once all of it is finished.

    An unknown effect is neither zero nor enough. It is taken to help if it does anything: where the
    known effects suffice, it does not make the answer uncertain. Nothing is added to the value of that day.
    """
    given = by is not None and by <= value.measurement.as_of.last
    timely = [] if given else [part for part in parts if by is None or part.may_come_by(by)]
    sure = [part.adds for part in timely if part.adds is not None and _is_timely(part, by)]
    open_ = [part for part in timely if part.adds is None or not _is_timely(part, by)]
    expected = Fraction(value.amount) + sum(sure, Fraction())
    return Outlook(
        _sufficiency(indicator.direction, expected, Fraction(goal), open_, planned=bool(parts)),
        expected,
        max(Fraction(), _distance(indicator.direction, expected, goal)),
        tuple(part.code for part in open_ if part.adds is None),
        tuple(part.code for part in open_ if part.adds is not None),
    )


def _is_timely(part: Contribution, by: date | None) -> bool:
    """Whether it is sure to take effect: without a day, unless it waits for what may never come.

    What was done on a day that nobody wrote down may be in the value already.
    """
    if part.scheduled.state is ActionState.DONE and part.scheduled.action.done is None:
        return False
    return part.ready.by is not None or (by is None and part.ready.obstacle is Obstacle.NO_TIME)


def _sufficiency(
    direction: Direction, expected: Fraction, goal: Fraction, open_: Sequence[Contribution], *, planned: bool
) -> Sufficiency:
    sized = [part.adds for part in open_ if part.adds is not None]
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
