"""Waktu selesai kegiatan sudah lewat, tetapi kegiatannya belum selesai.

An action is past its finish and not done.

Mengapa: kegiatan yang terlambat digeser dengan alasan, bukan dilupakan. Selama jadwalnya tidak
diperbarui, OPD yang menunggunya tidak tahu harus menunggu sampai kapan.

Why: an action that is late is carried over with a reason and not forgotten. Until its date is
renewed, the OPD that wait for it do not know how long.

Salah:

    status: rencana
    finish: 2021-TW4

Benar:

    status: geser
    finish: 2021-TW4
    moves:
      - {to: 2027-TW2, reason: Lahan belum bebas}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.precedence import PlannedTime, finish_of
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("T406", "overdue-action", why=__doc__, severity=Severity.WARNING)
_HELP = Text(
    "bila sudah selesai, tambahkan `status: selesai` ke `history`; "
    "bila belum, waktu barunya (`finish`) dan alasannya",
    "if it is done, add `status: selesai` to `history`; if not, the new time (`finish`) and the reason",
)


def check(plan: Plan) -> Iterator[Finding]:
    for action in plan.actions:
        finish = finish_of(action)
        if finish is None or not is_open(action) or _was_moved_nowhere(action):
            continue
        if action.start is not None and finish.when.last < action.start.first:
            continue  # which of the two times is wrong is another finding's question
        if finish.when.last < plan.as_of:
            yield RULE.finding(_message(action, finish), finish.at, help=_HELP)


def is_open(action: Action) -> bool:
    """Whether an action is neither done nor cancelled, as far as is written."""
    return action.status not in ("selesai", "batal") and action.done is None


def _was_moved_nowhere(action: Action) -> bool:
    return action.status == "geser" and not action.moves


def _message(action: Action, finish: PlannedTime) -> Text:
    status = action.status
    return Text(
        f"kegiatan `{action.code}` seharusnya selesai {finish.when.text('id')}, tetapi "
        + (f"statusnya masih `{status}`" if status else "belum dinyatakan selesai"),
        f"action `{action.code}` was due {finish.when.text('en')}, but "
        + (f"its status is still `{status}`" if status else "is not marked as done"),
    )
