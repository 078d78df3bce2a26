"""Evidence: which values were known on a date, which of them counts, and how old it is."""

from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from serang_plan.analysis import once_each
from serang_plan.analysis.known.known_since import known_since, source_codes, stands
from serang_plan.model.indicator import Direction, Indicator, Measurement, Scope, Series, Threshold
from serang_plan.model.plan import Plan
from serang_plan.model.when import months_between
from serang_plan.wording import Number, Text

_TRUST = {"terverifikasi": 3, "sekunder": 2, "turunan": 1, "perlu-dicek": 0}
_PERIOD_MONTHS = {"bulanan": 1, "triwulan": 3, "semester": 6}
_NO_SHARE = (
    "pertumbuhan", "laju", "inflasi", "kenaikan", "penurunan", "perubahan", "selisih", "capaian", "per tahun",
    "rata-rata", "rerata", "dibanding", "dari target",
)  # fmt: skip
"""Words by which a percentage is known to be no part of a whole."""


class Value(NamedTuple):
    """The value that counts for one time, and its rivals for the same time."""

    measurement: Measurement
    rivals: tuple[Measurement, ...] = ()

    @property
    def amount(self) -> Decimal:
        """The value as an exact number."""
        return Decimal(self.measurement.value)


class Substitute(NamedTuple):
    """The newest value of a series that stands in for the one that judges, which is empty."""

    series: Series
    value: Value


class Apart(Enum):
    """Why a value is not compared with those that count."""

    SERIES = Text("deret lain", "another series")
    SCOPE = Text("cakupan lain", "another scope")
    UNIT = Text("satuan lain", "another unit")
    BREAK = Text("sebelum deret putus", "before the series breaks")


@lru_cache(maxsize=4096)
def is_share(unit: str) -> bool:
    """Whether a unit says that a value is a part of a whole, so that it ends at 100."""
    folded = unit.casefold()
    return folded.startswith("%") and not any(word in folded for word in _NO_SHARE)


@once_each
def series(plan: Plan, indicator: Indicator) -> tuple[Value, ...]:
    """Return the values known on the plan's date that may be compared, oldest first, one for each time.

    They are of the series that judges, of the indicator's scope and unit, and from its last break on.
    """
    return _series(plan, indicator, judging(indicator))


def judging(indicator: Indicator) -> str | None:
    """Return the code of the series that judges: the first; None where there is but one, without a name."""
    return indicator.series[0].code if indicator.series else None


def newest_substitute(plan: Plan, indicator: Indicator) -> Substitute | None:
    """Return the newest value of the series that stand in for an empty one."""
    values = (
        Substitute(stand_in, known[-1])
        for stand_in in indicator.series[1:]
        if stand_in.proxy is not None and (known := _series(plan, indicator, stand_in.code))
    )
    return max(values, key=lambda substitute: substitute.value.measurement.as_of.last, default=None)


def newest_of_scope(plan: Plan, indicator: Indicator, scope: Scope) -> Value | None:
    """Return the newest value of a scope, of any series that stands in for nothing."""
    codes = (judging(indicator), *(other.code for other in indicator.series[1:] if other.proxy is None))
    newest = (known[-1] for code in codes if (known := _series(plan, indicator, code, scope)))
    return max(newest, key=lambda value: value.measurement.as_of.last, default=None)


def _series(
    plan: Plan, indicator: Indicator, code: str | None, scope: Scope | None = None
) -> tuple[Value, ...]:
    comparable = [
        value
        for value in oldest_first(plan, indicator)
        if not _differences(value, indicator, code, scope or indicator.scope)
    ]
    last_break = max((nth for nth, value in enumerate(comparable) if value.break_), default=0)
    by_time = groupby(comparable[last_break:], key=lambda measurement: measurement.as_of)
    return tuple(chosen(plan, tuple(rivals)) for _, rivals in by_time)


def set_aside(plan: Plan, indicator: Indicator) -> tuple[Measurement, ...]:
    """Return the other known values, oldest first: of another scope, unit or series, or before a break."""
    compared = {
        id(measurement)
        for value in series(plan, indicator)
        for measurement in (value.measurement, *value.rivals)
    }
    known = oldest_first(plan, indicator)
    return tuple(measurement for measurement in known if id(measurement) not in compared)


def why_apart(plan: Plan, indicator: Indicator, measurement: Measurement) -> tuple[Apart, ...]:
    """Return why a value that is set aside is not compared; what differs in nothing lies before a break."""
    return _differences(measurement, indicator, judging(indicator), indicator.scope) or (Apart.BREAK,)


def oldest_first(plan: Plan, indicator: Indicator) -> list[Measurement]:
    """Return the values that stood on the plan's date."""
    known = [measurement for measurement in indicator.measurements if stands(plan, measurement)]
    return sorted(known, key=lambda measurement: (measurement.as_of.last, measurement.as_of.first))


