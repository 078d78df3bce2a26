"""Keputusan rakor yang belum selesai kini hilang.

A decision of a rakor that was open is gone.

Mengapa: keputusan yang dihapus tidak pernah ditagih lagi. Yang tidak berlaku lagi ditutup dengan
`verified: tidak-dapat-ditindaklanjuti` atau `superseded_by`. Aturan ini membandingkan dua keadaan rencana:
dengan arsip notulen yang ditutup, atau dengan `validate --against`.

Why: a decision that is deleted is never asked for again. One that no longer holds is closed by
`verified: tidak-dapat-ditindaklanjuti` or `superseded_by`. This rule compares two states of the plan: with
the archive of closed minutes, or with `validate --against`.

Salah:

    - {code: R1-2, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: menunggu}

Benar:

    - {code: R1-1, text: Lahan TPS disiapkan, lead: DLH, due: 2026-07-15, status: proses}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.decision_life import decision_lives
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, backquoted, short_date

RULE = Rule("P909", "decision-gone", why=__doc__, compares=True)
_HELP = Text(
    "kembalikan keputusannya; bila tidak berlaku lagi, tutup dengan alasan di `history`",
    "bring the decision back; if it no longer holds, close it with a reason in its `history`",
)


def check(before: Plan, after: Plan) -> Iterator[Finding]:
    """Give the open decisions of an earlier state that no rakor holds any more."""
    if not is_read_in_full(after, "rakor") or not after.rakor:
        return
    decisions = [decision for rakor in after.rakor for decision in rakor.decisions]
    there = {decision.code for decision in decisions} | {decision.text for decision in decisions}
    for life in decision_lives(before):
        if (
            life.is_open
            and life.decision.code is not None
            and there.isdisjoint((life.code, life.decision.text))
        ):
            text = backquoted(life.decision.text)
            message = Text(
                f"keputusan `{life.code}` dari rakor {short_date(life.rakor.date, 'id')} hilang: {text}",
                f"decision `{life.code}` of the rakor of {short_date(life.rakor.date, 'en')} is gone: {text}",
            )
            rakor = next((rakor for rakor in after.rakor if rakor.date == life.rakor.date), after.rakor[-1])
            yield RULE.finding(message, rakor.at("date"), help=_HELP)
