"""Actions: what slipped, was cancelled, taken up again, done, or handed to another OPD."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.changes.both_states import Details, gone, now
from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.known.actions import handed_on
from serang_plan.model.action import Action, Move
from serang_plan.model.when import When

_A = "actions"


def action_changes(before: Action, after: Action) -> Iterator[Change]:
    """Give what happened to one action."""
    who = carrier(after) or carrier(before) or ""
    for change in (*_state(before, after), *_time(before, after), *_evidence(before, after)):
        yield change._replace(who=(who,) if who else ())
    old, new = carrier(before), carrier(after)
    if old != new:
        both = tuple(code for code in (old, new) if code)
        yield now(What.CARRIER, _A, after.code, after, "opd", before=old, after=new, who=both)


def carrier(action: Action) -> str | None:
    """Return the OPD that carries an action as known: a move or a report may hand it on."""
    return (handed_on(action) or action).opd


def _state(before: Action, after: Action) -> Iterator[Change]:
    was, is_ = _is(before), _is(after)
    if was == is_:
        return
    what = {"done": What.DONE, "cancelled": What.CANCELLED}.get(is_)
    if what is None:
        what = What.REVIVED if was == "cancelled" else What.REOPENED
    yield now(what, _A, after.code, after, "status", before=before.status, after=after.done or after.status)


def _is(action: Action) -> str:
    if action.status == "selesai" or action.done is not None:
        return "done"
    return "cancelled" if action.status == "batal" else "open"


def _time(before: Action, after: Action) -> Iterator[Change]:
    """Tell another finish of an action that is still open; when it was done says so itself."""
    if _is(after) != "open":
        return
    old, new = finish(before), finish(after)
    if old == new:
        return
    what = _later(old, new)
    more: Details = {"before": old, "after": new, "reason": _reason(before, after)}
    if after.moves:
        yield now(what, _A, after.code, after.moves[-1], "to", **more)._replace(record=after)
    else:
        yield now(what, _A, after.code, after, "finish", **more)


def _later(old: When | None, new: When | None) -> What:
    if new is None:
        return What.TIME_LOST
    if old is None:
        return What.TIME_SET
    return What.SLIPPED if (new.last, new.first) > (old.last, old.first) else What.BROUGHT_FORWARD


def finish(action: Action) -> When | None:
    """Return when an action is to be finished, as it is written: the last move, else the first plan."""
    if action.moves:
        return action.moves[-1].to
    return None if action.status == "geser" else action.finish


def _reason(before: Action, after: Action) -> str | None:
    """Return the reason of the last move, if that is new or says another reason now."""
    last: Move | None = after.moves[-1] if after.moves else None
    if last is None:
        return None
    there = {move.reason for move in before.moves}
    return last.reason if len(after.moves) > len(before.moves) or last.reason not in there else None


def _evidence(before: Action, after: Action) -> Iterator[Change]:
    left = tuple(code for code in before.evidence if code not in after.evidence)
    came = tuple(code for code in after.evidence if code not in before.evidence)
    if left:
        made, holder = (now, after) if after.evidence else (gone, before)
        yield made(What.EVIDENCE_GONE, _A, after.code, holder, "evidence", before=left, after=came)._replace(
            record=after
        )
    elif came:
        yield now(What.EVIDENCE_NEW, _A, after.code, after, "evidence", after=came)
