"""Keputusan rakor tidak punya batas waktu.

A decision of a rakor has no due date.

Mengapa: tanpa batas waktu, keputusan tidak pernah terlambat dan karena itu tidak pernah ditagih.

Why: without a due date a decision is never late, so nobody asks for it.

Salah:

    - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, status: proses}

Benar:

    - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: proses}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import open_decisions
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("R802", "decision-without-due", why=__doc__, severity=Severity.WARNING)
_USUAL = timedelta(days=30)


def check(plan: Plan) -> Iterator[Finding]:
    for follow_up in open_decisions(plan):
        if follow_up.decision.due is None:
            due = show(f"due: {max(follow_up.rakor.date, plan.as_of) + _USUAL}")
            message = Text(
                f"keputusan {follow_up.called} tidak punya batas waktu",
                f"decision {follow_up.called} has no due date",
            )
            advice = Text(
                f"sepakati batas waktunya, lalu tulis misalnya {due}",
                f"agree on a date, then write for example {due}",
            )
            yield RULE.finding(message, follow_up.at, help=advice)
