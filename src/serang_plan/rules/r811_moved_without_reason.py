"""Batas waktu keputusan digeser tanpa alasan.

The due date of a decision was moved without a reason.

Mengapa: batas yang digeser diam-diam menyembunyikan keterlambatan. Rakor perlu tahu apa yang menghalangi.

Why: a date that moves in silence hides a delay. The rakor must hear what is in the way.

Salah:

    - {known: 2026-04-10, by: BAPPEDA, due: 2026-06-30}

Benar:

    - {known: 2026-04-10, by: BAPPEDA, due: 2026-06-30, reason: Sertifikat belum terbit}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import called, entries
from serang_plan.wording import Text, short_date

RULE = Rule("R811", "moved-without-reason", why=__doc__, severity=Severity.WARNING)
ADVICE = Text("tambahkan `reason` pada laporan itu", "add a `reason` to that report")


def check(plan: Plan) -> Iterator[Finding]:
    for _, decision, entry in entries(plan):
        if entry.due is not None and decision.due is not None and entry.reason is None:
            message = Text(
                f"batas waktu keputusan {called(decision)} digeser ke {short_date(entry.due, 'id')} "
                "tanpa alasan",
                f"decision {called(decision)} is now due {short_date(entry.due, 'en')}, without a reason",
            )
            yield RULE.finding(message, entry.at("due"), help=ADVICE)
