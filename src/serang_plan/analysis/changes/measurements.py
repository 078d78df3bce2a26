"""Measurements: published values that came, went or were written otherwise, and the sources behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from serang_plan.analysis.changes.both_states import BothStates, gone, now
from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.changes.significance import means_same
from serang_plan.model.indicator import Indicator, Measurement

_I = "indicators"
_TRUST = ("perlu-dicek", "turunan", "sekunder", "terverifikasi")


def figures(sides: BothStates, before: Indicator, after: Indicator) -> Iterator[Change]:
    """Give what happened to the values of one indicator; before and after are measurements."""
    who = sides.leads(after.code)
    for old, new in _paired(before.measurements, after.measurements):
        for change in _change(after, old, new):
            yield change._replace(who=who)


def _change(indicator: Indicator, old: Measurement | None, new: Measurement | None) -> Iterator[Change]:
    code = indicator.code
    if new is None and old is not None:
        yield gone(What.MEASUREMENT_GONE, _I, code, old, "value", before=old)._replace(record=indicator)
    elif old is None and new is not None:
        yield now(What.MEASUREMENT_NEW, _I, code, new, "value", after=new)._replace(record=indicator)
    elif old is not None and new is not None:
        for what, key in _what(old, new):
            yield now(what, _I, code, new, key, before=old, after=new)._replace(record=indicator)


def _what(old: Measurement, new: Measurement) -> Iterator[tuple[What, str]]:
    if old.source != new.source:
        if new.source is None:
            yield What.MEASUREMENT_SOURCE_GONE, "value"
        elif old.source is None:
            yield What.MEASUREMENT_SOURCE_NEW, "source"
        else:
            yield What.MEASUREMENT_SOURCE_CHANGED, "source"
    if old.verification != new.verification:
        less = _TRUST.index(new.verification) < _TRUST.index(old.verification)
        yield What.LESS_VERIFIED if less else What.BETTER_VERIFIED, "verification"
    hidden = {"source": new.source, "verification": new.verification}
    if not means_same(old.model_copy(update=hidden), new):
        yield What.MEASUREMENT_REVISED, "value"


def _paired(
    before: Sequence[Measurement], after: Sequence[Measurement]
) -> Iterator[tuple[Measurement | None, Measurement | None]]:
    """Pair values of the same time: those that mean the same, then of the same source, then what is left.

    What is left of one time on both sides in equal number was written otherwise; else it came and went.
    """
    old, new = _by_time(before), _by_time(after)
    for time in dict.fromkeys((*old, *new)):
        mine, theirs = old.get(time, []), new.get(time, [])
        for alike in (means_same, _same_value_and_source, _same_source, _same_value):
            for left in tuple(mine):
                match = next((other for other in theirs if alike(left, other)), None)
                if match is not None:
                    mine.remove(left)
                    theirs.remove(match)
                    yield left, match
        if len(mine) == len(theirs) == 1:
            yield mine.pop(), theirs.pop()
        yield from ((left, None) for left in mine)
        yield from ((None, left) for left in theirs)


def _by_time(measurements: Sequence[Measurement]) -> dict[object, list[Measurement]]:
    by_time: dict[object, list[Measurement]] = defaultdict(list)
    for measurement in measurements:
        by_time[measurement.as_of, measurement.scope, measurement.unit].append(measurement)
    return by_time


def _same_value_and_source(measurement: Measurement, other: Measurement) -> bool:
    return measurement.value == other.value and measurement.source == other.source


def _same_source(measurement: Measurement, other: Measurement) -> bool:
    return measurement.source is not None and measurement.source == other.source


def _same_value(measurement: Measurement, other: Measurement) -> bool:
    return measurement.value == other.value
