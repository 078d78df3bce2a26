"""Waktu mulai kegiatan sudah lewat, tetapi kegiatannya masih rencana.

The start of an action has passed and it is still only planned.

Mengapa: kegiatan yang terlambat mulai hampir pasti terlambat selesai. Rakor perlu tahu sebelum
tahunnya habis.

Why: an action that starts late will almost surely finish late. The rakor needs to know before the
year is over.

Salah:

    start: 2021-10
    status: rencana

Benar:

    start: 2021-10
    status: berjalan
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.known.actions import told_at
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("T414", "late-start", why=__doc__, severity=Severity.WARNING)
_HELP = Text(
    "bila sudah berjalan, tulis `status: berjalan`; bila belum, tulis jadwal barunya",
    "if it has begun, write `status: berjalan`; if not, write its new dates",
)


def check(plan: Plan) -> Iterator[Finding]:
    for action in plan.actions:
        start = action.start
        if start is not None and start.last < plan.as_of and _still_planned(plan, action):
            message = Text(
                f"kegiatan `{action.code}` seharusnya mulai {start.text('id')}, "
                "tetapi statusnya masih `rencana`",
                f"action `{action.code}` should have started {start.text('en')}, "
                "but its status is still `rencana`",
            )
            yield RULE.finding(message, told_at(action, "start"), help=_HELP)


def _still_planned(plan: Plan, action: Action) -> bool:
    """Whether it only waits to begin; past its finish it is another fault, and a move renews its dates."""
    overdue = action.finish is not None and action.finish.last < plan.as_of
    return action.status == "rencana" and action.done is None and not action.moves and not overdue
