"""Follow-up: the matrix of decisions, who has to do what by when, how late, accepted or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.analysis.rakor.tally import (
    Blocked,
    Tally,
    blocked_by,
    by_opd,
    by_rakor,
    most_blocking,
    tally,
)
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY
from serang_plan.page import Block, Callout, Cell, Column, Heading, Item, Items, Page, Paragraph, Table
from serang_plan.reports.follow_up.matrix import in_full, matrix_lines
from serang_plan.reports.follow_up.reminder import reminder
from serang_plan.reports.parts import decision_phrases as words_of
from serang_plan.reports.parts.conflict_wording import shortened
from serang_plan.reports.parts.phrases import NOTHING, next_steps, report_page, table
from serang_plan.wording import Lang, Text, full_date, many, room_for, untranslated

MOST_LINES = 60
"""What is not shown is counted; a workbook holds all of it."""


class FollowUp(NamedTuple):
    """What became of the decisions that were made by the plan's date."""

    plan: Plan
    lives: tuple[DecisionLife, ...]
    blocked: Mapping[int, Blocked]
    opd: str = ""
    """The OPD whose part is asked for, if it is one."""
    whole: bool = False
    """Whether the matrix is wanted in full: what is closed too, a line for each OPD."""

    @property
    def pending(self) -> list[DecisionLife]:
        """The open decisions, the most urgent first."""
        return most_blocking(self.lives, self.blocked)


def build(plan: Plan, opd: str = "", *, whole: bool = False) -> FollowUp:
    """Look at every decision on the plan's date."""
    lives = decision_lives(plan)
    return FollowUp(plan, lives, blocked_by(plan, lives), opd, whole)


def page(follow_up: FollowUp, lang: Lang) -> Page:
    """Lay out the matrix of all, or what one OPD is to be reminded of."""
    if follow_up.opd and not follow_up.whole:
        return reminder(follow_up.plan, follow_up.opd, follow_up.pending, lang)
    name = Text("tindak lanjut keputusan rakor", "follow-up of the decisions of rakor")
    details = _details(follow_up, lang)
    laid_out = report_page(follow_up.plan, name, _blocks(follow_up, lang), lang, details=details)
    return laid_out._replace(level=follow_up.whole)  # a matrix is wide


def _blocks(follow_up: FollowUp, lang: Lang) -> Iterator[Block]:
    if not follow_up.lives:
        yield Paragraph(_NO_DECISION.for_lang(lang))
        return
    yield Paragraph(in_numbers(tally(follow_up.lives), lang))
    yield from _escalated(follow_up, lang)
    if follow_up.whole:
        every_line = matrix_lines(follow_up.plan, follow_up.lives, follow_up.blocked, follow_up.opd)
        yield in_full(follow_up.plan, [*every_line], lang)
    elif follow_up.pending:
        yield _matrix(follow_up, lang)
    yield from _excused(follow_up, lang)


def _details(follow_up: FollowUp, lang: Lang) -> Iterator[Block]:
    """Count the decisions by OPD and by rakor."""
    if not follow_up.lives:
        return
    opd = by_opd(follow_up.lives)
    if opd:
        rows = ((Cell(_called(code, lang)), *_counted(counts)) for code, counts in opd.items())
        yield table(_BY_OPD, ((untranslated("OPD"), Column("")), *_COUNTS), rows, lang)
    meetings = (
        (Cell(full_date(rakor.date, lang)), *_counted(counts)) for rakor, counts in by_rakor(follow_up.lives)
    )
    yield table(_BY_RAKOR, ((untranslated("Rakor"), Column("")), *_COUNTS), meetings, lang)
    yield from next_steps(_commands(opd, lang), lang)


_NO_DECISION = Text("Belum ada keputusan rakor yang diketahui.", "No decision of a rakor is known yet.")
_BY_OPD = Text("Menurut OPD", "By OPD")
_BY_RAKOR = Text("Menurut rakor", "By rakor")


