"""The agenda for programs."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from serang_plan.analysis.rakor.agenda import Agenda, AgendaEntry, AgendaPart
from serang_plan.reports.agenda.page import PreparedRakor, attendees
from serang_plan.reports.agenda.wording import subject
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Count, Title
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Lang


class ItemRecord(NamedTuple):
    """An item of the agenda."""

    topic: AgendaPart
    subject: str
    """In the language of the report."""
    minutes: Count
    weight: Count
    """How many indicators and decisions it holds up."""
    opd: Codes


class AttendeeRecord(NamedTuple):
    """Who has to attend."""

    opd: Code | None
    """null for the leader who decides on what no OPD answers for."""
    position: str
    items: tuple[Count, ...]
    """Numbers of items, from 1 on."""
    brings: tuple[str, ...]


class AgendaData(NamedTuple):
    """Acara rakor berikutnya: pokok bahasan dan waktunya, yang ditunda, dan bahan dari tiap OPD.

    The agenda of the next rakor: its items and their minutes, what is put off, and what each OPD brings.
    """

    title: Title
    as_of: AsOf
    day: date | None
    budget: Count
    """The minutes that are available."""
    minutes: Count
    """The minutes that it takes, with opening and closing."""
    items: tuple[ItemRecord, ...]
    parked: tuple[ItemRecord, ...]
    attendees: tuple[AttendeeRecord, ...]


def data(prepared: PreparedRakor, lang: Lang) -> AgendaData:
    """Return the agenda, and who must be there."""
    agenda = prepared.agenda
    return AgendaData(
        plan_title(prepared.plan, lang),
        prepared.plan.as_of,
        agenda.day,
        agenda.budget,
        agenda.minutes,
        tuple(_item(agenda, entry, lang) for entry in agenda.entries),
        tuple(_item(agenda, entry, lang) for entry in agenda.parked),
        tuple(
            AttendeeRecord(attendee.opd or None, attendee.position, attendee.items, attendee.brings)
            for attendee in attendees(agenda, lang)
        ),
    )


def _item(agenda: Agenda, entry: AgendaEntry, lang: Lang) -> ItemRecord:
    return ItemRecord(entry.topic, subject(agenda, entry, lang), entry.minutes, entry.weight, entry.opd)
