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


def check(plan: Plan) -> Iterator[Finding]:
    for follow_up in open_decisions(plan):
        if follow_up.days_late:
            dated = (entry for entry in reversed(follow_up.life.entries) if entry.due is not None)
            at = next(dated, follow_up.decision).at("due")
            yield RULE.finding(
                _message(follow_up.called, follow_up.days_late), at, help=_advice(follow_up.decision.code)
            )


def _message(called: str, days: int) -> Text:
    return Text(
        f"keputusan {called} belum selesai, terlambat {number(days, 'id')} hari",
        f"decision {called} is not done, {number(days, 'en')} {'day' if days == 1 else 'days'} late",
    )


def _advice(code: str | None) -> Text:
    typed = f"`serang-plan rakor report {code or 'R1-1'}`"
    return Text(
        f"laporkan dengan {typed}: `--status selesai` beserta `--evidence`, atau kendalanya dengan `--note`",
        f"report with {typed}: `--status selesai` and `--evidence`, or what is in the way with `--note`",
    )
