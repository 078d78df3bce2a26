"""The agenda as sheets: a line for each item, parked ones too, then who comes."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.analysis.rakor.agenda import AgendaEntry
from serang_plan.page import Sheet
from serang_plan.reports.agenda.page import Attendee, PreparedRakor, attendees
from serang_plan.reports.agenda.wording import PARTS, subject
from serang_plan.reports.parts.sheet_columns import OPD, Field, joined, sheet
from serang_plan.wording import Lang, Text


class AgendaLine(NamedTuple):
    """An item with its number; one that is parked has none."""

    nth: int | None
    entry: AgendaEntry
    subject: str


_ITEMS: tuple[Field[AgendaLine], ...] = (
    (Text("No.", "No."), lambda line, _: line.nth),
    (Text("Bagian", "Part"), lambda line, lang: PARTS[line.entry.topic].for_lang(lang)),
    (Text("Acara", "Item"), lambda line, _: line.subject),
    (Text("Menit", "Minutes"), lambda line, _: line.entry.minutes),
    (OPD, lambda line, _: joined(line.entry.opd)),
    (Text("Menahan (banyaknya)", "Holds up (count)"), lambda line, _: line.entry.weight),
)
_ATTENDEES: tuple[Field[Attendee], ...] = (
    (OPD, lambda attendee, _: attendee.opd or None),
    (Text("Jabatan", "Position"), lambda attendee, _: attendee.position),
    (Text("Acara", "Items"), lambda attendee, _: joined(map(str, attendee.items))),
    (Text("Membawa", "Brings"), lambda attendee, _: "; ".join(attendee.brings) or None),
)


def sheets(prepared: PreparedRakor, lang: Lang) -> tuple[Sheet, ...]:
    """Return the agenda, then who comes with what."""
    agenda = prepared.agenda
    lines = [
        AgendaLine(nth, entry, subject(agenda, entry, lang)) for nth, entry in enumerate(agenda.entries, 1)
    ]
    lines += [AgendaLine(None, entry, subject(agenda, entry, lang)) for entry in agenda.parked]
    return (
        sheet(Text("Acara", "Agenda"), _ITEMS, lines, lang),
        sheet(Text("Undangan", "Invited"), _ATTENDEES, attendees(agenda, lang), lang),
    )
