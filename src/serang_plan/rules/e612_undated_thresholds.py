"""Ambang tanpa tanggal.

Thresholds without a date.

Mengapa: ambang yang tidak diketahui sejak kapan terhitung berlaku pada setiap hari, juga pada hari
ketika belum ada. Laporan menandainya *tanpa tanggal*, dan putusan untuk hari yang lampau bisa keliru.

Why: a threshold of which nobody knows since when it exists counts on every day, also on days when it
was not there yet. Reports mark it as undated, and a standing for a day in the past may be wrong.

Salah:

    - {value: 70, kind: nasional, basis: Perpres 97/2017}

Benar:

    - {value: 70, kind: nasional, basis: Perpres 97/2017, known: 2017}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.known.known_since import known_since
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, many, quoted

RULE = Rule("E612", "undated-thresholds", why=__doc__, severity=Severity.WARNING)
_OTHER = Text("juga di sini", "here too")
_HELP = Text(
    "tulis `known: …`, `since: …`, atau tanggal terbit sumbernya",
    "write `known: …`, `since: …`, or when its source was published",
)


def check(plan: Plan) -> Iterator[Finding]:
    """Give one finding for all of them: they are asked for once."""
    undated = [
        (indicator.code, threshold)
        for indicator in plan.indicators
        for threshold in indicator.all_thresholds
        if known_since(plan, threshold) is None
    ]
    if undated:
        codes = tuple(dict.fromkeys(code for code, _ in undated))
        (_, first), *more = undated
        message = Text(
            f"{len(undated)} ambang tanpa tanggal: {quoted(codes, 16)}",
            f"{many(len(undated), 'threshold')} without a date: {quoted(codes, 16)}",
        )
        labels = tuple(Label(_OTHER, threshold.at("value")) for _, threshold in more)
        yield RULE.finding(message, first.at("value"), labels, _HELP)
