"""Keputusan rakor sudah lewat batas waktunya dan belum selesai.

A decision of a rakor is past its due date and not done.

Mengapa: yang menunggu keputusan ini ikut terlambat. Di rakor berikutnya perlu jelas apa kendalanya dan siapa
yang membantu.

Why: whoever waits for it is late as well. The next rakor must hear what is in the way and who helps.

Salah:

    - {code: R1-2, text: Lahan TPS disiapkan, lead: DLH, due: 2026-04-15, status: proses}

Benar:

    - {code: R1-2, text: Lahan TPS disiapkan, lead: DLH, due: 2026-07-15, status: proses}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import open_decisions
from serang_plan.wording import Text, number

RULE = Rule("R804", "overdue-decision", why=__doc__, severity=Severity.WARNING)
ADVICE = Text(
    "bila sudah selesai, tulis `status: selesai` dan `evidence`; bila belum, tulis kendalanya di `note` "
    "dan bahas di rakor berikutnya",
    "if it is done, write `status: selesai` and `evidence`; if not, write in `note` what is in the way "
    "and discuss it at the next rakor",
)


def check(plan: Plan) -> Iterator[Finding]:
    for follow_up in open_decisions(plan):
        if follow_up.days_late:
            dated = (entry for entry in reversed(follow_up.life.entries) if entry.due is not None)
            at = next(dated, follow_up.decision).at("due")
            yield RULE.finding(_message(follow_up.called, follow_up.days_late), at, help=ADVICE)


def _message(called: str, days: int) -> Text:
    return Text(
        f"keputusan {called} belum selesai, terlambat {number(days, 'id')} hari",
        f"decision {called} is not done, {number(days, 'en')} {'day' if days == 1 else 'days'} late",
    )
