"""Indikator belum punya nilai.

An indicator has no value.

Mengapa: yang tidak diketahui bukan berarti terpenuhi, dan bukan berarti belum. Penghasil datanya perlu
diminta sebelum rakor, supaya yang dibahas keadaannya, bukan dugaannya.

Why: unknown is neither met nor unmet. Ask whoever produces the figure before the rakor, so that the
meeting speaks of what is, not of guesses.

Salah:

    - code: M10
      name: Rasio tempat tidur RS
      aspect: sosial
      unit: TT per 1.000 penduduk
      direction: naik
      threshold: {value: 1, kind: hukum, basis: Permenkumham 34/2016}

Benar:

    - code: M10
      name: Rasio tempat tidur RS
      aspect: sosial
      unit: TT per 1.000 penduduk
      direction: naik
      threshold: {value: 1, kind: hukum, basis: Permenkumham 34/2016}
      measurements: [{as_of: 2025, value: 0.8, source: S900}]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import indicators, of_indicator
from serang_plan.wording import Text

RULE = Rule("C306", "no-value", why=__doc__, severity=Severity.NOTE)
_HELP = Text(
    "tambahkan `measurements: [{as_of: …, value: …, source: …}]`",
    "add `measurements: [{as_of: …, value: …, source: …}]`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in indicators(plan):
        if not indicator.measurements:
            named = of_indicator(indicator)
            message = Text(f"indikator {named.id} belum punya nilai", f"indicator {named.en} has no value")
            yield RULE.finding(message, indicator.at("code"), help=_HELP)