def in_numbers(counts: Tally, lang: Lang) -> str:
    """Say what became of decisions, always what was accepted beside what of it came in time."""
    late = Text(f", {counts.overdue} di antaranya lewat waktu", f", {counts.overdue} of them overdue")
    parts = (
        (counts.reported, Text("dilaporkan selesai, belum diterima", "reported done, not yet accepted")),
        (counts.pending, Text("belum selesai", "not done")),
        (counts.unknown, Text("belum diketahui keadaannya", "of unknown state")),
        (counts.excused, Text("tidak dapat ditindaklanjuti", "cannot be acted upon")),
        (counts.superseded, Text("digantikan", "superseded")),
    )
    accepted = Text(
        f"{counts.accepted} diterima, {counts.in_time} di antaranya tepat waktu",
        f"{counts.accepted} accepted, {counts.in_time} of them on time",
    )
    told = [f"{count} {word.for_lang(lang)}" for count, word in parts if count]
    if counts.overdue:
        pending = f"{counts.pending} {parts[1][1].for_lang(lang)}"
        told = [words + late.for_lang(lang) if words == pending else words for words in told]
    return f"{many_decisions(counts.decisions, lang)}: {'; '.join((accepted.for_lang(lang), *told))}."


# -- to whom it goes ----------------------------------------------------------------------


def _escalated(follow_up: FollowUp, lang: Lang) -> Iterator[Block]:
    """Say which decisions go to whom by the city's rule, or that it has none."""
    levels = sorted(follow_up.plan.settings.escalate, key=lambda level: -level.late_days)
    if not levels:
        yield Paragraph(_NO_LEVELS.for_lang(lang), "muted")
    for level in levels:
        lives = [life for life in follow_up.pending if life.escalation == level]
        if lives:
            yield Heading(Text(f"Dibawa ke {level.to}", f"To be brought to {level.to}").for_lang(lang))
            late = Text(
                f"terlambat {level.late_days} hari atau lebih", f"{level.late_days} days late or more"
            )
            yield Paragraph(f"{many_decisions(len(lives), lang)} {late.for_lang(lang)}.")
            yield Items(
                tuple(
                    Item(_brought(life, lang), tone="warn")
                    for life in lives[: room_for(len(lives), MOST_LINES)]
                )
            )


_NO_LEVELS = Text(
    "Kota belum menetapkan setelah berapa hari keputusan yang terlambat dibawa ke Sekda atau Wali Kota.",
    "The city has not set after how many days a late decision goes to the Sekda or the mayor.",
)


def many_decisions(count: int, lang: Lang) -> str:
    """Write how many decisions."""
    return Text(f"{count} keputusan", many(count, "decision")).for_lang(lang)


def _brought(life: DecisionLife, lang: Lang) -> str:
    late, who = words_of.late(life, lang), words_of.in_charge(life, lang)
    said = Text(f"{who}, terlambat {late}", f"{who}, late by {late}").for_lang(lang)
    obstacle = f"; {life.obstacle}" if life.obstacle else ""
    return f"{words_of.named(life, words_of.IN_FULL)}: {said}{obstacle}"


# -- the matrix ---------------------------------------------------------------------------


def lines(lives: Sequence[DecisionLife]) -> Iterator[DecisionLife]:
    """Give a line for each decision, and for each OPD of one for all once one of them has reported."""
    for life in lives:
        yield from (line for line in life.lines_in_short if line.is_open)


def _matrix(follow_up: FollowUp, lang: Lang) -> Table:
    rows = [*lines(follow_up.pending)]
    most = room_for(len(rows), MOST_LINES)
    cells = [_row(life, lang) for life in rows[:most]]
    if more := len(rows) - most:
        rest = Text(f"… dan {more} baris lagi, yang kurang mendesak", f"… and {more} more, less urgent")
        cells.append((Cell(rest.for_lang(lang), "muted"), *(Cell(NOTHING) for _ in _COLUMNS[1:])))
    return table(_MATRIX, _COLUMNS, cells, lang)


