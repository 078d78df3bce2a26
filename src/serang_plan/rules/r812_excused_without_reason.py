"""Keputusan dinyatakan tidak dapat ditindaklanjuti tanpa alasan.

A decision is said not to be actionable, without a reason.

Mengapa: hanya alasan yang sah membebaskan dari tindak lanjut; tanpa itu keputusan tetap ditagih.

Why: only a valid reason excuses from acting upon it; without one the decision is still asked for.

Salah:

    - {known: 2026-04-10, by: BAPPEDA, verified: tidak-dapat-ditindaklanjuti}

Benar:

    - {known: 2026-04-10, by: BAPPEDA, verified: tidak-dapat-ditindaklanjuti, reason: Lahannya sengketa}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import called, entries
from serang_plan.wording import Text

RULE = Rule("R812", "excused-without-reason", why=__doc__)
ADVICE = Text(
    "tulis alasannya di `reason`; bila keputusannya diganti, tulis `superseded_by`",
    "write why in `reason`; if another decision took its place, write `superseded_by`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for _, decision, entry in entries(plan):
        if entry.verified == "tidak-dapat-ditindaklanjuti" and entry.reason is None:
            message = Text(
                f"keputusan {called(decision)} dinyatakan tidak dapat ditindaklanjuti tanpa alasan",
                f"decision {called(decision)} is said not to be actionable, without a reason",
            )
            yield RULE.finding(message, entry.at("verified"), help=ADVICE)
