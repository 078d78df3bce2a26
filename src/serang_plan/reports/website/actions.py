"""Actions: who does what, when, with what money, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.model.action import Action, ActionEntry
from serang_plan.page import Block
from serang_plan.reports.website.particulars import (
    NOTE,
    SOURCE,
    Line,
    day_or_time,
    history,
    particulars,
    together,
)
from serang_plan.wording import Lang, Text, money, number


def of_action(scheduled: Scheduled, lang: Lang) -> Iterator[Block]:
    """Say who does it, when, with what money and for what, and what became of it."""
    action = scheduled.action
    effects = (effect.code for effect in action.indicators)
    lines: tuple[Line, ...] = (
        (Text("Pelaksana", "Carried out by"), scheduled.opd),
        (Text("Indikator", "Indicators"), together(effects)),
        (Text("Keadaan", "State"), scheduled.state.value.for_lang(lang)),
        (Text("Diketahui sejak", "Known since"), day_or_time(action.known, lang)),
        (Text("Mulai", "Start"), day_or_time(action.start, lang)),
        (Text("Selesai", "Finish"), day_or_time(scheduled.finish, lang)),
        (Text("Menunggu", "Waits for"), together(action.needs)),
        (Text("Tempat", "Place"), action.place.site if action.place else None),
        (Text("Dana", "Funding"), "; ".join(_funding(action, lang))),
        (Text("Budaya lokal", "Local culture"), action.culture),
        (SOURCE, together((*action.sources, *action.evidence))),
        (NOTE, action.note),
    )
    yield particulars(lines, lang)
    news = [(entry.known, _changes(entry, lang), entry.source) for entry in action.history]
    yield from history(Text("Riwayat", "History"), news, lang)


def _funding(action: Action, lang: Lang) -> Iterator[str]:
    for funding in action.funding:
        amount = money(funding.amount, lang) if funding.amount is not None else None
        year = str(funding.year) if funding.year else None
        yield " ".join(part for part in (funding.source, year, amount) if part)


def _changes(entry: ActionEntry, lang: Lang) -> Iterator[Line]:
    yield Text("status", "status"), _STATES[entry.status].for_lang(lang) if entry.status else None
    yield Text("mulai", "start"), day_or_time(entry.start, lang)
    yield Text("rencana selesai", "planned finish"), day_or_time(entry.finish, lang)
    yield Text("selesai", "done"), day_or_time(entry.done, lang)
    yield Text("pelaksana", "carried out by"), entry.opd
    yield Text("tempat", "place"), entry.place.site if entry.place else None
    yield (
        Text("kemajuan fisik", "physical progress"),
        f"{number(entry.progress, lang)}%" if entry.progress is not None else None,
    )
    yield Text("realisasi", "spent"), money(entry.spent, lang) if entry.spent is not None else None
    yield Text("kendala", "obstacle"), entry.obstacle
    yield Text("langkah berikutnya", "next step"), entry.next
    yield Text("alasan", "reason"), entry.reason
    yield Text("catatan", "note"), entry.note


_STATES = {
    "rencana": Text("rencana", "planned"),
    "berjalan": Text("berjalan", "running"),
    "selesai": Text("selesai", "done"),
    "geser": Text("geser", "put off"),
    "batal": Text("batal", "cancelled"),
}
