"""Actions as known: the record with what its history added until the plan's date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from serang_plan.analysis import once_each
from serang_plan.analysis.known.known_since import is_known
from serang_plan.model.action import Action, ActionEntry, Move
from serang_plan.model.plan import Plan
from serang_plan.places import Pointer


@once_each
def known_action(plan: Plan, action: Action) -> Action:
    """Return an action as it stood on the plan's date: what was done or moved later is not there."""
    if not (action.history or action.moves or action.funding or action.done):
        return action
    entries = tuple(entry for entry in action.history if entry.known.last <= plan.as_of)
    old = tuple(move for move in action.moves if is_known(plan, move))
    money = tuple(part for part in action.funding if is_known(plan, part))
    fields: dict[str, Any] = {"moves": old, "history": entries, "funding": money}
    if action.done is not None and action.done.last > plan.as_of:
        fields["done"] = None
        if action.status == "selesai":
            begun = action.start is not None and action.start.last <= plan.as_of
            fields["status"] = "berjalan" if begun else "rencana"
    if action.status == "geser" and action.moves and not old:
        fields["status"] = "rencana"
    for entry in sorted(entries, key=lambda entry: entry.known.last):
        _apply(entry, action, fields)
    if fields == {"moves": action.moves, "history": action.history, "funding": action.funding}:
        return action
    return action.model_copy(update=fields)


def gives_first_time(action: Action, move: Move) -> bool:
    """Whether a move of an action as known only gives the time that it did not have: nothing was put off."""
    told = any((entry.known, entry.finish) == (move.known, move.to) for entry in action.history)
    return told and action.finish is None and action.status != "geser" and move == action.moves[0]


def told_at(action: Action, field: Literal["status", "start", "done"]) -> Pointer:
    """Return where the newest word on a field is written: in an entry of the history, or in the action."""
    if field == "done":
        done = _last(entry for entry in action.history if entry.status == "selesai")
        return (done or action).at("done" if done is None or done.done else "known")
    return (_last(entry for entry in action.history if getattr(entry, field) is not None) or action).at(field)


def moved_at(action: Action, move: Move) -> Pointer:
    """Return where the time is written to which a move puts an action off."""
    return move.at("finish" if any(entry.anchor == move.anchor for entry in action.history) else "to")


def _last(entries: Iterable[ActionEntry]) -> ActionEntry | None:
    return max(reversed([*entries]), key=lambda entry: entry.known.last, default=None)


def handed_on(action: Action) -> Move | ActionEntry | None:
    """Return what hands an action as known to another OPD last: a move, or a report that moves no time."""
    move = next((move for move in reversed(action.moves) if move.opd is not None), None)
    report = _last(entry for entry in action.history if entry.opd is not None and entry.finish is None)
    if report and move and move.known and move.known.last > report.known.last:
        return move
    return report or move


def _apply(entry: ActionEntry, action: Action, fields: dict[str, Any]) -> None:
    """Change what an entry says is other than before."""
    if entry.status is not None:
        fields["status"] = entry.status
        fields["done"] = (entry.done or entry.known) if entry.status == "selesai" else None
    if entry.start is not None:
        fields["start"] = entry.start
    if entry.finish is not None:
        move = _move(entry)
        if move not in fields["moves"]:
            fields["moves"] = (*fields["moves"], move)
    elif entry.opd is not None and not any(move.opd for move in fields["moves"]):
        fields["opd"] = entry.opd  # whoever carries it before it is moved
    if entry.place is not None:
        fields["place"] = entry.place
    if entry.evidence:
        before = fields.get("evidence", action.evidence)
        fields["evidence"] = tuple(dict.fromkeys((*before, *entry.evidence)))


def _move(entry: ActionEntry) -> Move:
    """Return a move as if it were written so; its place is that of the entry."""
    assert entry.finish is not None
    return Move.model_construct(
        to=entry.finish,
        known=entry.known,
        opd=entry.opd,
        reason=entry.reason,
        source=entry.source,
        anchor=entry.anchor,
    )
