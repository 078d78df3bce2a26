"""Status kegiatan dan waktu selesainya tidak cocok.

The status of an action and the time it was done disagree.

Mengapa: bila status dan waktu selesai tidak cocok, laporan tidak tahu apakah kegiatan itu masih
harus dikejar atau sudah bisa dibuktikan.

Why: if the status and the time disagree, no report can tell whether the action is still to be
pushed or already to be proven.

Salah:

    status: berjalan
    done: 2020-12-08

Benar:

    status: selesai
    done: 2020-12-08
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.known.actions import told_at
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.wording import Text, short_date

RULE = Rule("T411", "done-disagrees", why=__doc__)
_NOTE = RULE._replace(severity=Severity.NOTE)
_DONE = Text("sudah selesai di sini", "it was done here")
_WHEN = Text("tulis waktunya, misalnya `done: 2020-TW4`", "write when, for example `done: 2020-TW4`")
_STATUS = Text("tulis `status: selesai`", "write `status: selesai`")
_EITHER = Text("tulis `status: selesai`, atau hapus `done`", "write `status: selesai`, or take `done` out")
_PLANNED = Text(
    "perbaiki waktunya; waktu yang masih rencana ditulis di `finish`",
    "correct the time; a time that is only planned belongs in `finish`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for action in plan.actions:
        if action.done is None:
            if action.status == "selesai":
                yield _undated(action)
        elif action.done.first > plan.last_told:
            yield _in_future(plan, action, action.done)
        elif action.status is None:
            yield _without_status(action)
        elif action.status != "selesai":
            yield _other_status(action, action.done)


def _undated(action: Action) -> Finding:
    message = Text(
        f"kegiatan `{action.code}` sudah selesai, tetapi waktu selesainya belum ditulis",
        f"action `{action.code}` is done, but not said when",
    )
    return _NOTE.finding(message, told_at(action, "status"), help=_WHEN)


def _in_future(plan: Plan, action: Action, done: When) -> Finding:
    message = Text(
        f"kegiatan `{action.code}` tertulis sudah selesai {done.text('id')}, "
        f"padahal pemeriksaan ini per {short_date(plan.last_told, 'id')}",
        f"action `{action.code}` is said to be done {done.text('en')}, "
        f"after the day of this check, {short_date(plan.last_told, 'en')}",
    )
    return RULE.finding(message, told_at(action, "done"), help=_PLANNED)


def _without_status(action: Action) -> Finding:
    message = Text(
        f"kegiatan `{action.code}` punya waktu selesai, tetapi statusnya belum ditulis",
        f"action `{action.code}` has a time when it was done, but no status",
    )
    return _NOTE.finding(message, told_at(action, "done"), help=_STATUS)


def _other_status(action: Action, done: When) -> Finding:
    message = Text(
        f"kegiatan `{action.code}` sudah selesai {done.text('id')}, tetapi statusnya `{action.status}`",
        f"action `{action.code}` was done {done.text('en')}, but its status is `{action.status}`",
    )
    return RULE.finding(message, told_at(action, "status"), (Label(_DONE, told_at(action, "done")),), _EITHER)
