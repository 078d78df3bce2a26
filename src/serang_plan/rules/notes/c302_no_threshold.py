"""Indikator belum punya ambang.

An indicator has no threshold.

Mengapa: tanpa ambang, tidak ada nilai yang dapat disebut terpenuhi atau belum. Selama belum ada yang
menetapkan, ambangnya perlu diusulkan dalam rakor.

Why: without a threshold no value can be called met or not met. Until somebody sets one, it should be
proposed at the rakor.

Salah:

    - code: M06
      name: Jalan kota kondisi mantap
      aspect: fisik-lingkungan
      unit: "% panjang jalan"
      direction: naik

Benar:

    - code: M06
      name: Jalan kota kondisi mantap
      aspect: fisik-lingkungan
      unit: "% panjang jalan"
      direction: naik
      thresholds:
        - {value: 85, kind: kebijakan, basis: Usulan rakor}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import indicators, of_indicator
from serang_plan.wording import Text

RULE = Rule("C302", "no-threshold", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in indicators(plan):
        if not indicator.all_thresholds:
            named = of_indicator(indicator)
            yield RULE.finding(
                Text(f"indikator {named.id} belum punya ambang", f"indicator {named.en} has no threshold"),
                indicator.at("code"),
                help=Text(
                    "tambahkan `thresholds: [{value: …, kind: kebijakan, basis: …, known: …}]`",
                    "add `thresholds: [{value: …, kind: kebijakan, basis: …, known: …}]`",
                ),
            )
