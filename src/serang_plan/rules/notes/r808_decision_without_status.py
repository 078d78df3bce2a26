"""Keputusan rakor tidak punya status.

A decision of a rakor has no status.

Mengapa: tanpa status, tidak diketahui apakah keputusan ini sudah dikerjakan. Yang sudah terlambat atau lama
tanpa kabar dilaporkan oleh aturan lain.

Why: without a status nobody knows whether it is being done. What is late or has long been without news is
reported by other rules.

Salah:

    - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31}

Benar:

    - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: menunggu}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import open_decisions
from serang_plan.wording import Text

RULE = Rule("R808", "decision-without-status", why=__doc__, severity=Severity.NOTE)
ADVICE = Text(
    "tambahkan `status: menunggu`, `status: proses` atau `status: selesai`",
    "add `status: menunggu` (waiting), `status: proses` (under way) or `status: selesai` (done)",
)


def check(plan: Plan) -> Iterator[Finding]:
    least = max(1, plan.settings.silent_rakor)
    for follow_up in open_decisions(plan):
        asked_already = follow_up.days_late > 0 or follow_up.silent_rakor >= least
        if follow_up.is_unknown and not asked_already:
            message = Text(
                f"keputusan {follow_up.called} tidak punya status",
                f"decision {follow_up.called} has no status",
            )
            yield RULE.finding(message, follow_up.at, help=ADVICE)