def _differences(
    measurement: Measurement, indicator: Indicator, code: str | None, scope: Scope
) -> tuple[Apart, ...]:
    """Return in what a value is another than those of a series and a scope."""
    differences: tuple[Apart, ...] = ()
    if (measurement.series or judging(indicator)) != code:
        differences += (Apart.SERIES,)
    if (measurement.scope or indicator.scope) != scope:
        differences += (Apart.SCOPE,)
    if measurement.unit not in (None, indicator.unit):
        differences += (Apart.UNIT,)
    return differences


def chosen(plan: Plan, rivals: tuple[Measurement, ...]) -> Value:
    """Return which of several for one time counts.

    That is what the plan says is used, then what is better verified, then what is newer.
    """
    if len(rivals) == 1:
        return Value(*rivals)
    best = max(rivals, key=lambda rival: _weight(plan, rival))
    return Value(best, tuple(rival for rival in rivals if rival is not best))


def _weight(plan: Plan, rival: Measurement) -> tuple[object, ...]:
    trust = _TRUST[rival.verification]
    return rival.used, bool(source_codes(rival)), trust, known_since(plan, rival) or date.min, rival.value


def latest(plan: Plan, indicator: Indicator) -> Value | None:
    """Return the newest known value."""
    known = series(plan, indicator)
    return known[-1] if known else None


def judging_threshold(
    plan: Plan,
    indicator: Indicator,
    value: Measurement | None,
    scope: Scope | None = None,
    on: date | None = None,
) -> Threshold | None:
    """Return the threshold that judges a value of an indicator on a day; without one, any value.

    It has the indicator's scope, or the one asked for, is in force, and compares with the value's own time if
    it names a time; without a value, one that names none comes first. Of several it is the next that is due;
    if the year of all has passed, the last; of alike ones the newest.
    """
    day, scope = on or plan.as_of, scope or indicator.scope
    fitting = [
        threshold
        for threshold in thresholds_in_force(plan, indicator, day)
        if (threshold.scope or indicator.scope) == scope and _compares(threshold, value)
    ]
    if len(fitting) < 2:
        return fitting[0] if fitting else None

    def turn(threshold: Threshold) -> tuple[object, ...]:
        return value is not None or threshold.for_ is None, *_turn(plan, threshold, day)

    return max(reversed(fitting), key=turn)


def thresholds_in_force(plan: Plan, indicator: Indicator, on: date | None = None) -> tuple[Threshold, ...]:
    """Return the thresholds of any scope, known on the plan's date, that are in force on a day: that date."""
    day = on or plan.as_of
    return tuple(
        threshold
        for threshold in indicator.all_thresholds
        if stands(plan, threshold)
        and (threshold.since is None or threshold.since.last <= day)
        and (threshold.until is None or day <= threshold.until.last)
    )


def _compares(threshold: Threshold, value: Measurement | None) -> bool:
    if threshold.for_ is None or value is None:
        return True
    return threshold.for_.first <= value.as_of.first and value.as_of.last <= threshold.for_.last


def _turn(plan: Plan, threshold: Threshold, day: date) -> tuple[object, ...]:
    """Return what puts the threshold that judges last: due next, then without a year, then due last."""
    due, known = threshold.due, known_since(plan, threshold) or date.min
    if due is None:
        return 1, known
    return (2, -due, known) if due >= day.year else (0, due, known)


def reaches(direction: Direction, value: Number, goal: Number) -> bool:
    """Whether a value is at a goal or on its good side."""
    return value >= goal if direction == "naik" else value <= goal


def shortfall(direction: Direction, value: Decimal | int, goal: Decimal | int) -> Decimal:
    """Return how far a value is from a goal, in the indicator's unit; not above zero if it is reached."""
    difference = Decimal(goal) - Decimal(value)
    return difference if direction == "naik" else -difference


def months_allowed(plan: Plan, indicator: Indicator) -> int:
    """Return how old a value may be: two reporting periods, for yearly figures as set in the plan."""
    reporting = indicator.reporting
    period = _PERIOD_MONTHS.get(reporting.every) if reporting else None
    return period * 2 if period else plan.settings.stale_after_months


def is_stale(plan: Plan, indicator: Indicator, measurement: Measurement) -> bool:
    """Whether a value is older than the indicator's reporting period allows."""
    return months_between(measurement.as_of.last, plan.as_of) > months_allowed(plan, indicator)


def has_rivals(value: Value) -> bool:
    """Whether different values were published for one time and none is marked as used."""
    measurement = value.measurement
    return not measurement.used and any(rival.value != measurement.value for rival in value.rivals)


def is_open_dispute(plan: Plan, measurement: Measurement) -> bool:
    """Whether a value is part of a recorded dispute that nobody has settled; E607 tells that one."""
    dispute = plan.dispute_by_code.get(measurement.dispute or "")
    return dispute is not None and dispute.resolution is None
