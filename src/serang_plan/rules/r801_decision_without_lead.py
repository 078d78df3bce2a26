"""Keputusan rakor tidak punya penanggung jawab.

A decision of a rakor has nobody in charge.

Mengapa: keputusan yang menjadi urusan semua orang tidak dikerjakan siapa pun, dan tidak muncul dalam daftar
tugas OPD mana pun.

Why: what is everybody's business is done by nobody, and stands on no OPD's checklist.

Salah:

    - {code: R1-1, text: Data tempat tidur RS dikirim, due: 2026-07-31, status: proses}

Benar:

    - {code: R1-1, text: Data tempat tidur RS dikirim, lead: DINKES, due: 2026-07-31, status: proses}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.duties.leads import leads_on
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import open_decisions
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("R801", "decision-without-lead", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    for follow_up in open_decisions(plan):
        if follow_up.decision.lead is None:
            message = Text(
                f"keputusan {follow_up.called} tidak punya penanggung jawab",
                f"decision {follow_up.called} has nobody in charge",
            )
            yield RULE.finding(message, follow_up.at, help=_advice(plan, follow_up))


def _advice(plan: Plan, follow_up: FollowedDecision) -> Text:
    indicator = next(iter(follow_up.decision.matters), "")
    leads = leads_on(plan, indicator, follow_up.rakor.date)
    if len(leads) == 1:
        lead, of = show(f"lead: {leads[0]}"), indicator_named(plan, indicator)
        return Text(
            f"tambahkan penanggung jawabnya, misalnya {lead}, pengampu {of.id}",
            f"add who is in charge, for example {lead}, the lead of {of.en}",
        )
    return Text(
        "tambahkan `lead` dengan satu kode OPD, atau `lead: semua` bila berlaku untuk semua OPD",
        "add `lead` with the code of one OPD, or `lead: semua` if it is for every OPD",
    )
