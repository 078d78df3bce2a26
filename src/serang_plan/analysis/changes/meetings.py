"""Meetings: a rakor that is written under another date is still the same rakor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from serang_plan.analysis.changes.both_states import now
from serang_plan.analysis.changes.change import Change, What
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.wording import without_form


def redated(before: Plan, after: Plan) -> tuple[Plan, tuple[Change, ...]]:
    """Return the state before under the dates of the state after, and which rakor have another one."""
    moved = _moved(before, after)
    if not moved:
        return before, ()
    meetings = (
        rakor.model_copy(update={"date": moved.get(rakor.date, rakor.date)}) for rakor in before.rakor
    )
    return before.with_records(rakor=tuple(meetings)), tuple(_changes(after, moved))


def _changes(after: Plan, moved: Mapping[date, date]) -> Iterator[Change]:
    was = {new: old for old, new in moved.items()}
    for rakor in after.rakor:
        if rakor.date in was:
            old, new = was[rakor.date], rakor.date
            yield now(What.RAKOR_MOVED, "rakor", rakor.date.isoformat(), rakor, "date", before=old, after=new)


def _moved(before: Plan, after: Plan) -> dict[date, date]:
    """Return the date now by the date before, where one rakor alone can be the other."""
    old, new = {rakor.date for rakor in before.rakor}, {rakor.date for rakor in after.rakor}
    gone = [rakor for rakor in before.rakor if rakor.date not in new]
    come = [rakor for rakor in after.rakor if rakor.date not in old]
    pairs = [(was.date, is_.date) for was in gone for is_ in come if _alike(was, is_)]
    olds, news = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    return {was: is_ for was, is_ in pairs if olds[was] == news[is_] == 1}


def _alike(rakor: Rakor, other: Rakor) -> bool:
    """Whether two rakor share a decision; where both have none, their agenda."""
    ours, theirs = set(_decided(rakor)), set(_decided(other))
    return bool(ours & theirs) if ours or theirs else bool(rakor.agenda) and rakor.agenda == other.agenda


def _decided(rakor: Rakor) -> Iterator[str]:
    for decision in rakor.decisions:
        yield without_form(decision.text)
        if decision.code:
            yield decision.code
