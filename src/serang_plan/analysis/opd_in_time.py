"""OPD in time: for when each OPD is named, and who was there before it or came after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.duty import exists_on
from serang_plan.analysis.references import Reference
from serang_plan.analysis.running import carrier, end_of
from serang_plan.model.action import Action
from serang_plan.model.opd import Assignment, Opd
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.model.when import When, parse_when
from serang_plan.wording import Text

_MOST_STEPS = 20


class Use(NamedTuple):
    """An OPD that is named for a time, and how to say for which; the OPD must exist all that time."""

    named: Reference
    begins: When | None
    ends: When
    said: Text


def uses(plan: Plan) -> Iterator[Use]:
    """Give every OPD that is named for a time: duties, actions, stages and rakor.

    A duty without an end lasts until the plan's date; an action counts when it ends.
    """
    for assignment in plan.assignments:
        yield from _of_assignment(assignment, plan.as_of)
    for action in plan.actions:
        yield from _of_action(plan, action)
    for stage in plan.stages:
        said = Text(f"tahapan ini untuk {stage.year}", f"this stage is for {stage.year}")
        for nth, code in enumerate(stage.opd):
            yield Use(Reference(code, stage, ("opd", nth)), _year(stage.year), _year(stage.year), said)
    for rakor in plan.rakor:
        yield from _of_rakor(rakor)


def _year(year: int) -> When:
    return parse_when(str(year)) or When(date(year, 1, 1), date(year, 12, 31))


def _of_assignment(assignment: Assignment, today: date) -> Iterator[Use]:
    start, end = assignment.from_, assignment.until
    ends = end or max(When(today, today), start or When(today, today))
    said = _duty(start, end)
    if assignment.lead is not None:
        yield Use(Reference(assignment.lead, assignment, ("lead",)), start or end, ends, said)
    for nth, code in enumerate(assignment.support):
        yield Use(Reference(code, assignment, ("support", nth)), start or end, ends, said)


def _duty(start: When | None, end: When | None) -> Text:
    if end is not None and start is not None:
        return Text(
            f"tugas ini berlaku dari {start.text('id')} sampai {end.text('id')}",
            f"this duty runs from {start.text('en')} until {end.text('en')}",
        )
    if end is not None:
        return Text(f"tugas ini berlaku sampai {end.text('id')}", f"this duty runs until {end.text('en')}")
    if start is not None:
        return Text(f"tugas ini berlaku sejak {start.text('id')}", f"this duty runs from {start.text('en')} on")
    return Text("tugas ini masih berlaku", "this duty is still in force")


def _of_action(plan: Plan, action: Action) -> Iterator[Use]:
    named, when = carrier(plan, action), end_of(plan, action) or action.start
    if named is not None and when is not None and action.status != "batal":
        said = Text(f"kegiatan ini untuk {when.text('id')}", f"this action is for {when.text('en')}")
        yield Use(named, when, when, said)


def _of_rakor(rakor: Rakor) -> Iterator[Use]:
    when = When(rakor.date, rakor.date)
    said = Text(f"rakor ini diadakan {when.text('id')}", f"this rakor was held on {when.text('en')}")
    for nth, code in enumerate(rakor.invited):
        yield Use(Reference(code, rakor, ("invited", nth)), when, when, said)
    for decision in rakor.decisions:
        if decision.lead is not None:
            yield Use(Reference(decision.lead, decision, ("lead",)), when, when, said)
        for nth, code in enumerate(decision.support):
            yield Use(Reference(code, decision, ("support", nth)), when, when, said)


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
