"""Aspek sebuah indikator hampir sama dengan aspek yang dipakai indikator lain.

The aspect of an indicator is nearly that of others.

Mengapa: laporan menyusun indikator menurut aspek. Satu huruf yang salah menjadi judul tersendiri, dan
`gaps --aspect` melewatkan indikatornya.

Why: reports put the indicators in order by aspect. One wrong letter becomes a heading of its own, and
`gaps --aspect` passes the indicator by.

Salah:

    aspect: ekonomii

Benar:

    aspect: ekonomi
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import did_you_mean
from serang_plan.rules._subjects import of_indicator
from serang_plan.wording import Text, only_near
from serang_plan.wording import backquoted as show

RULE = Rule("L215", "near-aspect", why=__doc__, severity=Severity.WARNING)
_MOST_ASPECTS = 50
"""With more of them they are not headings any more, and there is nothing that others use."""


def check(plan: Plan) -> Iterator[Finding]:
    users = grouped((indicator.aspect, indicator) for indicator in plan.indicators)
    by_use = sorted(users, key=lambda aspect: -len(users[aspect]))[:_MOST_ASPECTS]
    for nth, aspect in enumerate(by_use):
        usual = only_near(aspect, by_use[:nth])
        if usual is not None:
            yield from _findings(users, aspect, usual)


def _findings(users: Mapping[str, tuple[Indicator, ...]], aspect: str, usual: str) -> Iterator[Finding]:
    first = users[usual][0]
    other = of_indicator(first)
    for indicator in users[aspect]:
        named = of_indicator(indicator)
        message = Text(
            f"aspek {named.id} ditulis {show(aspect)}, sedangkan {other.id} memakai {show(usual)}",
            f"the aspect of {named.en} is {show(aspect)}, while {other.en} has {show(usual)}",
        )
        label = Label(Text("aspek yang lazim", "the usual aspect"), first.at("aspect"))
        yield RULE.finding(message, indicator.at("aspect"), (label,), did_you_mean(usual))
