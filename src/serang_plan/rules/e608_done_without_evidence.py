"""Kegiatan selesai tanpa bukti.

An action is done without evidence.

Mengapa: kegiatan yang selesai menjadi dasar capaian. Tanpa bukti, capaian itu tidak bisa diperiksa.

Why: what is done becomes the ground of an achievement. Without evidence nobody can check it.

Salah:

    status: selesai
    done: 2020-12-08

Benar:

    status: selesai
    done: 2020-12-08
    evidence: [S83]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.known.actions import told_at
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("E608", "done-without-evidence", why=__doc__, severity=Severity.WARNING)
_HELP = Text(
    "tambahkan kode sumber yang membuktikannya di `evidence`",
    "add the code of the source that proves it to `evidence`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for action in plan.actions:
        if action.status == "selesai" and not action.evidence:
            message = Text(
                f"kegiatan `{action.code}` dinyatakan selesai tanpa bukti",
                f"action `{action.code}` is said to be done, without evidence",
            )
            yield RULE.finding(message, told_at(action, "status"), help=_HELP)
