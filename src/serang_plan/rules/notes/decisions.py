"""Rules of rakor (R) whose findings are notes."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.findings import Finding, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import called, last_news, open_decisions
from serang_plan.rules._plan_rule import rule
from serang_plan.wording import Text, short_date

DECISION_WITHOUT_STATUS_ADVICE = Text(
    "tambahkan `status: menunggu`, `status: proses` atau `status: selesai`",
    "add `status: menunggu` (waiting), `status: proses` (under way) or `status: selesai` (done)",
)


@rule("R808", Severity.NOTE)
def decision_without_status(plan: Plan) -> Iterator[Finding]:
    """Keputusan rakor tidak punya status.

    A decision of a rakor has no status.

    Mengapa: tanpa status, tidak diketahui apakah keputusan ini sudah dikerjakan. Yang sudah terlambat
    atau lama tanpa kabar dilaporkan oleh aturan lain.

    Why: without a status nobody knows whether it is being done. What is late or has long been without news is
    reported by other rules.

    Salah:

        - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31}

    Benar:

        - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: menunggu}
    """
    least = max(1, plan.settings.silent_rakor)
    for follow_up in open_decisions(plan):
        asked_already = follow_up.days_late > 0 or follow_up.silent_rakor >= least
        if follow_up.is_unknown and not asked_already:
            message = Text(
                f"keputusan {follow_up.called} tidak punya status",
                f"decision {follow_up.called} has no status",
            )
            yield decision_without_status.finding(message, follow_up.at, help=DECISION_WITHOUT_STATUS_ADVICE)


DECISION_WITHOUT_PROOF_ADVICE = Text(
    "tambahkan `done_when`, misalnya `done_when: Berita acara`",
    "add `done_when`, for example `done_when: Berita acara` (signed minutes)",
)


@rule("R817", Severity.NOTE)
def decision_without_proof(plan: Plan) -> Iterator[Finding]:
    """Keputusan rakor tidak menyebut apa yang membuktikannya selesai.

    A decision of a rakor does not say what proves it done.

    Mengapa: tanpa keluaran yang disepakati, laporan selesai tidak dapat diperiksa: penanggung jawab dan
    pemeriksa masing-masing menafsirkannya sendiri.

    Why: without an agreed output nobody can check a report that it is done: whoever is in charge and whoever
    checks it read it each in their own way.

    Salah:

        - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: menunggu}

    Benar:

        - code: R1-1
          text: Titik halte disepakati
          done_when: Berita acara kesepakatan titik halte
    """
    for follow_up in open_decisions(plan):
        if follow_up.decision.done_when is None:
            message = Text(
                f"keputusan {follow_up.called} tidak menyebut apa yang membuktikannya selesai",
                f"decision {follow_up.called} does not say what proves it done",
            )
            yield decision_without_proof.finding(message, follow_up.at, help=DECISION_WITHOUT_PROOF_ADVICE)


@rule("R818", Severity.NOTE)
def report_never_checked(plan: Plan) -> Iterator[Finding]:
    """Keputusan dilaporkan selesai, dan sudah beberapa rakor tidak diperiksa siapa pun.

    A decision was reported done, and for several rakor nobody has checked that.

    Mengapa: laporan selesai adalah pernyataan penanggung jawabnya sendiri; hanya pemeriksaan OPD lain yang
    menutup keputusan. Banyaknya rakor yang masih dianggap wajar diatur di `settings.silent_rakor` (baku: 2).

    Why: that it is done is what whoever is in charge says; only the verdict of another OPD closes a
    decision. How many rakor are still fine is set by `settings.silent_rakor` (2 unless set).

    Salah:

        - {known: 2025-10-20, by: DLH, status: selesai, evidence: Peta TPS}

    Benar:

        - {known: 2025-10-20, by: DLH, status: selesai, evidence: Peta TPS}
        - {known: 2025-10-27, by: DISHUB, verified: sesuai}
    """
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
            yield report_never_checked.finding(message, last_news(life), help=_advice(life))


def _advice(life: DecisionLife) -> Text:
    typed = f"`serang-plan rakor accept {life.decision.code or 'R1-1'}`"
    return Text(f"terima atau kembalikan laporannya: {typed}", f"accept the report or send it back: {typed}")