_MATRIX = Text(
    "Keputusan yang belum selesai: yang lewat waktu lebih dulu, lalu yang paling banyak ditunggu",
    "Decisions that are open: the overdue first, then what holds up most",
)
_COLUMNS = (
    (Text("Keputusan", "Decision"), Column("", wrap=True)),
    (Text("Bukti selesai", "Proof of completion"), Column("", drop=4, wrap=True)),
    (Text("Penanggung jawab", "In charge"), Column("", wrap=True)),
    (Text("Tenggat", "Due"), Column("", wrap=True)),
    (Text("Terlambat", "Late"), Column("", drop=1, wrap=True)),
    (Text("Keadaan", "Standing"), Column("", drop=2, wrap=True, bare=True)),
    (Text("Umur", "Age"), Column("", drop=3, wrap=True)),
)


_WHOLE, _PART = 120, 48
"""How much of a text stands in the matrix; of one for all it stands in many lines."""


def _row(life: DecisionLife, lang: Lang) -> tuple[Cell, ...]:
    support = ", ".join(life.decision.support)
    who = words_of.in_charge(life, lang) + (f" (+ {support})" if support else "")
    obstacle = Text("kendala", "in the way").for_lang(lang)
    state = words_of.state(life, lang) + (
        f"; {obstacle}: {shortened(life.obstacle, 90)}" if life.obstacle else ""
    )
    return (
        Cell(words_of.named(life, _PART if life.opd and life.decision.lead == EVERYBODY else _WHOLE)),
        Cell(life.decision.done_when or NOTHING),
        Cell(who),
        Cell(words_of.due(life, lang)),
        Cell(words_of.late(life, lang), "warn" if life.is_overdue else "plain"),
        Cell(state, words_of.tone(life)),
        Cell(words_of.age(life, lang)),
    )


def _excused(follow_up: FollowUp, lang: Lang) -> Iterator[Block]:
    """Name each decision that cannot be acted upon, and why."""
    excused = [
        line for life in follow_up.lives for line in life.lines if line.state is DecisionState.IMPOSSIBLE
    ]
    if excused:
        yield Callout(Text("Tidak dapat ditindaklanjuti:", "Cannot be acted upon:").for_lang(lang), "muted")
        yield Items(tuple(Item(_reason(life, lang)) for life in excused))


def _reason(life: DecisionLife, lang: Lang) -> str:
    reasons = [entry.reason for entry in life.entries if entry.verified == "tidak-dapat-ditindaklanjuti"]
    name = words_of.named(life, words_of.IN_FULL)
    return f"{name} ({words_of.in_charge(life, lang)}): {reasons[-1]}"


# -- in numbers ---------------------------------------------------------------------------


def _called(opd: str, lang: Lang) -> str:
    return Text("semua OPD", "all OPD").for_lang(lang) if opd == EVERYBODY else opd


_COUNTS = (
    (Text("Keputusan", "Decisions"), Column("", "right")),
    (Text("Diterima", "Accepted"), Column("", "right")),
    (Text("Tepat waktu", "In time"), Column("", "right")),
    (Text("Belum diterima", "Not accepted"), Column("", "right", drop=1)),
    (Text("Belum selesai", "Not done"), Column("", "right")),
    (Text("Lewat waktu", "Overdue"), Column("", "right")),
)


def _counted(counts: Tally) -> Iterator[Cell]:
    numbers = (
        counts.decisions,
        counts.accepted,
        counts.in_time,
        counts.reported,
        counts.pending,
        counts.overdue,
    )
    return (Cell(str(number) if number else NOTHING) for number in numbers)


def _commands(opd: Mapping[str, Tally], lang: Lang) -> Iterator[Item]:
    named = [code for code in opd if code != EVERYBODY]
    if named:
        most = max(named, key=lambda code: (opd[code].overdue, opd[code].pending))
        words = Text("Pengingat untuk satu OPD, siap dikirim", "A reminder for one OPD, ready to be sent")
        yield Item(words.for_lang(lang), f"serang-plan rakor follow-up --opd {most} --format whatsapp")
    words = Text("Matriks lengkap untuk dicetak", "The whole matrix for printing")
    yield Item(words.for_lang(lang), "serang-plan rakor follow-up --all -o matriks.pdf")
    words = Text("Semua baris sebagai lembar kerja", "Every line as a workbook")
    yield Item(words.for_lang(lang), "serang-plan rakor follow-up -o tindak-lanjut.xlsx")
