"""Keputusan ini hampir sama dengan keputusan lain yang belum selesai.

A decision says nearly the same as another that is still open.

Mengapa: keputusan yang diulang menutupi bahwa yang lama belum dikerjakan, dan batas waktunya
mulai lagi.

Why: to decide the same again hides that the old decision was not carried out, and its time starts anew.

Salah:

    - {code: R2-1, text: Lahan TPS di Kasemen segera disiapkan, lead: DLH, due: 2026-08-15, status: menunggu}

Benar:

    - {code: R2-1, text: Lahan TPS Kasemen dipagari, lead: DLH, due: 2026-08-15, status: menunggu}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.rakor.decision_order import repeated_decisions
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import called
from serang_plan.wording import Text

RULE = Rule("R815", "repeated-decision", why=__doc__, severity=Severity.WARNING)
ADVICE = Text(
    "bila memang sama, laporkan dan geser batas waktu yang lama; bila menggantikan, "
    "tulis `superseded_by` pada yang lama",
    "if it is the same, report on the old one and move its date; if it takes its place, "
    "write `superseded_by` there",
)


def check(plan: Plan) -> Iterator[Finding]:
    for earlier, later in repeated_decisions(plan):
        message = Text(
            f"keputusan {called(later.decision)} hampir sama dengan {called(earlier.decision)}, "
            "yang belum selesai",
            f"decision {called(later.decision)} says nearly the same as {called(earlier.decision)}, "
            "still open",
        )
        label = Label(Text("keputusan yang lebih dulu", "the earlier decision"), earlier.decision.at("text"))
        yield RULE.finding(message, later.decision.at("text"), (label,), ADVICE)
