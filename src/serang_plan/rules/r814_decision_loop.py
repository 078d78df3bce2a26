"""Keputusan saling menunggu.

Decisions wait for each other in a circle.

Mengapa: bila semua saling menunggu, tidak ada yang bisa dilaksanakan.

Why: if all of them wait, none can be carried out.

Salah:

    - {code: R1-1, text: Lahan TPS disiapkan, lead: DLH, due: 2026-07-15, waits_for: [R1-2]}
    - {code: R1-2, text: Rute angkutan sampah diubah, lead: DISHUB, due: 2026-07-31, waits_for: [R1-1]}

Benar:

    - {code: R1-1, text: Lahan TPS disiapkan, lead: DLH, due: 2026-07-15}
    - {code: R1-2, text: Rute angkutan sampah diubah, lead: DISHUB, due: 2026-07-31, waits_for: [R1-1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.rakor.decision_order import waiting_circles
from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("R814", "decision-loop", why=__doc__)
ADVICE = Text(
    "tentukan mana yang dilaksanakan lebih dulu, lalu hapus yang ditunggunya dari `waits_for`",
    "settle which comes first, and take what it waits for out of its `waits_for`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for first, *others in waiting_circles(plan):
        codes = [f"`{decision.code}`" for decision in (first, *others, first)]
        message = Text(
            f"keputusan saling menunggu: {codes[0]} menunggu {', yang menunggu '.join(codes[1:])}",
            f"decisions wait for each other: {codes[0]} waits for {', which waits for '.join(codes[1:])}",
        )
        labels = (Label(Text("ini juga", "so does this"), other.at("waits_for")) for other in others)
        yield RULE.finding(message, first.at("waits_for"), tuple(labels), ADVICE)
