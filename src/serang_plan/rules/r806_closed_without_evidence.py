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

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.places import Pointer
from serang_plan.rules._decisions import called
from serang_plan.wording import Text

RULE = Rule("R806", "closed-without-evidence", why=__doc__, severity=Severity.WARNING)
CALLED_DONE = (DecisionState.REPORTED, DecisionState.ACCEPTED)
ADVICE = Text(
    "tambahkan `evidence`, misalnya nomor surat, berita acara, laporan atau foto",
    "add `evidence`, for example the number of a letter, minutes, a report or a photograph",
)


def check(plan: Plan) -> Iterator[Finding]:
    found: dict[Pointer, Finding] = {}
    for line in (line for life in decision_lives(plan) for line in life.lines):
        if line.state in CALLED_DONE and line.evidence is None:
            name = called(line.decision)
            message = Text(
                f"keputusan {name} dinyatakan selesai tanpa bukti",
                f"decision {name} is called done without evidence",
            )
            at = _said_so(line)
            found.setdefault(at, RULE.finding(message, at, help=ADVICE))
    yield from found.values()


def _said_so(line: DecisionLife) -> Pointer:
    """Return where it is called done last; that all OPD have done it may be said for all at once."""
    for entry in reversed(line.entries):
        if entry.status == "selesai" or entry.verified == "sesuai":
            return entry.at("status" if entry.status else "verified")
    return line.decision.at("status")
