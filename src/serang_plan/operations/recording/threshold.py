"""Threshold: what counts as met, beside the others of its indicator."""

from __future__ import annotations

from collections.abc import Mapping

from serang_plan.editing.changes import AppendItem, Change, RenameField, Value, fields_by_key, plain_of
from serang_plan.model.indicator import Indicator, Threshold


def threshold_of(indicator: Indicator, fields: Mapping[str, Value]) -> tuple[Change, ...]:
    """Return what adds a threshold; nothing if one says all of that already.

    A single one in the old form becomes the first of the list.
    """
    if any(_says(bar, fields) for bar in indicator.all_thresholds):
        return ()
    added = AppendItem(indicator.at("thresholds"), fields)
    if indicator.threshold is None:
        return (added,)
    return RenameField(indicator.at("threshold"), "thresholds", into_list=True), added


def _says(bar: Threshold, fields: Mapping[str, Value]) -> bool:
    """Whether a threshold that stands has all these fields."""
    meant = Threshold.model_validate(plain_of(fields))
    names = [fields_by_key(Threshold)[key].name for key in fields]
    return bar.withdrawn is None and all(getattr(bar, name) == getattr(meant, name) for name in names)
