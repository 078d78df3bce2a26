"""Keputusan rakor dinyatakan selesai tanpa bukti.

A decision of a rakor is called done without evidence.

Mengapa: yang dinyatakan selesai tidak dibahas lagi. Tanpa bukti dukung, tidak ada yang bisa memeriksanya.

Why: what is called done is not discussed again. Without evidence nobody can check it.

Salah:

    - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-05-29, status: selesai}

Benar:

    - code: R1-1
      text: Titik halte disepakati
      lead: DISHUB
      due: 2026-05-29
      status: selesai
      evidence: Berita acara 20 Mei 2026
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.follow_up import followed
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("R806", "closed-without-evidence", why=__doc__, severity=Severity.WARNING)
ADVICE = Text(
    "tambahkan `evidence`, misalnya nomor surat, berita acara, laporan atau foto",
    "add `evidence`, for example the number of a letter, minutes, a report or a photograph",
)


def check(plan: Plan) -> Iterator[Finding]:
    for follow_up in followed(plan):
        if follow_up.decision.status == "selesai" and follow_up.decision.evidence is None:
            message = Text(
                f"keputusan {follow_up.called} dinyatakan selesai tanpa bukti",
                f"decision {follow_up.called} is called done without evidence",
            )
            yield RULE.finding(message, follow_up.decision.at("status"), help=ADVICE)
