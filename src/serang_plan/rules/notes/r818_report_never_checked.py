"""Keputusan dilaporkan selesai, dan sudah beberapa rakor tidak diperiksa siapa pun.

A decision was reported done, and for several rakor nobody has checked that.

Mengapa: laporan selesai adalah pernyataan penanggung jawabnya sendiri; hanya pemeriksaan OPD lain yang
menutup keputusan. Banyaknya rakor yang masih dianggap wajar diatur di `settings.silent_rakor` (baku: 2).

Why: that it is done is what whoever is in charge says; only the verdict of another OPD closes a decision. How
many rakor are still fine is set by `settings.silent_rakor` (2 unless set).

Salah:

    - {known: 2025-10-20, by: DLH, status: selesai, evidence: Peta TPS}

Benar:

    - {known: 2025-10-20, by: DLH, status: selesai, evidence: Peta TPS}
    - {known: 2025-10-27, by: DISHUB, verified: sesuai}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import called, last_news
from serang_plan.wording import Text, short_date

RULE = Rule("R818", "report-never-checked", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    least = max(1, plan.settings.silent_rakor)
    for life in decision_lives(plan):
        if life.state is DecisionState.REPORTED and life.silent_rakor >= least:
            since, meetings = life.last_news, life.silent_rakor
            message = Text(
                f"keputusan {called(life.decision)} dilaporkan selesai {short_date(since, 'id')}, dan "
                f"dalam {meetings} rakor sesudahnya belum diperiksa",
                f"decision {called(life.decision)} was reported done {short_date(since, 'en')}, and "
                f"{meetings} rakor later nobody has checked that",
            )
            yield RULE.finding(message, last_news(life), help=_advice(life))


def _advice(life: DecisionLife) -> Text:
    typed = f"`serang-plan rakor accept {life.decision.code or 'R1-1'}`"
    return Text(f"terima atau kembalikan laporannya: {typed}", f"accept the report or send it back: {typed}")
