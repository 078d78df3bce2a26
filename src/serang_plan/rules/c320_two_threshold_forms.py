"""Sebuah indikator memakai `threshold` dan `thresholds` sekaligus.

An indicator has both `threshold` and `thresholds`.

Mengapa: `threshold` adalah bentuk lama dari daftar dengan satu isi. Bila keduanya ada, pembaca tidak tahu
ambang mana yang berlaku.

Why: `threshold` is the old form of a list of one. Where both stand, a reader cannot tell which of them holds.

Salah:

    threshold: {value: 80, kind: kebijakan, basis: Usulan rakor}
    thresholds: [{value: 100, kind: nasional, basis: RPJMN 2020–2024, due: 2024}]

Benar:

    thresholds:
      - {value: 80, kind: kebijakan, basis: Usulan rakor}
      - {value: 100, kind: nasional, basis: RPJMN 2020–2024, due: 2024}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import of_indicator
from serang_plan.wording import Text

RULE = Rule("C320", "two-threshold-forms", why=__doc__, severity=Severity.WARNING)
_LABEL = Text("daftarnya di sini", "the list is here")
_HELP = Text(
    "pindahkan isi `threshold` ke daftar `thresholds`",
    "move what `threshold` says into the list `thresholds`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        if indicator.threshold is not None and indicator.thresholds:
            named = of_indicator(indicator)
            yield RULE.finding(
                Text(
                    f"ambang {named.id} ditulis dalam dua bentuk",
                    f"the threshold of {named.en} has two forms",
                ),
                indicator.at("threshold"),
                (Label(_LABEL, indicator.at("thresholds")),),
                _HELP,
            )
