"""Meetings: who met about what, what was decided, and what became of each decision."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.model.rakor import EVERYBODY, Decision, DecisionEntry, Rakor
from serang_plan.page import Block, Cell, Column
from serang_plan.reports.briefing.meeting import STATUSES
from serang_plan.reports.parts.phrases import NOTHING, table
from serang_plan.reports.website.addresses import meeting_title
from serang_plan.reports.website.particulars import (
    SOURCE,
    Line,
    day_or_time,
    history,
    particulars,
    together,
)
from serang_plan.wording import Lang, Text, full_date

_CHECKED = {
    "sesuai": Text("sesuai", "as decided"),
    "belum-sesuai": Text("belum sesuai", "not as decided"),
    "belum-ditindaklanjuti": Text("belum ditindaklanjuti", "not followed up"),
    "tidak-dapat-ditindaklanjuti": Text("tidak dapat ditindaklanjuti", "cannot be followed up"),
}
_DECISIONS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Keputusan", "Decision"), Column("", wrap=True, bare=True)),
    (Text("Penanggung jawab", "In charge"), Column("", drop=1)),
    (Text("Batas waktu", "Due"), Column("", drop=2)),
    (Text("Keadaan", "State"), Column("", drop=3)),
)


def of_meeting(rakor: Rakor, lang: Lang) -> Iterator[Block]:
    """Say where it was held, who came, what was on the agenda and what was decided."""
    lines: tuple[Line, ...] = (
        (Text("Tanggal", "Date"), full_date(rakor.date, lang)),
        (Text("Tempat", "Place"), rakor.place),
        (Text("Pimpinan", "Chair"), rakor.chair),
        (Text("Diundang", "Invited"), together(in_charge(opd, lang) for opd in rakor.invited)),
        (Text("Hadir", "Present"), together(each.opd for each in rakor.attendance if each.present)),
        *((Text("Acara", "Agenda"), item.text) for item in rakor.agenda),
        (_MINUTES, day_or_time(rakor.closed.date, lang) if rakor.closed else None),
        (SOURCE, rakor.source),
    )
    yield particulars(lines, lang)
    if rakor.decisions:
        rows = (_row(decision, lang) for decision in rakor.decisions)
        yield table(Text("Keputusan", "Decisions"), _DECISIONS, rows, lang)


_MINUTES = Text("Notulen ditutup", "Minutes closed")


def _row(decision: Decision, lang: Lang) -> tuple[Cell, ...]:
    return (
        Cell(decision.code or NOTHING),
        Cell(decision.text),
        Cell(in_charge(decision.lead, lang) or NOTHING),
        Cell(day_or_time(decision.due, lang) or NOTHING),
        Cell(STATUSES[decision.status].for_lang(lang)),
    )


def in_charge(lead: str | None, lang: Lang) -> str | None:
    """Name an OPD by its code, or all of them."""
    return Text("semua OPD", "all OPD").for_lang(lang) if lead == EVERYBODY else lead


def of_decision(rakor: Rakor, decision: Decision, lang: Lang) -> Iterator[Block]:
    """Say who does it by when, what it is about, and what became of it."""
    lines: tuple[Line, ...] = (
        (Text("Rakor", "Meeting"), meeting_title(rakor, lang)),
        (Text("Penanggung jawab", "In charge"), in_charge(decision.lead, lang)),
        (Text("Pendukung", "Support"), together(decision.support)),
        (Text("Batas waktu", "Due"), day_or_time(decision.due, lang)),
        (Text("Menyangkut", "About"), together(decision.matters)),
        (Text("Menunggu", "Waits for"), together(decision.waits_for)),
        (Text("Selesai bila", "Done when"), decision.done_when),
        (Text("Keadaan", "State"), STATUSES[decision.status].for_lang(lang)),
        (Text("Per", "As of"), day_or_time(decision.updated, lang)),
        (Text("Bukti", "Evidence"), decision.evidence),
        (SOURCE, rakor.source),
    )
    yield particulars(lines, lang)
    news = [(entry.known, _reports(entry, lang), entry.source) for entry in decision.history]
    yield from history(Text("Tindak lanjut", "Follow-up"), news, lang)


def _reports(entry: DecisionEntry, lang: Lang) -> Iterator[Line]:
    yield Text("oleh", "by"), entry.by
    yield Text("OPD", "OPD"), entry.opd
    yield Text("keadaan", "state"), STATUSES[entry.status].for_lang(lang) if entry.status else None
    yield Text("batas waktu baru", "new due date"), day_or_time(entry.due, lang)
    yield Text("bukti", "evidence"), entry.evidence
    yield Text("diperiksa", "checked"), _CHECKED[entry.verified].for_lang(lang) if entry.verified else None
    yield Text("digantikan", "superseded by"), entry.superseded_by
    yield Text("alasan", "reason"), entry.reason
