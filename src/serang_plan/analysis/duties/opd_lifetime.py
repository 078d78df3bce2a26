"""OPD in time: for when each OPD is named, and who was there before it or came after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.actions.active_years import carrier, end_of
from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.lookups.references import Reference
from serang_plan.model.action import Action
from serang_plan.model.opd import Assignment, Opd
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.model.when import When
from serang_plan.wording import Text

_MOST_STEPS = 20


class LifetimeEvent(NamedTuple):
    """A time, and what happens then, in words."""

    when: When
    said: Text


class OpdMention(NamedTuple):
    """An OPD that is named for a time; it must exist from the beginning, if that is known, to the end."""

    named: Reference
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
        year = LifetimeEvent(
            When(date(stage.year, 1, 1), date(stage.year, 12, 31)),
            Text(f"tahapan ini untuk {stage.year}", f"this stage is for {stage.year}"),
        )
        for nth, code in enumerate(stage.opd):
            yield OpdMention(Reference(code, stage, ("opd", nth)), year, year)
    for rakor in plan.rakor:
        yield from _of_rakor(rakor)


def _of_assignment(assignment: Assignment, today: date) -> Iterator[OpdMention]:
    begins, ends = _start(assignment), _end(assignment)
    if ends is None and begins is not None and begins.when.first > today:
        ends = begins
    elif ends is None:
        ends = LifetimeEvent(
            When(today, today), Text("tugas ini masih berlaku", "this duty is still in force")
        )
    begins = begins or _end(assignment)
    if assignment.lead is not None:
        yield OpdMention(Reference(assignment.lead, assignment, ("lead",)), begins, ends)
    for nth, code in enumerate(assignment.support):
        yield OpdMention(Reference(code, assignment, ("support", nth)), begins, ends)


def _start(assignment: Assignment) -> LifetimeEvent | None:
    when = assignment.from_
    if when is None:
        return None
    return LifetimeEvent(
        when, Text(f"tugas ini mulai {when.text('id')}", f"this duty runs from {when.text('en')} on")
    )


def _end(assignment: Assignment) -> LifetimeEvent | None:
    when = assignment.until
    if when is None:
        return None
    return LifetimeEvent(
        when, Text(f"tugas ini berlaku sampai {when.text('id')}", f"this duty lasts until {when.text('en')}")
    )


def _of_action(plan: Plan, action: Action) -> Iterator[OpdMention]:
    named, when = carrier(plan, action), end_of(plan, action) or action.start
    if named is not None and when is not None and action.status != "batal":
        said = Text(f"kegiatan ini untuk {when.text('id')}", f"this action is for {when.text('en')}")
        yield OpdMention(named, LifetimeEvent(when, said), LifetimeEvent(when, said))


def _of_rakor(rakor: Rakor) -> Iterator[OpdMention]:
    when = When(rakor.date, rakor.date)
    said = Text(f"rakor ini diadakan {when.text('id')}", f"this rakor was held on {when.text('en')}")
    held = LifetimeEvent(when, said)
    for nth, code in enumerate(rakor.invited):
        yield OpdMention(Reference(code, rakor, ("invited", nth)), held, held)
    for decision in rakor.decisions:
        if decision.lead is not None:
            yield OpdMention(Reference(decision.lead, decision, ("lead",)), held, held)
        for nth, code in enumerate(decision.support):
            yield OpdMention(Reference(code, decision, ("support", nth)), held, held)


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
    found: dict[str, list[Opd]] = defaultdict(list)
    for opd in plan.opd:
        if opd.successor is not None:
            found[opd.successor].append(opd)
    return {code: tuple(before) for code, before in found.items()}
