"""Pilar visi kota belum didukung satu indikator pun.

No indicator supports a pillar of the city's vision.

Mengapa: kota yang dicita-citakan punya beberapa ciri. Ciri yang tidak diukur indikator mana pun akan
terlupakan, walaupun ke-16 indikatornya terpenuhi.

Why: the city that is wanted has several traits. One that no indicator measures will be forgotten, even
when all 16 are met.

Salah:

    pillars: [ramah]

Benar:

    pillars: [ramah, siang-malam]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.references import references
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import meant_by_slips, pillar_list
from serang_plan.rules._subjects import of_coded
from serang_plan.wording import Text

RULE = Rule("C310", "unserved-pillar", why=__doc__, severity=Severity.WARNING)


def check(plan: Plan) -> Iterator[Finding]:
    if plan.header is None or not plan.indicators or not is_read_in_full(plan, "indicators"):
        return
    named = list(references(plan, "plan"))
    supported = {reference.code for reference in named} | meant_by_slips(plan, pillar_list(plan), named)
    for pillar in {pillar.code: pillar for pillar in reversed(plan.header.pillars)}.values():
        if pillar.code not in supported:
            text = of_coded(pillar.code, pillar.name)
            message = Text(
                f"pilar {text.id} belum didukung satu indikator pun",
                f"no indicator supports pillar {text.en}",
            )
            advice = Text(
                f"tambahkan `pillars: [{pillar.code}]` pada indikator yang mendukungnya",
                f"add `pillars: [{pillar.code}]` to the indicator that supports it",
            )
            yield RULE.finding(message, pillar.at("code"), help=advice)
