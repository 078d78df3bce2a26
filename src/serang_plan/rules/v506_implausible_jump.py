"""Nilai berubah terlalu tajam.

A value changes too sharply to be likely.

Mengapa: lonjakan besar biasanya berarti satuan, cakupan atau cara menghitungnya berganti, bukan
kotanya yang berubah. Contohnya luas RTH yang tiba-tiba ikut menghitung sawah. Perubahan dihitung
per tahun; nilai yang seharusnya naik tetapi jatuh, misalnya 8,3 yang dimaksud 83, dihitung penuh.

Why: a big jump mostly means that the unit, the scope or the way of counting has changed, and not
the city; for example when rice fields are suddenly counted as green open space. A change is counted
by the year; a value that should rise and falls, such as 8.3 where 83 was meant, counts in full.

Salah:

    - {as_of: 2016, value: 2518.9, source: S12}
    - {as_of: 2023, value: 15452, source: S61}

Benar:

    - {as_of: 2016, value: 2518.9, source: S12}
    - {as_of: 2023, value: 2611.4, source: S900}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import Value, series
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, figure
from serang_plan.wording import Text

RULE = Rule("V506", "implausible-jump", why=__doc__, severity=Severity.WARNING)
_BEFORE = Text("nilai sebelumnya", "the value before it")
_HELP = Text(
    "cocokkan satuan, cakupan, letak koma dan cara menghitung kedua nilai; batasnya diatur di `jump_percent`",
    "compare unit, scope, decimal point and way of counting of both; the limit is set in `jump_percent`",
)
_YEAR = Fraction(1461, 4)


class _Jump(NamedTuple):
    """A change above the limit: by how much, and whether a value that should rise fell."""

    percent: Fraction
    fell: bool


def check(plan: Plan) -> Iterator[Finding]:
    limit = plan.settings.jump_percent
    for indicator in plan.indicators:
        if len(indicator.measurements) > 1:
            left: Value | None = None
            for before, after in pairwise(series(plan, indicator)):
                jump = jump_between(indicator, before, after, limit)
                back = left is not None and not jump_between(indicator, left, after, limit)
                if jump and not back:
                    yield _finding(indicator, before, after, jump)
                left = before if jump and not back else None


def jump_between(indicator: Indicator, before: Value, after: Value, limit: int) -> _Jump | None:
    """Return how much a value changes, if that is above the limit and no slip of the pen."""
    if not _is_steep(before, after, limit):
        return None
    fell = indicator.direction == "naik" and after.amount < before.amount
    percent = _percent(before, after) / (1 if fell else _years(before, after))
    mistyped = any(StatedValue(indicator, value.measurement).is_mistyped for value in (before, after))
    return _Jump(percent, fell) if percent > limit and not mistyped else None


def _is_steep(before: Value, after: Value, limit: int) -> bool:
    """Whether a change is above the limit before it is spread over its years, as few are."""
    return abs(after.amount - before.amount) * 100 > abs(before.amount) * limit


def _percent(before: Value, after: Value) -> Fraction:
    old, new = Fraction(before.amount), Fraction(after.amount)
    return abs(new - old) / abs(old) * 100 if old else Fraction(0)


def _years(before: Value, after: Value) -> Fraction:
    """Return the years between; a change within a year is not blown up to a year's."""
    days = (after.measurement.as_of.last - before.measurement.as_of.last).days
    return max(days / _YEAR, Fraction(1))


def _finding(indicator: Indicator, before: Value, after: Value, jump: _Jump) -> Finding:
    old, new = before.measurement, after.measurement
    change, first, last = (
        figure(jump.percent, "%", 1),
        *(figure(measurement.value, indicator.unit) for measurement in (old, new)),
    )
    moved = (
        Text("turun {}", "falls by {}") if jump.fell else Text("berubah {} setahun", "changes by {} a year")
    )
    message = Text(
        f"nilai `{indicator.code}` {moved.id.format(change.id)}: "
        f"dari {first.id} ({old.as_of.text('id')}) menjadi {last.id} ({new.as_of.text('id')})",
        f"the value of `{indicator.code}` {moved.en.format(change.en)}: "
        f"from {first.en} ({old.as_of.text('en')}) to {last.en} ({new.as_of.text('en')})",
    )
    return RULE.finding(message, new.at("value"), (Label(_BEFORE, old.at("value")),), _HELP)
