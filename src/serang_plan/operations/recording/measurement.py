"""Measurement: a published value beside those that are there, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import judging
from serang_plan.editing.changes import AddRecord, AppendItem, Change, Value
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.operations.recording.new_codes import next_code


class NewMeasurement(NamedTuple):
    """A value of an indicator, the time that it describes, and what else is said of it, by field."""

    indicator: Indicator
    as_of: When
    value: Decimal
    more: Mapping[str, Value] = MappingProxyType({})
    """Only what was said."""

    @property
    def alike(self) -> tuple[Measurement, ...]:
        """The values that stand for the same time, series and scope."""
        return tuple(filter(self._is_alike, self.indicator.measurements))

    def _is_alike(self, other: Measurement) -> bool:
        first = judging(self.indicator)
        stands = other.as_of, other.series or first, other.scope or self.indicator.scope
        here = self.as_of, self.more.get("series", first), self.more.get("scope", self.indicator.scope)
        return other.withdrawn is None and stands == here

    @property
    def rivals(self) -> tuple[Measurement, ...]:
        """The others for the same time that say something else."""
        return tuple(other for other in self.alike if other.value != self.value)

    @property
    def is_there(self) -> bool:
        """Whether the same value of the same source is written already."""
        source = self.more.get("source")
        return any(
            other.value == self.value and (source is None or source in (other.source, *other.sources))
            for other in self.alike
        )

    def changes(self) -> tuple[Change, ...]:
        """Return what writes it; nothing if it is there."""
        if self.is_there:
            return ()
        value = {"as_of": self.as_of, "value": self.value, **self.more}
        return (AppendItem(self.indicator.at("measurements"), value),)


def new_source(plan: Plan, fields: Mapping[str, Value]) -> tuple[str, AddRecord]:
    """Return the code of a source that is not there yet, the next one if none is said, and what adds it."""
    code = str(fields.get("code") or next_code(plan.source_by_code, "S1"))
    return code, AddRecord("sources", {"code": code, **fields})
