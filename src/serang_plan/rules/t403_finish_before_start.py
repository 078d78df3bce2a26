"""Kegiatan selesai sebelum mulai.

An action finishes before it starts.

Mengapa: jadwal yang terbalik membuat kegiatan hilang dari tahapan tahun mana pun, dan kegiatan
yang menunggunya ikut salah jadwal.

Why: an action whose times are turned round falls out of every yearly stage, and the actions that
wait for it get a wrong date too.

Salah:

    start: 2020-TW3
    finish: 2020-TW1

Benar:

    start: 2020-TW1
    finish: 2020-TW3
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.precedence import PlannedTime, finish_of
from serang_plan.analysis.known.actions import moved_at, told_at
from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("T403", "finish-before-start", why=__doc__)
_STARTS = Text("mulai di sini", "it starts here")
_HELP = Text(
    "tukar kedua waktu itu, atau perbaiki salah satunya", "swap the two times, or correct one of them"
)


def check(plan: Plan) -> Iterator[Finding]:
    for action in plan.actions:
        start = action.start
        if start is None:
            continue
        early = next((end for end in _ends(action) if end.when.last < start.first), None)
        if early is not None:
            message = Text(
                f"kegiatan `{action.code}` tertulis selesai {early.when.text('id')}, "
                f"padahal baru mulai {start.text('id')}",
                f"action `{action.code}` is said to finish {early.when.text('en')}, "
                f"but only starts {start.text('en')}",
            )
            yield RULE.finding(message, early.at, (Label(_STARTS, told_at(action, "start")),), _HELP)


def _ends(action: Action) -> Iterator[PlannedTime]:
    """Give when it is said to end, at first and after each move; if its start was changed, at last only."""
    if told_at(action, "start") == action.at("start"):
        if action.finish is not None:
            yield PlannedTime(action.finish, action.at("finish"))
        for move in action.moves:
            yield PlannedTime(move.to, moved_at(action, move))
    elif last := finish_of(action):
        yield last
    if action.done is not None:
        yield PlannedTime(action.done, told_at(action, "done"))
