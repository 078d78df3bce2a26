"""Duty: an OPD leads an indicator from a time on, and who led before hands over; or a duty just ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from serang_plan.analysis.duties.succession import end_of, last_day_typed, start_of
from serang_plan.editing.changes import AddRecord, Change, SetField, Value
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text, backquoted, quoted

_BESIDE = ("source", "known", "note")
"""What may be said of a duty and makes no other of it."""


def duty_of(
    plan: Plan, indicator: str, from_: When | None, fields: Mapping[str, Value]
) -> tuple[Change, ...]:
    """Return what gives a duty, and ends the one before it; nothing if that one goes on as it is.

    Raises ProblemError if somebody leads the indicator already and no day is said from which another does.
    """
    day = from_.first if from_ else plan.as_of
    goes_on = any(_goes_on(duty, day, fields) for duty in standing_duties(plan, indicator))
    return () if goes_on else new_duty(plan, indicator, from_, fields)


def new_duty(
    plan: Plan, indicator: str, from_: When | None, fields: Mapping[str, Value]
) -> tuple[Change, ...]:
    """Return the same where everything is said that the new duty is to be; nothing if it is given already."""
    standing = standing_duties(plan, indicator)
    if any(_is_given(duty, from_, fields) for duty in standing):
        return ()
    dated: dict[str, Value] = {} if from_ is None else {"from": from_}
    if from_ is not None and from_.first > plan.as_of:
        dated["known"] = plan.as_of
    added = AddRecord("assignments", {"indicator": indicator, **dated, **fields})
    return (*_handing_over(indicator, standing, from_), added)


def end_of_duty(plan: Plan, indicator: str, lead: str, until: When) -> tuple[Change, ...]:
    """Return what ends the duty of an OPD, or of the only one that leads, without a successor.

    Raises ProblemError if nobody leads then, or several do and none is said.
    """
    duties = [
        duty
        for duty in standing_duties(plan, indicator)
        if lead in ("", duty.lead) and start_of(duty) <= until.last <= end_of(duty)
    ]
    if len(duties) != 1:
        raise _who_ends(indicator, lead, until, [str(duty.lead) for duty in duties])
    return (SetField(duties[0].at("until"), until),)


def standing_duties(plan: Plan, indicator: str) -> list[Assignment]:
    """Return the duties of an indicator that are not withdrawn."""
    duties = plan.assignments_by_indicator.get(indicator, ())
    return [duty for duty in duties if duty.lead is not None and duty.withdrawn is None]


def _is_given(duty: Assignment, from_: When | None, fields: Mapping[str, Value]) -> bool:
    return duty.from_ == from_ and all(getattr(duty, name) == value for name, value in fields.items())


def _goes_on(duty: Assignment, day: date, fields: Mapping[str, Value]) -> bool:
    """Whether a duty runs on a day already, and from then on is as it was."""
    meant = {"until": None, **{name: value for name, value in fields.items() if name not in _BESIDE}}
    runs = start_of(duty) <= day <= end_of(duty)
    return runs and all(getattr(duty, name) == value for name, value in meant.items())


def _handing_over(indicator: str, duties: list[Assignment], from_: When | None) -> Iterator[SetField]:
    """Give what ends the duties that would run on beside the new one."""
    for duty in duties:
        if from_ is None:
            raise _somebody_leads(indicator, str(duty.lead))
        if start_of(duty) < from_.first <= end_of(duty):
            until = last_day_typed(from_.first - timedelta(days=1))
            yield SetField(duty.at("until"), int(until) if until.isdigit() else until)


def _somebody_leads(indicator: str, lead: str) -> ProblemError:
    return ProblemError(
        Text(
            f"{backquoted(indicator)} sudah diampu {backquoted(lead)}",
            f"{backquoted(indicator)} is led by {backquoted(lead)} already",
        ),
        Text(
            "sebut sejak kapan yang baru mengampu: `--from 2027`",
            "say from when on the new one leads: `--from 2027`",
        ),
    )


def _who_ends(indicator: str, lead: str, until: When, leads: list[str]) -> ProblemError:
    who = Text(backquoted(lead), backquoted(lead)) if lead else Text("siapa pun", "anybody")
    if not leads:
        return ProblemError(
            Text(
                f"{backquoted(indicator)} tidak diampu {who.id} pada {until.text('id')}",
                f"{backquoted(indicator)} is not led by {who.en} in {until.text('en')}",
            ),
            Text(
                "tugas baru disebut dengan OPD dan `--from`", "a new duty is given with an OPD and `--from`"
            ),
        )
    return ProblemError(
        Text(
            f"{backquoted(indicator)} diampu beberapa OPD: {quoted(leads)}",
            f"several lead {backquoted(indicator)}: {quoted(leads)}",
        ),
        Text("sebut OPD yang berakhir tugasnya", "say whose duty ends"),
    )
