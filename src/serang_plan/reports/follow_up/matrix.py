"""The matrix in full: a line for each decision and OPD, closed ones too, by rakor, as it is filed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from serang_plan.analysis.duties.decision_life import DecisionLife
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.rakor.tally import Blocked, most_blocking
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.page import Cell, Column, Group, Table
from serang_plan.reports.parts import decision_phrases as words_of
from serang_plan.reports.parts.offices import head_of
from serang_plan.reports.parts.phrases import NOTHING, titled
from serang_plan.wording import Lang, Text, full_date, listed, short_date


class MatrixLine(NamedTuple):
    """A line of the matrix: what one OPD answers for, and what the plan knows beside that."""

    number: int
    life: DecisionLife
    priority: int | None
    """Its place among the open decisions, 1 for what is taken up first; none once it is settled."""
    blocked: int | None
    """How much waits for it as long as it is open."""
    funding: tuple[str, ...]
    """From where the actions that it is about are paid, as far as that is known."""


def matrix_lines(
    plan: Plan, lives: Sequence[DecisionLife], blocked: Mapping[int, Blocked], opd: str = ""
) -> Iterator[MatrixLine]:
    """Give every line, of all or of what one OPD leads and supports, in the order of the rakor."""
    places = {life.decision.anchor: nth for nth, life in enumerate(most_blocking(lives, blocked), 1)}
    asked = (
        (life, line) for life in lives for line in life.lines if opd in ("", line.opd, *line.decision.support)
    )
    for number, (life, line) in enumerate(asked, 1):
        place, holds_up = places.get(life.decision.anchor), blocked.get(life.decision.anchor)
        yield MatrixLine(
            number,
            line,
            place if line.is_open else None,
            holds_up.weight if holds_up else None,
            _funding(plan, life),
        )


def _funding(plan: Plan, life: DecisionLife) -> tuple[str, ...]:
    actions = (plan.action_by_code.get(code) for code in life.decision.matters)
    sources = (part.source for action in actions if action for part in action.funding)
    return tuple(dict.fromkeys(source for source in sources if source is not None))


def responsible(plan: Plan, life: DecisionLife, lang: Lang) -> str | None:
    """Call whoever answers for a line by position; nobody if none is named, or all are."""
    return head_of(plan, life.opd, lang) if life.opd else None


def last_told(life: DecisionLife, lang: Lang) -> str | None:
    """Say what was told of it last: when, by whom, and what."""
    if not life.entries:
        return None
    entry = life.entries[-1]
    told = (entry.status, entry.verified, entry.due and words_of.due(life, lang), entry.note or entry.reason)
    said = "; ".join(str(part) for part in told if part)
    return f"{short_date(entry.known.last, lang)}, {entry.by or NOTHING}: {said or NOTHING}"


# -- on paper -----------------------------------------------------------------------------


def in_full(plan: Plan, lines: Sequence[MatrixLine], lang: Lang) -> Table:
    """Lay the matrix out by rakor, for level paper; a workbook holds each thing in a column of its own."""
    by_rakor = grouped((line.life.rakor.date, line) for line in lines)
    first = {line.life.decision.anchor: line.number for line in reversed(lines)}
    groups = (
        Group(_meeting(rows[0].life.rakor, lang), tuple(_row(plan, row, first, lang) for row in rows))
        for rows in by_rakor.values()
    )
    return Table(_CAPTION.for_lang(lang), titled(_COLUMNS, lang), tuple(groups))


_CAPTION = Text("Matriks tindak lanjut keputusan rakor", "Matrix of follow-up of the decisions of rakor")
_COLUMNS = (
    (Text("No.", "No."), Column("")),
    (Text("Tindak lanjut", "Decision"), Column("", wrap=True)),
    (Text("Keluaran atau bukti", "Output or proof"), Column("", drop=1, wrap=True)),
    (Text("Penanggung jawab", "In charge"), Column("", wrap=True)),
    (Text("Tenggat", "Due"), Column("", wrap=True)),
    (Text("Prioritas", "Priority"), Column("", "right", drop=3)),
    (Text("Status", "Standing"), Column("", wrap=True, bare=True)),
    (Text("Kendala", "In the way"), Column("", drop=2, wrap=True)),
    (Text("Sumber dana", "Paid from"), Column("", drop=4, wrap=True)),
    (Text("Umur", "Age"), Column("", drop=5, wrap=True)),
)


def _meeting(rakor: Rakor, lang: Lang) -> str:
    return f"Rakor {' · '.join(filter(None, (rakor.code, full_date(rakor.date, lang))))}"


def _row(plan: Plan, line: MatrixLine, first: Mapping[int, int], lang: Lang) -> tuple[Cell, ...]:
    """Return a row; of a decision for all the text stands once, in the first of its rows."""
    life, above = line.life, first[line.life.decision.anchor]
    same = Text(f"{life.code} (sama dengan nomor {above})", f"{life.code} (as number {above})").for_lang(lang)
    support = listed(life.decision.support, lang)
    in_charge = responsible(plan, life, lang) or words_of.in_charge(life, lang)
    return (
        Cell(str(line.number)),
        Cell(words_of.named(life, words_of.IN_FULL) if line.number == above else same),
        Cell(life.evidence or life.decision.done_when or NOTHING),
        Cell(
            Text(f"{in_charge}; didukung {support}", f"{in_charge}; with {support}").for_lang(lang)
            if support
            else in_charge
        ),
        Cell(words_of.due(life, lang)),
        Cell(str(line.priority or NOTHING)),
        Cell(_standing(life, lang), words_of.tone(life)),
        Cell("; ".join(filter(None, (life.obstacle, words_of.noted_at_first(life, lang)))) or NOTHING),
        Cell(listed(line.funding, lang) or NOTHING),
        Cell(words_of.age(life, lang)),
    )


def _standing(life: DecisionLife, lang: Lang) -> str:
    state, late = words_of.state(life, lang), words_of.late(life, lang)
    return (
        state
        if late == NOTHING
        else Text(f"{state}; terlambat {late}", f"{state}; late by {late}").for_lang(lang)
    )
