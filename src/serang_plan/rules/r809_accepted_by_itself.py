"""Keputusan diperiksa oleh penanggung jawabnya sendiri, atau oleh entah siapa.

A decision was judged by its own lead, or by nobody knows whom.

Mengapa: yang melapor tidak memeriksa laporannya sendiri. Penilaian seperti ini tidak menutup keputusan.

Why: who reports does not check the report. A verdict of this kind closes no decision.

Salah:

    - {known: 2026-04-02, by: DLH, verified: sesuai}

Benar:

    - {known: 2026-04-02, by: BAPPEDA, verified: sesuai}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.decision_life import is_by_itself
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import called, entries
from serang_plan.wording import Text

RULE = Rule("R809", "accepted-by-itself", why=__doc__)
ADVICE = Text(
    "tulis di `by` kode OPD lain yang memeriksa; laporan penanggung jawab ditulis dengan `status: selesai`",
    "write in `by` the code of the other OPD that checked it; a report of the lead is `status: selesai`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for _, decision, entry in entries(plan):
        if entry.verified is None or not is_by_itself(decision, entry):
            continue
        if entry.by is None:
            message = Text(
                f"tidak disebut siapa yang memeriksa keputusan {called(decision)}",
                f"it is not said who judged decision {called(decision)}",
            )
            yield RULE.finding(message, entry.at("verified"), help=ADVICE)
        else:
            message = Text(
                f"keputusan {called(decision)} diperiksa oleh penanggung jawabnya sendiri, `{entry.by}`",
                f"decision {called(decision)} was judged by its own lead, `{entry.by}`",
            )
            yield RULE.finding(message, entry.at("by"), help=ADVICE)
