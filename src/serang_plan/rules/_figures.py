"""Figures in sentences: a value as exactly as it was given, with its unit and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from serang_plan.model.indicator import Indicator, Measurement, Target, Threshold
from serang_plan.places import Pointer
from serang_plan.wording import Lang, Number, Text, number, typed

Valued = Threshold | Measurement | Target


def decimals(*values: Number) -> int:
    """Return how many digits stand behind the point in the value that was given most exactly."""
    return max((-value.as_tuple().exponent for value in values if isinstance(value, Decimal)), default=0)  # type: ignore[operator]


def figure(value: Number, unit: str, places: int | None = None) -> Text:
    """Write a value with its unit; the many words behind a % are left out."""
    places = decimals(value) if places is None else places
    return Text(_figure(value, unit, places, "id"), _figure(value, unit, places, "en"))


def _figure(value: Number, unit: str, places: int, lang: Lang) -> str:
    return f"{number(value, lang, places)}{_short(unit)}"


def _short(unit: str) -> str:
    if unit.startswith("%"):
        return " %"
    return "" if unit.casefold().startswith("indeks") else f" {typed(unit, 40)[1:-1]}"


class Given(NamedTuple):
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
        return getattr(self.record, "unit", None) or self.indicator.unit

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


def all_given(indicator: Indicator) -> Iterator[Given]:
    """Give every number that is written in the unit of an indicator, or in a unit of its own."""
    if indicator.threshold is not None:
        yield Given(indicator, indicator.threshold)
    for measurement in indicator.measurements:
        yield Given(indicator, measurement)
    for target in indicator.targets:
        yield Given(indicator, target)
