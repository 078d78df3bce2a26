"""Indikator belum memenuhi ambang dan belum punya target.

An indicator has not met its threshold and has no target.

Mengapa: ambang mengatakan ke mana, target mengatakan kapan. Tanpa target tahunan tidak ada yang dapat
mengatakan apakah kerja tahun ini cukup cepat.

Why: the threshold says where to, targets say by when. Without yearly targets nobody can say whether
this year's work is fast enough.

Salah:

    measurements: [{as_of: 2025, value: 12, source: S900}]

Benar:

    measurements: [{as_of: 2025, value: 12, source: S900}]
    targets: [{year: 2026, value: 13}, {year: 2027, value: 15}]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import falls_short, not_met, of_indicator
from serang_plan.wording import Text

RULE = Rule("C303", "no-target", why=__doc__, severity=Severity.NOTE)
_HELP = Text(
    "tambahkan `targets`; usulannya dapat dibuat dengan `serang-plan stages --propose`",
    "add `targets`; `serang-plan stages --propose` can propose some",
)


def check(plan: Plan) -> Iterator[Finding]:
    for verdict in not_met(plan):
        indicator = verdict.indicator
        if falls_short(verdict) and not indicator.targets:
            named = of_indicator(indicator)
            message = Text(
                f"indikator {named.id} belum terpenuhi dan belum punya target",
                f"indicator {named.en} is not met and has no target",
            )
            yield RULE.finding(message, indicator.at("code"), help=_HELP)
