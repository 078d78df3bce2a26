"""Evidence: which values were known on a date, which of them counts, and how old it is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from serang_plan.model.indicator import Direction, Indicator, Measurement, Threshold
from serang_plan.model.plan import Plan
from serang_plan.model.when import months_between
from serang_plan.wording import Number

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


@lru_cache(maxsize=4096)
def is_share(unit: str) -> bool:
    """Whether a unit says that a value is a part of a whole, so that it ends at 100."""
    folded = unit.casefold()
    return folded.startswith("%") and not any(word in folded for word in _NO_SHARE)


def known_from(plan: Plan, measurement: Measurement) -> date:
    """Return from which day on a value could be known.

    That is the last day on which it can have been published: as written with the value, else as
    written with its source, else the end of the time that it describes.
    """
    if measurement.published is not None:
        return measurement.published.last
    source = plan.source_by_code.get(measurement.source or "")
    if source is not None and source.published is not None:
        return source.published.last
    return measurement.as_of.last


def series(plan: Plan, indicator: Indicator) -> tuple[Value, ...]:
    """Return the values known on the plan's date, oldest first, one for each time.

    Values of another scope or in another unit are no part of the series.
    """
    remembered = plan.remembered.get(id(indicator))
    if remembered is None or remembered[0] is not indicator:
        remembered = plan.remembered[id(indicator)] = (indicator, _series(plan, indicator))
    return remembered[1]


def _series(plan: Plan, indicator: Indicator) -> tuple[Value, ...]:
    comparable = [value for value in _oldest_first(plan, indicator) if _is_comparable(value, indicator)]
    by_time = groupby(comparable, key=lambda measurement: measurement.as_of)
    return tuple(_chosen(plan, tuple(rivals)) for _, rivals in by_time)


def set_aside(plan: Plan, indicator: Indicator) -> tuple[Measurement, ...]:
    """Return the known values of another scope or in another unit, oldest first: they join no series."""
    known = _oldest_first(plan, indicator)
    return tuple(measurement for measurement in known if not _is_comparable(measurement, indicator))


def _oldest_first(plan: Plan, indicator: Indicator) -> list[Measurement]:
    """Return the values that were known on the plan's date."""
    measurements = indicator.measurements
    known = (measurement for measurement in measurements if known_from(plan, measurement) <= plan.as_of)
    return sorted(known, key=lambda measurement: (measurement.as_of.last, measurement.as_of.first))


def _is_comparable(measurement: Measurement, indicator: Indicator) -> bool:
    same_scope = measurement.scope in (None, indicator.scope)
    return same_scope and measurement.unit in (None, indicator.unit)


def _chosen(plan: Plan, rivals: tuple[Measurement, ...]) -> Value:
    """Prefer what the plan says is used, then what is better verified, then what is newer."""
    best = max(rivals, key=lambda rival: _weight(plan, rival))
    return Value(best, tuple(rival for rival in rivals if rival is not best))


def _weight(plan: Plan, rival: Measurement) -> tuple[object, ...]:
    trust = _TRUST[rival.verification]
    return rival.used, rival.source is not None, trust, known_from(plan, rival), rival.value


def latest(plan: Plan, indicator: Indicator) -> Value | None:
    """Return the newest known value."""
    known = series(plan, indicator)
    return known[-1] if known else None


def threshold_in_force(plan: Plan, indicator: Indicator) -> Threshold | None:
    """Return the threshold, unless it came into force after the plan's date."""
    threshold = indicator.threshold
    if threshold is None or (threshold.since is not None and threshold.since.first > plan.as_of):
        return None
    return threshold


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
