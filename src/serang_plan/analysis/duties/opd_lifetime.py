"""OPD lifetime: for when each OPD is named, and who was there before it or came after it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.actions.active_years import carrier, end_of
from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.lookups.references import Reference
from serang_plan.model.action import Action
from serang_plan.model.opd import Assignment, Opd
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor
from serang_plan.model.record import Record
from serang_plan.model.when import When
from serang_plan.wording import Text

_MOST_STEPS = 20


class LifetimeEvent(NamedTuple):
    """A time, and what happens then, in words."""

    when: When
    text: Text


class OpdMention(NamedTuple):
    """An OPD that is named for a time; it must exist from the beginning, if that is known, to the end."""

    reference: Reference
    begins: LifetimeEvent | None
    ends: LifetimeEvent


def opd_mentions(plan: Plan) -> Iterator[OpdMention]:
    """Give every OPD that is named for a time: duties, actions, stages and rakor.

    A duty without an end lasts until the plan's date; an action counts when it ends.
    """
    for assignment in plan.assignments:
        yield from _of_assignment(assignment, plan.as_of)
    for action in plan.actions:
        yield from _of_action(plan, action)
    for stage in plan.stages:
        when = When(date(stage.year, 1, 1), date(stage.year, 12, 31))
        year = LifetimeEvent(when, Text(f"tahapan ini untuk {stage.year}", f"this stage is for {stage.year}"))
        yield from _listed(stage, "opd", stage.opd, year, year)
    for rakor in plan.rakor:
        yield from _of_rakor(rakor)


def _listed(
    record: Record, key: str, codes: Sequence[str], begins: LifetimeEvent | None, ends: LifetimeEvent
) -> Iterator[OpdMention]:
    for nth, code in enumerate(codes):
        yield OpdMention(Reference(code, record, (key, nth)), begins, ends)


def _lead_and_support(
    record: Assignment | Decision, begins: LifetimeEvent | None, ends: LifetimeEvent
) -> Iterator[OpdMention]:
    if record.lead is not None:
        yield OpdMention(Reference(record.lead, record, ("lead",)), begins, ends)
    yield from _listed(record, "support", record.support, begins, ends)


def _of_assignment(assignment: Assignment, today: date) -> Iterator[OpdMention]:
    start, end = _start(assignment.from_), _end(assignment.until)
    if end is not None:
        yield from _lead_and_support(assignment, start or end, end)
    elif start is not None and start.when.first > today:
        yield from _lead_and_support(assignment, start, start)
    else:
        in_force = Text("tugas ini masih berlaku", "this duty is still in force")
        yield from _lead_and_support(assignment, start, LifetimeEvent(When(today, today), in_force))


def _start(when: When | None) -> LifetimeEvent | None:
    if when is None:
        return None
    text = Text(f"tugas ini mulai {when.text('id')}", f"this duty runs from {when.text('en')} on")
    return LifetimeEvent(when, text)


def _end(when: When | None) -> LifetimeEvent | None:
    if when is None:
        return None
    text = Text(f"tugas ini berlaku sampai {when.text('id')}", f"this duty lasts until {when.text('en')}")
    return LifetimeEvent(when, text)


def _of_action(plan: Plan, action: Action) -> Iterator[OpdMention]:
    reference, when = carrier(plan, action), end_of(plan, action) or action.start
    if reference is not None and when is not None and action.status != "batal":
        text = Text(f"kegiatan ini untuk {when.text('id')}", f"this action is for {when.text('en')}")
        yield OpdMention(reference, LifetimeEvent(when, text), LifetimeEvent(when, text))


def _of_rakor(rakor: Rakor) -> Iterator[OpdMention]:
    when = When(rakor.date, rakor.date)
    text = Text(f"rakor ini diadakan {when.text('id')}", f"this rakor was held on {when.text('en')}")
    meeting = LifetimeEvent(when, text)
    yield from _listed(rakor, "invited", rakor.invited, meeting, meeting)
    for decision in rakor.decisions:
        yield from _lead_and_support(decision, meeting, meeting)


# -- who instead ---------------------------------------------------------------


def successor_on(plan: Plan, opd: Opd, day: date) -> Opd | None:
    """Return the OPD that carries on the work of another on a day, through all its successors."""
    seen: set[str] = set()
    after: Opd | None = opd
    while after is not None and after.code not in seen and not exists_on(after, day):
        if len(seen) == _MOST_STEPS:
            return None
        seen.add(after.code)
        after = plan.opd_by_code.get(after.successor or "")
    return after if after is not None and after.code not in seen else None


def predecessors(plan: Plan) -> Mapping[str, tuple[Opd, ...]]:
    """Return which OPD each one followed, by its code."""
    return grouped((opd.successor, opd) for opd in plan.opd if opd.successor is not None)
