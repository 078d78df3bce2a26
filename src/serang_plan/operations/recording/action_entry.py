"""Action entry: what became known of an action is added to its history."""

from __future__ import annotations

from collections.abc import Mapping

from serang_plan.analysis.actions.schedule import ActionState, Scheduled, schedule_of
from serang_plan.editing.changes import AppendItem, Change, Value, plain_of
from serang_plan.model.action import Action, ActionEntry
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text


def entry_of(plan: Plan, action: Action, fields: Mapping[str, Value]) -> tuple[Change, ...]:
    """Return what adds an entry to an action's history; nothing if it says no news.

    Raises ProblemError if the action is over, so that nothing more can become of it.
    """
    if fields.keys() <= {"known", "source"}:
        return ()
    entry = ActionEntry.model_validate(plain_of(fields))
    now = schedule_of(plan, action)
    if entry in action.history or _stands_so(now, entry):
        return ()
    if not now.is_open and (entry.status or entry.finish):
        raise _is_over(now)
    if entry.finish and entry.status == "geser" and now.state is ActionState.RUNNING:
        fields = {name: value for name, value in fields.items() if name != "status"}  # it runs on
    return (AppendItem(action.at("history"), fields),)


def _stands_so(now: Scheduled, entry: ActionEntry) -> bool:
    if any(getattr(entry, name) not in (None, _last(now.action, name)) for name in _told_by(entry)):
        return False
    match entry.status:
        case "selesai":
            same = now.action.done == (entry.done or entry.known)
            return now.state is ActionState.DONE and same and set(entry.evidence) <= set(now.action.evidence)
        case "batal":
            return now.state is ActionState.CANCELLED
        case "berjalan":
            return now.state is ActionState.RUNNING and entry.start in (None, now.start)
        case None if entry.finish is None:
            return True
        case _:
            same = now.finish == entry.finish and entry.opd in (None, now.opd)
            return bool(now.moves) and same


def _told_by(entry: ActionEntry) -> tuple[str, ...]:
    """Return the fields that are news, if they say something else than the last entry that has them."""
    news = ("progress", "spent", "obstacle", "next")
    return news if entry.status else (*news, "reason", "note", "source")


def _last(action: Action, name: str) -> object:
    told = (getattr(entry, name) for entry in reversed(action.history))
    return next((value for value in told if value is not None), None)


def _is_over(now: Scheduled) -> ProblemError:
    code, state, finish = now.code, now.state.value, now.finish
    since = Text("", "")
    if isinstance(finish, When) and now.state is ActionState.DONE:
        since = Text(f" {finish.text('id')}", f" {finish.text('en')}")
    return ProblemError(
        Text(
            f"kegiatan `{code}` sudah {state.id}{since.id}",
            f"action `{code}` is {state.en} already{since.en}",
        ),
        Text(
            f"bila salah catat baru saja: `serang-plan undo`; sebelumnya: `serang-plan withdraw {code}`",
            f"if that was a mistake just now: `serang-plan undo`; earlier: `serang-plan withdraw {code}`",
        ),
    )
