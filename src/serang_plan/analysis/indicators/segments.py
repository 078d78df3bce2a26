"""Segments: which values of an indicator lie between the same two breaks of their series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from serang_plan.analysis.indicators.evidence import judging
from serang_plan.model.indicator import Indicator


def segments(indicator: Indicator) -> Mapping[int, int]:
    """Return for each value, by its `id`, the number of its segment: how many breaks lie up to it.

    Values are counted with those of their own series, scope and unit.
    """
    breaks: Counter[tuple[str | None, ...]] = Counter()
    numbers = {}
    in_time = sorted(indicator.measurements, key=lambda value: (value.as_of.last, value.as_of.first))
    for value in in_time:
        alike = (
            value.series or judging(indicator),
            value.scope or indicator.scope,
            value.unit or indicator.unit,
        )
        breaks[alike] += value.break_ is not None
        numbers[id(value)] = breaks[alike]
    return numbers
