"""Figures in sentences: a value as exactly as it was given, with its unit and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import is_share
from serang_plan.model.indicator import Indicator, Measurement, Target, Threshold
from serang_plan.places import Pointer
from serang_plan.wording import LANGS, Number, Text, backquoted, with_unit

Valued = Threshold | Measurement | Target


_LONGEST_UNIT = 40


def figure(value: Number, unit: str, places: int | None = None) -> Text:
    """Write a value with its unit, in full where it is a long one: in a sentence nothing else says it."""
    unit = backquoted(unit, _LONGEST_UNIT)[1:-1]
    return Text(*(with_unit(value, unit, lang, places, _LONGEST_UNIT) for lang in LANGS))


_WHOLE = {
    "bangunan", "buah", "bus", "desa", "dokumen", "jembatan", "jiwa", "kasus", "kecamatan", "kegiatan",
    "kejadian", "keluarga", "kelurahan", "kendaraan", "kk", "koridor", "lokasi", "opd", "orang", "pasar",
    "pohon", "posyandu", "puskesmas", "rt", "ruas", "rumah", "rw", "sekolah", "taman", "titik", "tps",
    "trayek", "unit",
}  # fmt: skip
"""Words with which the unit of an indivisible thing begins."""


@lru_cache(maxsize=4096)
def _counts_wholes(unit: str) -> bool:
    """Whether a unit counts things one by one; people per square kilometre may well be a fraction."""
    first, *rest = unit.casefold().split()[:10]
    return first in _WHOLE and "per" not in rest and not any("/" in word for word in rest)


class StatedValue(NamedTuple):
    """A value that stands in an indicator: its own value, its threshold or a target."""

    indicator: Indicator
    record: Valued

    @property
    def value(self) -> int | Decimal:
        """The number as it was typed."""
        return self.record.value

    @property
    def unit(self) -> str:
        """Its own unit, or that of the indicator."""
        own = self.record.unit if isinstance(self.record, Measurement) else None
        return own or self.indicator.unit

    @property
    def is_outside_share(self) -> bool:
        """Whether it is said to be a part of a whole, and cannot be one."""
        return not 0 <= self.value <= 100 and is_share(self.unit)

    @property
    def is_broken_whole(self) -> bool:
        """Whether it counts indivisible things and has a fraction."""
        return isinstance(self.value, Decimal) and _counts_wholes(self.unit) and self.value % 1 != 0

    @property
    def is_mistyped(self) -> bool:
        """Whether the number is a fault of its own, so that nothing is to be said of what follows from it."""
        return self.is_outside_share or self.is_broken_whole

    @property
    def at(self) -> Pointer:
        """Where the number is written."""
        return self.record.at("value")

    @property
    def name(self) -> Text:
        """What it is: `nilai M01 (2018)`."""
        code = f"`{self.indicator.code}`"
        match self.record:
            case Threshold():
                return Text(f"ambang {code}", f"the threshold of {code}")
            case Target(year=year):
                return Text(f"target {year} indikator {code}", f"the {year} target of {code}")
            case Measurement(as_of=time):
                return Text(f"nilai {code} ({time.text('id')})", f"the value of {code} ({time.text('en')})")


def may_count_wholes(indicator: Indicator) -> bool:
    """Whether any of an indicator's numbers may count indivisible things."""
    return _counts_wholes(indicator.unit) or any(measurement.unit for measurement in indicator.measurements)


def all_given(indicator: Indicator) -> Iterator[StatedValue]:
    """Give every number that is written in the unit of an indicator, or in a unit of its own."""
    for threshold in indicator.all_thresholds:
        yield StatedValue(indicator, threshold)
    for measurement in indicator.measurements:
        yield StatedValue(indicator, measurement)
    for target in indicator.targets:
        yield StatedValue(indicator, target)
