"""Agenda: what the next rakor takes up, in how many minutes, what must wait, who comes and brings what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.rakor.agenda import (
    CLOSING,
    OPENING,
    USUAL_MINUTES,
    Agenda,
    AgendaEntry,
    AgendaPart,
    agenda,
    invited_to,
)
from serang_plan.model.plan import Plan
from serang_plan.page import Block, Callout, Cell, Column, Group, Heading, Item, Items, Page, Paragraph, Table
from serang_plan.reports.agenda.invitation import Attachment, invitation
from serang_plan.reports.agenda.wording import PARTS, subject, title, to_bring
from serang_plan.reports.briefing.letter import secretary
from serang_plan.reports.parts.offices import head_of
from serang_plan.reports.parts.phrases import NOTHING, next_steps, report_page, table, titled
from serang_plan.wording import Lang, Text, listed, long_date, many


class PreparedRakor(NamedTuple):
    """What a rakor has to take up."""

    plan: Plan
    agenda: Agenda
    as_letter: bool = False
    """Whether the invitation is wanted."""
    opd: str = ""
    """The OPD that it goes to, if it is one."""
    for_each: bool = False
    """Whether what each OPD brings is wanted on a sheet of its own."""


class Attendee(NamedTuple):
    """Who must be there, for which items, and with what."""

    opd: str
    position: str
    items: tuple[int, ...]
    brings: tuple[str, ...]


def build(
    plan: Plan, day: date | None = None, budget: int = USUAL_MINUTES, *, as_letter: bool = False
) -> PreparedRakor:
    """Gather what a rakor on a day has to take up."""
    return PreparedRakor(plan, agenda(plan, day, budget, lambda entry: title(plan, entry, "id")), as_letter)


def letter(prepared: PreparedRakor, lang: Lang) -> Page:
    """Lay out the invitation of all, or of one OPD, with what they bring."""
    agenda, opd = prepared.agenda, prepared.opd
    lines = [title(prepared.plan, entry, lang) for entry in agenda.entries]
    attached = [] if opd else [Attachment("", _attendance(agenda, lang))]
    if opd or prepared.for_each:
        attached += [
            Attachment(attendee.position, _to_bring(agenda, attendee, lang))
            for attendee in attendees(agenda, lang)
            if opd in ("", attendee.opd)
        ]
    return invitation(agenda, lines, [opd] if opd else invited_to(agenda), attached, lang)


def page(prepared: PreparedRakor, lang: Lang) -> Page:
    """Lay out the agenda, or the invitation with what each OPD brings."""
    if prepared.as_letter:
        return letter(prepared, lang)
    day = prepared.agenda.day
    when = Text(f" {long_date(day, 'id')}", f" of {long_date(day, 'en')}") if day else Text("", "")
    name = Text(f"acara rakor{when.id}", f"agenda of the rakor{when.en}")
    agenda = prepared.agenda
    return report_page(prepared.plan, name, _blocks(agenda, lang), lang, details=_details(agenda, lang))


def attendees(agenda: Agenda, lang: Lang) -> Iterator[Attendee]:
    """Give who must be there and why: those whose items come up first come first.

    What no OPD answers for is the secretary's, who is invited for it, alone or as the head of an OPD.
    """
    numbered = [*enumerate(agenda.entries, 1)]
    open_ = [nth for nth, entry in numbered if not entry.opd and entry.topic is not AgendaPart.PLANNED]
    chief, heads = (
        secretary(agenda.plan, lang),
        {opd: head_of(agenda.plan, opd, lang) for opd in invited_to(agenda)},
    )
    seat = next((opd for opd, position in heads.items() if chief.startswith(position)), "")
    if open_ and not seat:
        yield Attendee("", chief, tuple(open_), _settles(open_, lang))
    for opd, position in heads.items():
        own = [(nth, entry) for nth, entry in numbered if opd in entry.opd]
        brought = dict.fromkeys(to_bring(entry, nth, opd, lang) for nth, entry in own)
        own_open = open_ if opd == seat else []
        items = (*(nth for nth, _ in own), *own_open)
        yield Attendee(opd, position, tuple(sorted(items)), (*brought, *_settles(own_open, lang)))


def _settles(items: Sequence[int], lang: Lang) -> tuple[str, ...]:
    if not items:
        return ()
    numbers = listed([str(nth) for nth in items], lang)
    return (Text(f"keputusan untuk acara {numbers}", f"a decision on item {numbers}").for_lang(lang),)


def _blocks(agenda: Agenda, lang: Lang) -> Iterator[Block]:
    yield Paragraph(_in_numbers(agenda, lang))
    if agenda.minutes > agenda.budget:
        over = agenda.minutes - agenda.budget
        words = Text(
            f"Acara yang sudah dijadwalkan melampaui waktu {over} menit.",
            f"What was planned takes {over} minutes more than there are.",
        )
        yield Callout(words.for_lang(lang))
    yield _table(agenda, lang)


def _details(agenda: Agenda, lang: Lang) -> Iterator[Block]:
    """Give what there is no time for, and who must be there."""
    if agenda.parked:
        yield Heading(_PARKED.for_lang(lang))
        yield Items(tuple(Item(_parked(agenda, entry, lang)) for entry in agenda.parked))
    yield _attendance(agenda, lang)
    if agenda.day is not None:
        steps = (
            (words.for_lang(lang), f"serang-plan rakor prepare {agenda.day} {typed}")
            for words, typed in _NEXT
        )
        yield from next_steps((Item(*step) for step in steps), lang)


_PARKED = Text("Menunggu giliran, belum ada waktunya", "Parked, for want of time")


def _in_numbers(agenda: Agenda, lang: Lang) -> str:
    count, waiting = len(agenda.entries), len(agenda.parked)
    parked = Text(f"; {waiting} menunggu giliran", f"; {waiting} parked") if waiting else Text("", "")
    return Text(
        f"{count} acara, {agenda.minutes} dari {agenda.budget} menit{parked.id}.",
        f"{many(count, 'item')}, {agenda.minutes} of {agenda.budget} minutes{parked.en}.",
    ).for_lang(lang)


def _parked(agenda: Agenda, entry: AgendaEntry, lang: Lang) -> str:
    return f"{PARTS[entry.topic].for_lang(lang)}: {subject(agenda, entry, lang)}"


_COLUMNS = (
    (Text("No.", "No."), Column("")),
    (Text("Acara", "Item"), Column("", wrap=True, bare=True)),
    (Text("Menit", "Minutes"), Column("", "right")),
    (Text("OPD", "OPD"), Column("", wrap=True)),
)


def _table(agenda: Agenda, lang: Lang) -> Table:
    groups: dict[str, list[tuple[Cell, ...]]] = {}
    for nth, entry in enumerate(agenda.entries, 1):
        who = listed(entry.opd, lang, most=5) or _LEADERS.for_lang(lang)
        cells = (Cell(str(nth)), Cell(subject(agenda, entry, lang)), Cell(str(entry.minutes)), Cell(who))
        groups.setdefault(PARTS[entry.topic].for_lang(lang), []).append(cells)
    whole = [
        _bare(Text("Pembukaan", "Opening"), OPENING, lang),
        *(Group(title, tuple(rows)) for title, rows in groups.items()),
        _bare(Text("Pembacaan keputusan dan penutup", "Decisions read out, closing"), CLOSING, lang),
    ]
    return Table(Text("Acara", "Agenda").for_lang(lang), titled(_COLUMNS, lang), tuple(whole))


_LEADERS = Text("pimpinan", "the leaders")


def _bare(words: Text, minutes: int, lang: Lang) -> Group:
    return Group("", ((Cell(NOTHING), Cell(words.for_lang(lang)), Cell(str(minutes)), Cell(NOTHING)),))


def _attendance(agenda: Agenda, lang: Lang) -> Table:
    rows = (
        (
            Cell(attendee.position),
            Cell(attendee.opd or NOTHING),
            Cell(", ".join(map(str, attendee.items)) or NOTHING),
            Cell(_sentence(attendee.brings) or NOTHING),
        )
        for attendee in attendees(agenda, lang)
    )
    return table(_CAPTION, _ATTENDANCE, rows, lang)


def _to_bring(agenda: Agenda, attendee: Attendee, lang: Lang) -> Table:
    """Return what is asked of one who comes, item by item, and how that stands."""
    rows = (
        (
            Cell(str(nth)),
            Cell(subject(agenda, entry, lang)),
            Cell(to_bring(entry, nth, attendee.opd, lang) if attendee.opd in entry.opd else _decides(lang)),
        )
        for nth, entry in enumerate(agenda.entries, 1)
        if nth in attendee.items
    )
    return table(_FOR_ONE, _ONE, rows, lang)


def _decides(lang: Lang) -> str:
    return Text("keputusan", "a decision").for_lang(lang)


_FOR_ONE = Text(
    "Yang dibahas, keadaannya, dan yang dibawa", "What is discussed, how it stands, what to bring"
)
_ONE = (
    (Text("Acara", "Item"), Column("")),
    (Text("Pokok dan keadaannya", "Subject, and how it stands"), Column("", wrap=True)),
    (Text("Membawa", "Brings"), Column("", wrap=True)),
)


def _sentence(brings: Sequence[str]) -> str:
    return "; ".join(brings)


_CAPTION = Text(
    "Yang diundang, untuk acara nomor berapa, dan yang dibawa", "Who comes, for which items, with what"
)
_ATTENDANCE = (
    (Text("Jabatan", "Position"), Column("", wrap=True)),
    (Text("OPD", "OPD"), Column("", drop=2, redundant=True)),
    (Text("Acara", "Items"), Column("")),
    (Text("Membawa", "Brings"), Column("", wrap=True)),
)


_NEXT = (
    (Text("Undangan sebagai nota dinas", "The invitation as a memorandum"), "--letter -o undangan.docx"),
    (Text("Dengan lampiran untuk tiap OPD", "With a sheet for each OPD"), "--letter --all -o undangan.docx"),
    (Text("Undangan untuk WhatsApp", "The invitation for WhatsApp"), "--letter --format whatsapp"),
    (Text("Tulis rakor ini ke dalam rencana", "Write this rakor into the plan"), "--save"),
)
