"""Kegiatan bergeser tanpa waktu baru atau tanpa alasan.

An action is moved without a new time or without a reason.

Mengapa: kegiatan yang bergeser tanpa waktu baru hilang dari rencana. Tanpa alasan, rakor tidak
tahu hambatan apa yang harus diselesaikan.

Why: an action that is moved to no date is lost to the plan. Without the reason, the rakor does not
know which obstacle to remove.

Salah:

    - {to: 2026}

Benar:

    - {to: 2026, reason: Menunggu hasil penataan ulang}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.known.actions import gives_first_time, moved_at, told_at
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.action import Move
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("T407", "move-without-reason", why=__doc__)
_NOTE = RULE._replace(severity=Severity.NOTE)
_NEW_TIME = Text(
    "tambahkan waktu dan alasannya, misalnya `history: [{known: …, finish: 2027-TW2, reason: …}]`",
    "add the time and the reason, for example `history: [{known: …, finish: 2027-TW2, reason: …}]`",
)
_REASON = Text("tulis alasannya di `reason`", "say why in `reason`")


def check(plan: Plan) -> Iterator[Finding]:
    for action in plan.actions:
        if action.status == "geser" and not action.moves:
            message = Text(
                f"kegiatan `{action.code}` digeser, tetapi waktu barunya belum ditulis",
                f"action `{action.code}` is put off, but to no new time",
            )
            yield RULE.finding(message, told_at(action, "status"), help=_NEW_TIME)
        for move in action.moves:
            if move.reason is None and not gives_first_time(action, move):
                yield _NOTE.finding(_without_reason(action.code, move), moved_at(action, move), help=_REASON)


def _without_reason(code: str, move: Move) -> Text:
    return Text(
        f"kegiatan `{code}` digeser ke {move.to.text('id')} tanpa alasan",
        f"action `{code}` is put off to {move.to.text('en')} without a reason",
    )
