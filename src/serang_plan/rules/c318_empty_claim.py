"""Sebuah pernyataan tidak menyebut jumlah maupun butir.

A claim says neither numbers nor the items of a list.

Mengapa: yang tidak menyebut berapa, atau butir mana, tidak dapat diletakkan di samping bukti, dan tidak
muncul di laporan.

Why: what says neither how many nor which items cannot be set beside the evidence, and stands in no report.

Salah:

    - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, met: 8, source: S1}

Benar:

    - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, indicators: 16, met: 8, source: S1}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, listed
from serang_plan.wording import backquoted as show

RULE = Rule("C318", "empty-claim", why=__doc__, severity=Severity.WARNING)
_HELP = Text(
    "tulis berapa dari berapa yang terpenuhi, atau status tiap butir di `said` dengan daftarnya di `list`",
    "write how many of how many are met, or how each item stands in `said`, with its list in `list`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for claim in plan.claims:
        numbers = {"indicators": claim.indicators, "met": claim.met}
        lacking = [f"`{key}`" for key, number in numbers.items() if number is None]
        if lacking and not claim.said:
            code = show(claim.code)
            message = Text(
                f"pernyataan {code} tidak menyebut {listed([*lacking, '`said`'], 'id')}",
                f"claim {code} says nothing in {listed([*lacking, '`said`'], 'en')}",
            )
            yield RULE.finding(message, claim.at("code"), help=_HELP)
