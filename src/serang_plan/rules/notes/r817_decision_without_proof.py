"""Keputusan rakor tidak menyebut apa yang membuktikannya selesai.

A decision of a rakor does not say what proves it done.

Mengapa: tanpa keluaran yang disepakati, laporan selesai tidak dapat diperiksa: penanggung jawab dan pemeriksa
masing-masing menafsirkannya sendiri.

Why: without an agreed output nobody can check a report that it is done: whoever is in charge and whoever
checks it read it each in their own way.

Salah:

    - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: menunggu}

Benar:

    - code: R1-1
      text: Titik halte disepakati
      done_when: Berita acara kesepakatan titik halte
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import open_decisions
from serang_plan.wording import Text

RULE = Rule("R817", "decision-without-proof", why=__doc__, severity=Severity.NOTE)
ADVICE = Text(
    "tambahkan `done_when`, misalnya `done_when: Berita acara`",
    "add `done_when`, for example `done_when: Berita acara` (signed minutes)",
)


def check(plan: Plan) -> Iterator[Finding]:
    for follow_up in open_decisions(plan):
        if follow_up.decision.done_when is None:
            message = Text(
                f"keputusan {follow_up.called} tidak menyebut apa yang membuktikannya selesai",
                f"decision {follow_up.called} does not say what proves it done",
            )
            yield RULE.finding(message, follow_up.at, help=ADVICE)
