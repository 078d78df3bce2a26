"""OPD end: until when an OPD exists, who follows it, and what goes over to that one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.duties.succession import end_of, first_day_typed, start_of
from serang_plan.editing.changes import AppendItem, Change, SetField, Value
from serang_plan.model.opd import Assignment, Opd
from serang_plan.model.plan import Plan
from serang_plan.model.when import When, parse_when
from serang_plan.operations.recording.duty import new_duty


def ended(plan: Plan, opd: Opd, end: Mapping[str, Value], entry: Mapping[str, Value]) -> Iterator[Change]:
    """Give what says when an OPD ends and who follows it, and what hands on its duties and actions.

    `entry` is what is said of each: since when it is known, and the source.
    """
    for key, value in end.items():
        yield SetField(opd.at(key), value)
    until, successor = end.get("until") or opd.until, end.get("successor") or opd.successor
    if isinstance(until, When) and isinstance(successor, str):
        for action in schedule(plan):
            outlives = action.finish is not None and action.finish.first > until.last
            if action.opd == opd.code and action.is_open and outlives:
                yield AppendItem(action.action.at("history"), {**entry, "opd": successor})
        for duty in plan.assignments:
            if duty.withdrawn is None and start_of(duty) <= until.last < end_of(duty):
                yield from _handed_on(plan, duty, opd.code, until, successor, entry)


def _handed_on(
    plan: Plan, duty: Assignment, opd: str, until: When, successor: str, entry: Mapping[str, Value]
) -> tuple[Change, ...]:
    """Return what gives a duty to the successor wherever the OPD is named in it; nothing if it is not."""
    lead, *support = (successor if code == opd else code for code in (duty.lead, *duty.support))
    if opd not in (duty.lead, *duty.support) or lead is None:
        return ()
    fields: dict[str, Value] = {
        "lead": lead,
        "support": tuple(code for code in dict.fromkeys(support) if code not in (lead, None)),
        "partners": duty.partners,
        **{key: value for key, value in entry.items() if key == "source"},
    }
    begins = parse_when(first_day_typed(until.last + timedelta(days=1)))
    return new_duty(plan, duty.indicator, begins, {key: value for key, value in fields.items() if value})
