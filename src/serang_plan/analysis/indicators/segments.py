"""Segments: which values of an indicator lie between the same two breaks of their series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import Value, chosen, judging, oldest_first
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan

Likeness = tuple[str | None, ...]
"""Of which series, scope and unit a value is."""


class Run(NamedTuple):
    """Values that may be compared, oldest first and one for each time, with their rivals."""

    values: tuple[Value, ...]
    series: str | None
    scope: str
    unit: str


def segments(indicator: Indicator) -> Mapping[int, int]:
    """Return for each value, by its `id`, the number of its segment: how many breaks lie up to it.

    Values are counted with those of their own series, scope and unit.
    """
    breaks: Counter[Likeness] = Counter()
    numbers = {}
    in_time = sorted(indicator.measurements, key=lambda value: (value.as_of.last, value.as_of.first))
    for value in in_time:
        alike = _likeness(indicator, value)
        breaks[alike] += value.break_ is not None
        numbers[id(value)] = breaks[alike]
    return numbers


def runs(plan: Plan, indicator: Indicator) -> tuple[Run, ...]:
    """Return the values known on the plan's date by what may be compared: alike, and no break between."""
    number = segments(indicator)
    alike = grouped(
        ((*_likeness(indicator, value), number[id(value)]), value) for value in oldest_first(plan, indicator)
    )
    return tuple(
        Run(_one_for_each_time(plan, values), series, scope, unit)
        for (series, scope, unit, _), values in alike.items()
    )


def _likeness(indicator: Indicator, value: Measurement) -> tuple[str | None, str, str]:
    return (
        value.series or judging(indicator),
        value.scope or indicator.scope,
        value.unit or indicator.unit,
    )


def _one_for_each_time(plan: Plan, values: tuple[Measurement, ...]) -> tuple[Value, ...]:
    return tuple(chosen(plan, tuple(rivals)) for _, rivals in groupby(values, key=lambda value: value.as_of))
