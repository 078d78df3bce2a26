"""Minutes for programs."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from serang_plan.analysis.rakor.meetings import state_of
from serang_plan.model.rakor import MeetingState
from serang_plan.reports.minutes.page import Minutes
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Title
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Lang


class AttendanceRecord(NamedTuple):
    """Who attended for an OPD."""

    opd: Code
    by: str | None
    """The position of who attended."""
    present: bool


class DecidedRecord(NamedTuple):
    """What was decided."""

    code: Code | None
    text: str
    done_when: str | None
    lead: Code | None
    """An OPD, or `semua`."""
    support: Codes
    due: date | None
    """The first due date."""


class MinutesData(NamedTuple):
    """Notulen satu rakor: acara, kehadiran, keputusan, serta sidiknya setelah ditutup.

    The minutes of a rakor: agenda, attendance, decisions, and its fingerprint once it is closed.
    """

    title: Title
    as_of: AsOf
    day: date
    state: MeetingState
    place: str | None
    chair: str | None
    agenda: tuple[str, ...]
    attendance: tuple[AttendanceRecord, ...]
    decisions: tuple[DecidedRecord, ...]
    heard: Codes
    """Decisions of earlier rakor on which something became known on its day."""
    closed: date | None
    fingerprint: str | None


def data(minutes: Minutes, lang: Lang) -> MinutesData:
    """Return the minutes of a rakor."""
    plan, rakor = minutes.plan, minutes.rakor
    decisions = (life.decision for life in minutes.decisions)
    return MinutesData(
        plan_title(plan, lang),
        plan.as_of,
        rakor.date,
        state_of(plan, rakor),
        rakor.place,
        rakor.chair,
        tuple(item.text for item in rakor.agenda),
        tuple(AttendanceRecord(each.opd, each.by, each.present) for each in rakor.attendance),
        tuple(
            DecidedRecord(each.code, each.text, each.done_when, each.lead, each.support, each.due)
            for each in decisions
        ),
        tuple(dict.fromkeys(line.code for line in minutes.heard)),
        rakor.closed.date if rakor.closed else None,
        rakor.closed.fingerprint if rakor.closed else None,
    )
