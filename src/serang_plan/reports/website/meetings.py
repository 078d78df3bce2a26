"""Meetings: who met about what, what was decided, and what became of each decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState
from serang_plan.model.rakor import EVERYBODY, DecisionEntry, Rakor
from serang_plan.page import Block, Cell, Column, Table
from serang_plan.reports.parts import decision_phrases as words_of
from serang_plan.reports.parts.phrases import NOTHING, table
from serang_plan.reports.website.addresses import meeting_title
from serang_plan.reports.website.particulars import (
    NOTE,
    SOURCE,
    Line,
    day_or_time,
    history,
    particulars,
    together,
)
from serang_plan.wording import Lang, Text, full_date

_DECISIONS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Keputusan", "Decision"), Column("", wrap=True, bare=True)),
    (Text("Penanggung jawab", "In charge"), Column("", drop=1)),
    (Text("Batas waktu", "Due"), Column("", drop=2)),
    (Text("Terlambat", "Late"), Column("", drop=4)),
    (Text("Keadaan", "State"), Column("", drop=3)),
)


def of_meeting(rakor: Rakor, lives: Sequence[DecisionLife], lang: Lang) -> Iterator[Block]:
    """Say where it was held, who came, what was on the agenda and what was decided."""
    present = (attendance.opd for attendance in rakor.attendance if attendance.present)
    lines: tuple[Line, ...] = (
        (Text("Tanggal", "Date"), full_date(rakor.date, lang)),
        (Text("Tempat", "Place"), rakor.place),
        (Text("Pimpinan", "Chair"), rakor.chair),
        (Text("Diundang", "Invited"), _invited(rakor, lang)),
        (
            Text("Hadir", "Present"),
            together(present),
        ),
        *((Text("Acara", "Agenda"), item.text) for item in rakor.agenda),
        (_MINUTES, day_or_time(rakor.closed.date, lang) if rakor.closed else None),
        (SOURCE, rakor.source),
        (NOTE, rakor.note),
    )
    yield particulars(lines, lang)
    if lives:
        yield decisions_table(Text("Keputusan", "Decisions"), lives, lang)


def _invited(rakor: Rakor, lang: Lang) -> str:
    everybody = rakor.invited == (EVERYBODY,)
    return Text("semua OPD", "all OPD").for_lang(lang) if everybody else together(rakor.invited)


_MINUTES = Text("Notulen ditutup", "Minutes closed")


def decisions_table(caption: Text, lives: Iterable[DecisionLife], lang: Lang) -> Table:
    """List decisions with who is in charge, by when, how late, and how they stand."""
    return table(caption, _DECISIONS, (_row(life, lang) for life in lives), lang)


def _row(life: DecisionLife, lang: Lang) -> tuple[Cell, ...]:
    return (
        Cell(life.decision.code or NOTHING),
        Cell(life.decision.text),
        Cell(words_of.in_charge(life, lang)),
        Cell(words_of.due(life, lang)),
        Cell(words_of.late(life, lang), "warn" if life.days_late else "plain"),
        Cell(life.state.word.for_lang(lang)),
    )


def of_decision(life: DecisionLife, lang: Lang) -> Iterator[Block]:
    """Say who does it by when, what it is about, and what became of it."""
    rakor, decision = life.rakor, life.decision
    lines: tuple[Line, ...] = (
        (Text("Rakor", "Meeting"), meeting_title(rakor, lang)),
        (Text("Penanggung jawab", "In charge"), words_of.in_charge(life, lang)),
        (Text("Pendukung", "Support"), together(decision.support)),
        (Text("Batas waktu", "Due"), words_of.due(life, lang)),
        (Text("Menyangkut", "About"), together(decision.matters)),
        (Text("Menunggu", "Waits for"), together(decision.waits_for)),
        (Text("Selesai bila", "Done when"), decision.done_when),
        (Text("Keadaan", "State"), life.state.word.for_lang(lang)),
        (Text("Per", "As of"), day_or_time(decision.updated, lang)),
        (Text("Bukti", "Evidence"), decision.evidence),
        (SOURCE, rakor.source),
        (NOTE, decision.note),
    )
    yield particulars(lines, lang)
    news = [(entry.known, _reports(entry, lang), entry.source) for entry in decision.history]
    yield from history(Text("Tindak lanjut", "Follow-up"), news, lang)


def _reports(entry: DecisionEntry, lang: Lang) -> Iterator[Line]:
    yield Text("oleh", "by"), entry.by
    yield Text("OPD", "OPD"), entry.opd
    yield Text("laporan", "report"), _REPORTS[entry.status].word.for_lang(lang) if entry.status else None
    yield Text("batas waktu baru", "new due date"), day_or_time(entry.due, lang)
    yield Text("bukti", "evidence"), entry.evidence
    yield (
        Text("diperiksa", "checked"),
        _VERDICTS[entry.verified].word.for_lang(lang) if entry.verified else None,
    )
    yield Text("digantikan", "superseded by"), entry.superseded_by
    yield Text("alasan", "reason"), entry.reason
    yield Text("catatan", "note"), entry.note


_REPORTS = {
    "menunggu": DecisionState.WAITING,
    "proses": DecisionState.RUNNING,
    "selesai": DecisionState.REPORTED,
}
_VERDICTS = {
    "sesuai": DecisionState.ACCEPTED,
    "belum-sesuai": DecisionState.NOT_CONFORMING,
    "belum-ditindaklanjuti": DecisionState.NOT_YET,
    "tidak-dapat-ditindaklanjuti": DecisionState.IMPOSSIBLE,
}
