"""Trajectory: the points of an indicator from its first value towards its target, in exact numbers."""

from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import (
    Value,
    is_share,
    is_stale,
    judging_threshold,
    series,
)
from serang_plan.analysis.indicators.progress.method_result import RefusalReason
from serang_plan.analysis.indicators.progress.workings import Step, step, symbols_in
from serang_plan.analysis.indicators.progress.year_fractions import moment, year_of
from serang_plan.model.indicator import Direction, Indicator
from serang_plan.model.plan import Plan
from serang_plan.wording import Number, Text

YES_OR_NO = frozenset({"ya/tidak", "ada/tidak", "sudah/belum", "yes/no"})
"""Units of an indicator that is either met or not."""


class Point(NamedTuple):
    """A value at a time; the time is a year, and the end of 2020 is 2020 exactly."""

    at: Fraction
    value: Fraction

    @property
    def year(self) -> int:
        """The calendar year in which it lies."""
        return year_of(self.at)


class Trajectory(NamedTuple):
    """The points of an indicator and its goals, both oldest first and one for each time."""

    direction: Direction
    points: tuple[Point, ...]
    goals: tuple[Point, ...] = ()
    yearly: bool = False
    """Whether the goals are yearly targets; else the threshold stands in for one."""
    share: bool = False
    """Whether its values are parts of a whole, which cannot exceed 100."""
    binary: bool = False
    stale: bool = False
    """Whether the newest value is too old to say how things are now."""

    @property
    def base(self) -> Point:
        """The first point."""
        return self.points[0]

    @property
    def latest(self) -> Point:
        """The newest point."""
        return self.points[-1]

    @property
    def target(self) -> Point:
        """The last goal."""
        return self.goals[-1]

    @property
    def sign(self) -> int:
        """1 if higher is better, -1 if lower is."""
        return 1 if self.direction == "naik" else -1

    @property
    def years(self) -> Fraction:
        """How many years lie between the first and the newest point."""
        return self.latest.at - self.base.at

    @property
    def is_reached(self) -> bool:
        """Whether the newest value is at the target or on its good side."""
        return self.meets(self.latest, self.target)

    @property
    def began_good(self) -> bool:
        """Whether the first value was at the target already or on its good side."""
        return self.meets(self.base, self.target)

    def meets(self, point: Point, goal: Point) -> bool:
        """Whether a value is at a goal or on its good side."""
        return self.sign * point.value >= self.sign * goal.value

    def since(self, year: int) -> "Trajectory":
        """Return the trajectory without what lies before a year."""
        return self._replace(points=tuple(point for point in self.points if point.year >= year))

    def until(self, at: Fraction) -> "Trajectory":
        """Return the trajectory without what lies after a time."""
        return self._replace(points=tuple(point for point in self.points if point.at <= at))

    def step(self, symbol: str, name: Text, formula: str, result: Number, **inputs: Number) -> Step:
        """Make a line of working with the trajectory's own numbers for the symbols that are not given.

        These are `b` and `t0` for the base and its year, `v` and `t` for the newest value, `T` and `tT` for
        the target, and `d`, 1 if higher is better and -1 if lower is.
        """
        own = {"b": self.base.value, "t0": self.base.at, "v": self.latest.value, "t": self.latest.at}
        goal = {"T": self.target.value, "tT": self.target.at} if self.goals else {}
        known = {"d": self.sign, **own, **goal, **inputs}
        return step(symbol, name, formula, result, **{key: known[key] for key in symbols_in(formula)})


def obstacle(trajectory: Trajectory) -> RefusalReason | None:
    """Return what stands against measuring the way from the first value to the target, if anything does.

    A target that the first value meets already has no way to it: its distance would make a slip look
    like progress.
    """
    if early := nothing_to_compare(trajectory):
        return early
    if len(trajectory.points) < 2:
        return RefusalReason.SINGLE_VALUE
    if trajectory.target.value == trajectory.base.value:
        return RefusalReason.TARGET_IS_BASE
    if trajectory.began_good:
        return RefusalReason.BASE_GOOD
    late = trajectory.latest.at > trajectory.target.at and not trajectory.is_reached
    return RefusalReason.TARGET_PAST if late or trajectory.target.at <= trajectory.base.at else None


def nothing_to_compare(trajectory: Trajectory) -> RefusalReason | None:
    """Return what is missing to set any value beside a target."""
    if not trajectory.points:
        return RefusalReason.NO_VALUE
    if not trajectory.goals:
        return RefusalReason.NO_TARGET
    return RefusalReason.BINARY if trajectory.binary else None


# -- from the plan -------------------------------------------------------------------


def trajectory_of(plan: Plan, indicator: Indicator) -> Trajectory:
    """Return the trajectory of an indicator as known on the plan's date.

    The goals are the yearly targets. Without them the threshold stands in, to be reached at the end of its
    due year, or of the plan's last.
    """
    goals, values = _yearly_targets(indicator), series(plan, indicator)
    return Trajectory(
        indicator.direction,
        _points(values),
        goals or _threshold(plan, indicator),
        yearly=bool(goals),
        share=is_share(indicator.unit),
        binary=indicator.unit.casefold() in YES_OR_NO,
        stale=bool(values) and is_stale(plan, indicator, values[-1].measurement),
    )


def _points(values: tuple[Value, ...]) -> tuple[Point, ...]:
    """Of several times with the same last day the narrowest counts."""
    by_time = {moment(value.measurement.as_of.last): Fraction(value.amount) for value in values}
    return tuple(map(Point._make, sorted(by_time.items())))


def _yearly_targets(indicator: Indicator) -> tuple[Point, ...]:
    """Of several targets for one year the first counts."""
    by_year = {Fraction(target.year): Fraction(target.value) for target in reversed(indicator.targets)}
    return tuple(map(Point._make, sorted(by_year.items())))


def _threshold(plan: Plan, indicator: Indicator) -> tuple[Point, ...]:
    """A threshold for one time only is no goal; one without a year is due at the end of the plan."""
    threshold = judging_threshold(plan, indicator, None)
    year = (threshold and threshold.due) or (plan.header and plan.header.last_year)
    if threshold is None or threshold.for_ is not None or not year:
        return ()
    return (Point(Fraction(year), Fraction(threshold.value)),)
