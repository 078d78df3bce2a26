"""Kegiatan belum menjelaskan bagaimana budaya lokal dijaga.

An action does not say how it keeps local culture.

Mengapa: kota ini ingin besar dan hidup siang-malam tanpa kehilangan budayanya; bukan Las Vegas, bukan
Jakarta. Bila tidak ditulis sejak awal, hal ini baru teringat setelah semuanya dibangun.

Why: the city wants to grow and be awake day and night without losing its culture; not Las Vegas, not
Jakarta. If it is not written down early, it comes to mind only when all is built.

Salah:

    - {code: A01, name: Taman Deduluran}

Benar:

    - {code: A01, name: Taman Deduluran, culture: Namanya berarti persaudaraan.}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import live_actions, of_coded
from serang_plan.wording import Text

RULE = Rule("C314", "action-without-culture", why=__doc__, severity=Severity.NOTE)
_HELP = Text("tambahkan `culture: …`, satu kalimat", "add `culture: …`, one sentence")


def check(plan: Plan) -> Iterator[Finding]:
    for action in live_actions(plan):
        if action.culture is None:
            named = of_coded(action.code, action.name)
            message = Text(
                f"kegiatan {named.id} belum menjelaskan bagaimana budaya lokal dijaga",
                f"action {named.en} does not say how it keeps local culture",
            )
            yield RULE.finding(message, action.at("code"), help=_HELP)
