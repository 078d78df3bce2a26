"""The rakor that a note is for: its agenda, and what is due before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.page import Block, Cell, Column, Group, Heading, Item, Items, Paragraph, Table
from serang_plan.reports.briefing.letter import in_charge
from serang_plan.reports.briefing.phrases import decision
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.parts.phrases import NOTHING
from serang_plan.wording import Lang, Text, lasting, listed, short_date


def in_short(briefing: Briefing, lang: Lang) -> Iterator[Paragraph]:
    """Give the agenda and what is due before the rakor in two sentences."""
    if briefing.rakor is None:
        return
    items = [item.text for item in briefing.rakor.agenda]
    if len(items) > 1:
        items = [f"({nth}) {item}" for nth, item in enumerate(items, 1)]
    if items:
        words = Text("Acara rakor", "Agenda of the rakor").for_lang(lang)
        yield Paragraph(f"{words}: {'; '.join(items)}.")
    yield Paragraph(_due_in_short(briefing.due, lang))


def _due_in_short(decisions: Sequence[FollowedDecision], lang: Lang) -> str:
    if not decisions:
        return Text(
            "Tidak ada keputusan rakor sebelumnya yang jatuh tempo sampai hari rakor.",
            "No decision of an earlier rakor is due by the day of the rakor.",
        ).for_lang(lang)
    named = listed([f"{decision(followed)} ({in_charge(followed, lang)})" for followed in decisions], lang)
    count = len(decisions)
    plural = "decision is" if count == 1 else "decisions are"
    words = Text(
        f"{count} keputusan jatuh tempo sampai hari rakor", f"{count} {plural} due by the day of the rakor"
    )
    return f"{words.for_lang(lang)}: {named}."


def in_full(briefing: Briefing, lang: Lang) -> Iterator[Block]:
    """Give the agenda as a list and what is due before the rakor as a table."""
    yield from agenda(briefing, lang)
    yield from due(briefing, lang)


def agenda(briefing: Briefing, lang: Lang) -> Iterator[Block]:
    """Give the agenda as a list, where the note is for a rakor."""
    if briefing.rakor is None:
        return
    yield Heading(Text("Acara rakor", "Agenda of the rakor").for_lang(lang))
    items = tuple(Item(item.text) for item in briefing.rakor.agenda)
    none = Text("Acara belum ditulis.", "No agenda has been written.").for_lang(lang)
    yield Items(items, numbered=True) if items else Paragraph(none)


def due(briefing: Briefing, lang: Lang) -> Iterator[Block]:
    """Give what is due before the rakor as a table, where the note is for a rakor."""
    if briefing.rakor is None:
        return
    if briefing.due:
        caption = Text(
            "Keputusan yang jatuh tempo sampai hari rakor", "Decisions due by the day of the rakor"
        )
        yield table(caption.for_lang(lang), briefing.due, lang)
    else:
        yield Paragraph(_due_in_short((), lang))


def table(caption: str, decisions: Sequence[FollowedDecision], lang: Lang) -> Table:
    """Lay decisions out: what, who, by when, how late, how far."""
    columns = (
        Column(Text("Keputusan", "Decision").for_lang(lang), wrap=True),
        Column(Text("Penanggung jawab", "In charge").for_lang(lang)),
        Column(Text("Batas waktu", "Due").for_lang(lang)),
        Column(Text("Terlambat", "Late").for_lang(lang), "right"),
        Column(Text("Status", "Status").for_lang(lang), drop=1),
    )
    return Table(caption, columns, (Group("", tuple(_rows(decisions, lang))),))


def _rows(decisions: Iterable[FollowedDecision], lang: Lang) -> Iterator[tuple[Cell, ...]]:
    for followed in decisions:
        due, late = followed.decision.due, 0 if followed.is_unknown else followed.days_late
        yield (
            Cell(decision(followed)),
            Cell(in_charge(followed, lang)),
            Cell(short_date(due, lang) if due else _NO_DUE_DATE.for_lang(lang)),
            Cell(lasting(late, lang) if late else NOTHING, "warn" if late else "plain"),
            Cell(followed.life.state.word.for_lang(lang)),
        )


_NO_DUE_DATE = Text("tidak disebut", "not stated")
