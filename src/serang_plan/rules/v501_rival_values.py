"""Beberapa nilai yang berbeda untuk waktu yang sama.

Different values stand for the same time.

Mengapa: dua angka untuk satu waktu boleh disimpan berdampingan, tetapi laporan hanya bisa memakai
satu. Tanpa tanda, pembaca tidak tahu mana yang dipakai dan mengapa.

Why: two figures for one time may stand side by side, but a report can use only one. Without a mark
nobody knows which one it is, and why.

Salah:

    - {as_of: 2022-03, value: 6.12, source: S35}
    - {as_of: 2022-03, value: 5.94, source: S89}

Benar:

    - {as_of: 2022-03, value: 6.12, source: S35}
    - {as_of: 2022-03, value: 5.94, source: S89, used: true, reason: Dipakai lagi pada 2023}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from serang_plan.analysis.indicators.evidence import is_open_dispute
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import figure
from serang_plan.wording import Lang, Text, listed

RULE = Rule("V501", "rival-values", why=__doc__, severity=Severity.WARNING)
_OTHER = Text("nilai yang lain", "the other value")
_MARK_ONE = Text(
    "tandai nilai yang dipakai dengan `used: true` dan tulis alasannya di `reason`",
    "mark the value to be used with `used: true` and say why in `reason`",
)
_LEAVE_ONE = Text("biarkan `used: true` pada satu nilai saja", "leave `used: true` on one value only")


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        for same_time in _by_time(indicator):
            rivals = _different(same_time)
            used = _different([measurement for measurement in same_time if measurement.used])
            if len(used) > 1:
                yield _finding(_both_used(indicator, used), used, "used", _LEAVE_ONE)
            elif len(rivals) > 1 and not used and not all(is_open_dispute(plan, rival) for rival in rivals):
                yield _finding(_none_used(indicator, rivals), rivals, "value", _MARK_ONE)


def _by_time(indicator: Indicator) -> Iterator[list[Measurement]]:
    by_time: dict[object, list[Measurement]] = defaultdict(list)
    for measurement in indicator.measurements:
        by_time[
            measurement.as_of, measurement.scope or indicator.scope, measurement.unit or indicator.unit
        ].append(measurement)
    return (same_time for same_time in by_time.values() if len(same_time) > 1)


def _different(same_time: list[Measurement]) -> list[Measurement]:
    """Leave out a value that another publisher only repeats."""
    different: dict[Decimal | int, Measurement] = {}
    for measurement in same_time:
        different.setdefault(measurement.value, measurement)
    return list(different.values())


def _finding(message: Text, rivals: list[Measurement], key: str, advice: Text) -> Finding:
    first, second, *more = rivals
    labels = tuple(Label(_OTHER, rival.at(key)) for rival in (first, *more))
    return RULE.finding(message, second.at(key), labels, advice)


def _none_used(indicator: Indicator, rivals: list[Measurement]) -> Text:
    time = rivals[0].as_of
    return Text(
        f"`{indicator.code}` punya {len(rivals)} nilai yang berbeda untuk {time.text('id')}: "
        f"{_figures(indicator, rivals, 'id')}",
        f"`{indicator.code}` has {len(rivals)} different values for {time.text('en')}: "
        f"{_figures(indicator, rivals, 'en')}",
    )


def _both_used(indicator: Indicator, used: list[Measurement]) -> Text:
    time = used[0].as_of
    return Text(
        f"{len(used)} nilai `{indicator.code}` untuk {time.text('id')} sama-sama ditandai `used`: "
        f"{_figures(indicator, used, 'id')}",
        f"{len(used)} values of `{indicator.code}` for {time.text('en')} are marked as `used`: "
        f"{_figures(indicator, used, 'en')}",
    )


def _figures(indicator: Indicator, rivals: list[Measurement], lang: Lang) -> str:
    words = [figure(rival.value, rival.unit or indicator.unit).for_lang(lang) for rival in rivals]
    return listed(words, lang, most=6)
