"""Indikator pindah pengampu tanpa keputusan rakor yang menyebut pengampu barunya.

An indicator changes its lead without a decision of a rakor that names the new one.

Mengapa: saat tugas pindah, data, anggaran dan pekerjaan yang belum selesai ikut pindah. Tanpa kesepakatan
tertulis ada yang tertinggal. Bila OPD lama digabung ke OPD baru (`successor`), serah terimanya sudah diatur
dan aturan ini diam.

Why: when a duty moves, data, budget and unfinished work move with it, and without a written agreement some
of it is left behind. Where the old OPD was merged into the new one (`successor`), this rule is silent.

Salah:

    assignments:
      - {indicator: M01, lead: DPRKP, until: 2025}
      - {indicator: M01, lead: DLH, from: 2026}

Benar:

    assignments:
      - {indicator: M01, lead: DPRKP, until: 2025}
      - {indicator: M01, lead: DLH, from: 2026}
    rakor:
      - date: 2025-11-12
        decisions:
          - code: R1-1
            text: RTH diserahkan ke DLH
            lead: DLH
            indicator: M01
            due: 2025-12-31
            status: selesai
            evidence: Berita acara 15 Desember 2025
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.succession import Succession, unagreed
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("K707", "handover-without-agreement", why=__doc__, severity=Severity.NOTE)
BEFORE = Text("pengampu sebelumnya", "the lead before")


def check(plan: Plan) -> Iterator[Finding]:
    if plan.was_refused("rakor", ""):
        return
    for turn in unagreed(plan):
        yield _finding(plan, turn)


def _finding(plan: Plan, turn: Succession) -> Finding:
    named = indicator_named(plan, turn.after.indicator)
    old, new = show(turn.before.lead), show(turn.after.lead)
    message = Text(
        f"indikator {named.id} pindah pengampu dari {old} ke {new} tanpa keputusan rakor",
        f"the lead of {named.en} moves from {old} to {new} without a decision of a rakor",
    )
    advice = Text(
        f"catat keputusan serah terimanya di `rakor` dengan `indicator: {turn.after.indicator}` "
        f"dan `lead: {turn.after.lead}`",
        f"record the decision about the handover in `rakor` with `indicator: {turn.after.indicator}` "
        f"and `lead: {turn.after.lead}`",
    )
    return RULE.finding(
        message, turn.after.at("lead"), labels=(Label(BEFORE, turn.before.at("lead")),), help=advice
    )
