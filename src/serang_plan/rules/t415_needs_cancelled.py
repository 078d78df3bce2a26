"""Kegiatan menunggu kegiatan yang sudah batal.

An action waits for one that was cancelled.

Mengapa: yang batal tidak akan pernah selesai, jadi kegiatan yang menunggunya tidak akan pernah
bisa mulai.

Why: what was cancelled will never finish, so what waits for it can never begin.

Salah:

    - {code: A02, name: Taman di Curug, status: rencana, needs: [A01]}

Benar:

    - {code: A02, name: Taman di Curug, status: rencana, needs: [A03]}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.known.actions import told_at
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules.t406_overdue_action import is_open
from serang_plan.wording import Text

RULE = Rule("T415", "needs-cancelled", why=__doc__, severity=Severity.WARNING)
_CANCELLED = Text("batal di sini", "it was cancelled here")


def check(plan: Plan) -> Iterator[Finding]:
    for action in filter(is_open, plan.actions):
        for nth, need in enumerate(action.needs):
            other = plan.action_by_code.get(need)
            if other is not None and other.status == "batal":
                message = Text(
                    f"kegiatan `{action.code}` menunggu `{need}`, padahal `{need}` sudah batal",
                    f"action `{action.code}` waits for `{need}`, which was cancelled",
                )
                advice = Text(
                    f"ganti `{need}` dengan kegiatan penggantinya, atau batalkan juga `{action.code}`",
                    f"name what replaces `{need}`, or cancel `{action.code}` as well",
                )
                yield RULE.finding(
                    message, action.at("needs", nth), (Label(_CANCELLED, told_at(other, "status")),), advice
                )
