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

from serang_plan.analysis.duties.follow_up import FollowedDecision, followed
from serang_plan.analysis.duties.leads import leads_on
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("R801", "decision-without-lead", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    for one in followed(plan):
        if one.decision.lead is None and one.decision.status != "selesai":
            yield RULE.finding(
                Text(
                    f"keputusan {one.called} tidak punya penanggung jawab",
                    f"decision {one.called} has nobody in charge",
                ),
                one.at,
                help=_advice(plan, one),
            )


def _advice(plan: Plan, one: FollowedDecision) -> Text:
    indicator = one.decision.indicator or ""
    leads = leads_on(plan, indicator, one.rakor.date)
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
