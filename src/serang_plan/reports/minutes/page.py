"""Minutes: who came, what was taken up, what was decided, and where it is signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.duties.decision_life import DecisionLife, answering, decision_lives
from serang_plan.model.header import Letter
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Attendance, Rakor
from serang_plan.page import (
    Block,
    Callout,
    Cell,
    Column,
    Fields,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
)
from serang_plan.reports.briefing.letter import signed
from serang_plan.reports.parts import decision_phrases as words_of
from serang_plan.reports.parts.offices import head_of
from serang_plan.reports.parts.phrases import NOTHING, banners, plan_title, table
from serang_plan.wording import Lang, Text, full_date, long_date, short_date

_BY_HAND = "…………"
"""Where somebody signs in a list, or writes whether somebody came."""
_UNKNOWN = Letter.model_construct()


class Minutes(NamedTuple):
    """A rakor, what it decided, and which reports it heard."""

    plan: Plan
    rakor: Rakor
    decisions: tuple[DecisionLife, ...]
    heard: tuple[DecisionLife, ...]
    """Decisions of earlier rakor on which something became known on its day."""


def build(plan: Plan, rakor: Rakor) -> Minutes:
    """Gather what the minutes of a rakor say."""
    lives = decision_lives(plan)
    own = tuple(life for life in lives if life.rakor.date == rakor.date)
    earlier = (line for life in lives if life.rakor.date < rakor.date for line in life.lines_in_short)
    return Minutes(plan, rakor, own, tuple(line for line in earlier if rakor.date in _news_days(line)))


def _news_days(line: DecisionLife) -> set[date | None]:
    """Return the days on which there was news of a decision, in both forms."""
    return {line.decision.updated, *(entry.known.last for entry in line.entries)}


def page(minutes: Minutes, lang: Lang) -> Page:
    """Lay the minutes out; what the plan does not say is filled in by hand."""
    plan = minutes.plan
    letter = plan.settings.letter or _UNKNOWN
    return Page(
        Text("NOTULEN RAPAT KOORDINASI", "MINUTES OF THE RAKOR").for_lang(lang),
        "",
        (
            *_draft(minutes, lang),
            *banners(plan, lang),
            _head(minutes, lang),
            *_agenda(minutes.rakor, lang),
            *_attendance(minutes, lang),
            *_heard(minutes, lang),
            *_decisions(minutes, lang),
            *_signatures(minutes.rakor, letter, lang),
        ),
        lang=lang,
        as_of=plan.as_of,
        letterhead=letter.letterhead,
    )


def _draft(minutes: Minutes, lang: Lang) -> Iterator[Block]:
    """Say that minutes which are not closed may still change, and what they are as of."""
    if minutes.rakor.closed is None:
        day = long_date(minutes.plan.as_of, lang)
        words = Text(
            f"Konsep per {day}: notulen ini belum ditutup.",
            f"Draft as of {day}: these minutes are not closed yet.",
        )
        yield Callout(words.for_lang(lang))


def _head(minutes: Minutes, lang: Lang) -> Fields:
    rakor = minutes.rakor
    rows = (
        (Text("Rapat", "Meeting"), plan_title(minutes.plan, lang)),
        (Text("Hari, tanggal", "Date"), long_date(rakor.date, lang)),
        (Text("Waktu", "Time"), ""),
        (Text("Tempat", "Place"), rakor.place or ""),
        (Text("Pimpinan rapat", "Chair"), rakor.chair or ""),
        (Text("Notulis", "Minutes taken by"), ""),
    )
    return Fields(tuple((name.for_lang(lang), text) for name, text in rows))


def _agenda(rakor: Rakor, lang: Lang) -> Iterator[Block]:
    yield Heading(Text("Acara", "Agenda").for_lang(lang))
    if rakor.agenda:
        yield Items(tuple(Item(item.text) for item in rakor.agenda), numbered=True)
    else:
        yield Paragraph(Text("Acara tidak dicatat.", "No agenda was recorded.").for_lang(lang))


def _attendance(minutes: Minutes, lang: Lang) -> Iterator[Block]:
    """Give who came, or whom there is to tick off, each with room for a signature."""
    yield Heading(Text("Kehadiran", "Attendance").for_lang(lang))
    noted = {attendance.opd: attendance for attendance in minutes.rakor.attendance}
    codes = dict.fromkeys((*answering(minutes.plan, minutes.rakor), *noted))
    rows = (
        (
            Cell(str(nth)),
            Cell(_position(minutes.plan, code, noted.get(code), lang)),
            Cell(_presence(noted.get(code), lang)),
            Cell(_BY_HAND),
        )
        for nth, code in enumerate(codes, 1)
    )
    yield table(Text("Daftar hadir", "List of attendance"), _ATTENDANCE, rows, lang)


def _position(plan: Plan, code: str, attendance: Attendance | None, lang: Lang) -> str:
    office = head_of(plan, code, lang)
    if attendance is None or attendance.by is None:
        return office
    return f"{attendance.by} ({code})"


def _presence(attendance: Attendance | None, lang: Lang) -> str:
    """Say whether somebody came; of whom nothing was noted, that is filled in by hand."""
    if attendance is None:
        return _BY_HAND
    return (Text("hadir", "present") if attendance.present else Text("tidak hadir", "absent")).for_lang(lang)


_ATTENDANCE = (
    (Text("No.", "No."), Column("", "right")),
    (Text("Jabatan", "Position"), Column("", wrap=True)),
    (Text("Kehadiran", "Presence"), Column("")),
    (Text("Tanda tangan", "Signature"), Column("", drop=9)),
)


def _heard(minutes: Minutes, lang: Lang) -> Iterator[Block]:
    if minutes.heard:
        yield Heading(
            Text("Tindak lanjut keputusan sebelumnya", "Follow-up of earlier decisions").for_lang(lang)
        )
        yield Items(tuple(Item(_told(line, lang)) for line in minutes.heard))


def _told(line: DecisionLife, lang: Lang) -> str:
    parts = [words_of.state(line, lang)]
    if line.evidence:
        parts.append(Text(f"bukti: {line.evidence}", f"evidence: {line.evidence}").for_lang(lang))
    if line.postponements:
        moved = line.postponements[-1]
        due, why = words_of.due(line, lang), f": {moved.entry.reason}" if moved.entry.reason else ""
        parts.append(Text(f"tenggat {due}{why}", f"due {due}{why}").for_lang(lang))
    parts += words_of.in_the_way(line, lang)
    return f"{words_of.named(line, words_of.IN_FULL)} ({words_of.in_charge(line, lang)}): {'; '.join(parts)}"


def _decisions(minutes: Minutes, lang: Lang) -> Iterator[Block]:
    yield Heading(Text("Keputusan", "Decisions").for_lang(lang))
    if not minutes.decisions:
        yield Paragraph(Text("Tidak ada keputusan yang dicatat.", "No decision was recorded.").for_lang(lang))
        return
    rows = (
        (
            Cell(life.decision.code or str(nth)),
            Cell(life.decision.text),
            Cell(life.decision.done_when or NOTHING),
            Cell(words_of.in_charge(life, lang)),
            Cell(", ".join(life.decision.support) or NOTHING),
            Cell(short_date(life.first_due, lang) if life.first_due else words_of.NO_DUE_DATE.for_lang(lang)),
        )
        for nth, life in enumerate(minutes.decisions, 1)
    )
    yield table(Text("Yang diputuskan", "What was decided"), _DECISIONS, rows, lang)


_DECISIONS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Keputusan", "Decision"), Column("", wrap=True, bare=True)),
    (Text("Bukti selesai", "Proof of completion"), Column("", drop=3, wrap=True)),
    (Text("Penanggung jawab", "In charge"), Column("", wrap=True)),
    (Text("Pendukung", "Support"), Column("", drop=2, wrap=True)),
    (Text("Tenggat", "Due"), Column("")),
)


def _signatures(rakor: Rakor, letter: Letter, lang: Lang) -> Iterator[Block]:
    """Give the places for the chair and for whoever took the minutes."""
    place = f"{letter.place}, {full_date(rakor.date, lang)}" if letter.place else ""
    chair = rakor.chair or Text("Pimpinan rapat", "Chair").for_lang(lang)
    yield signed(place, chair)
    yield signed(Text("Notulis", "Minutes taken by").for_lang(lang))
    if rakor.closed is not None:
        day, mark = rakor.closed.date, rakor.closed.fingerprint
        words = Text(
            f"Notulen ditutup {full_date(day, 'id')}, sidik {mark}.",
            f"Minutes closed on {full_date(day, 'en')}, fingerprint {mark}.",
        )
        yield Paragraph(words.for_lang(lang), "muted")
