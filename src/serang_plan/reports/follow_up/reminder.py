"""The reminder: what one OPD has still to do about decisions, short enough for a telephone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState
from serang_plan.analysis.rakor.meetings import coming_rakor
from serang_plan.model.plan import Plan
from serang_plan.page import Block, Checklist, Heading, Item, Items, Page, Paragraph, Task
from serang_plan.reports.parts import decision_phrases as words_of
from serang_plan.reports.parts.phrases import NOTHING, as_of_line, banners
from serang_plan.wording import Lang, Text, long_date, many


def reminder(plan: Plan, opd: str, lives: Sequence[DecisionLife], lang: Lang) -> Page:
    """Lay out what an OPD is to be reminded of."""
    name = plan.opd_by_code[opd].name
    title = Text(f"Pengingat tindak lanjut rakor: {name}", f"Reminder of decisions of rakor: {name}")
    blocks = (*banners(plan, lang), *_blocks(plan, opd, lives, lang))
    return Page(title.for_lang(lang), as_of_line(plan.as_of, lang), blocks, compact=True)


def own_lines(opd: str, lives: Sequence[DecisionLife]) -> Iterator[DecisionLife]:
    """Give what an OPD answers for of some decisions."""
    return (line for life in lives for line in life.lines if line.opd == opd and line.is_open)


def _blocks(plan: Plan, opd: str, lives: Sequence[DecisionLife], lang: Lang) -> Iterator[Block]:
    own = [*own_lines(opd, lives)]
    to_do = [line for line in own if line.state is not DecisionState.REPORTED]
    waiting = [line for line in own if line.state is DecisionState.REPORTED]
    supported = [life for life in lives if opd in life.decision.support and life.opd != opd]
    yield Paragraph(_opening(to_do, lang))
    if to_do:
        yield Checklist(tuple(Task(_to_do(line, lang)) for line in to_do))
    if waiting:
        yield Heading(_WAITING.for_lang(lang))
        yield Items(tuple(Item(words_of.named(line)) for line in waiting))
    if supported:
        yield Heading(_SUPPORTED.for_lang(lang))
        yield Items(tuple(Item(_supports(life, lang)) for life in supported))
    if to_do:
        yield Paragraph(_closing(plan, lang))


_WAITING = Text("Sudah dilaporkan selesai, menunggu pemeriksaan", "Reported done, waiting to be checked")
_SUPPORTED = Text("Mendukung keputusan OPD lain", "In support of another OPD")


def _opening(to_do: Sequence[DecisionLife], lang: Lang) -> str:
    if not to_do:
        return Text(
            "Tidak ada keputusan rakor yang menunggu laporan dari OPD ini.",
            "No decision of a rakor waits for a report of this OPD.",
        ).for_lang(lang)
    count, overdue = len(to_do), sum(line.is_overdue for line in to_do)
    late = (
        Text(f", {overdue} di antaranya lewat waktu", f", {overdue} of them overdue")
        if overdue
        else Text("", "")
    )
    return Text(
        f"Dengan hormat, {count} keputusan rakor masih menunggu tindak lanjut{late.id}.",
        f"{many(count, 'decision')} of rakor still {'waits' if count == 1 else 'wait'} for action{late.en}.",
    ).for_lang(lang)


def _to_do(line: DecisionLife, lang: Lang) -> str:
    late = words_of.late(line, lang)
    parts = [Text(f"tenggat {words_of.due(line, 'id')}", f"due {words_of.due(line, 'en')}").for_lang(lang)]
    if late != NOTHING:
        parts.append(Text(f"terlambat {late}", f"late by {late}").for_lang(lang))
    if line.state in (DecisionState.NOT_CONFORMING, DecisionState.NOT_YET):
        parts.append(Text(f"dinilai {line.state.word.id}", f"judged {line.state.word.en}").for_lang(lang))
    if line.decision.done_when:
        proof = Text("bukti yang ditunggu", "proof awaited").for_lang(lang)
        parts.append(f"{proof}: {line.decision.done_when}")
    return f"{words_of.named(line)}: {'; '.join(parts)}"


def _supports(life: DecisionLife, lang: Lang) -> str:
    due = Text(f"tenggat {words_of.due(life, 'id')}", f"due {words_of.due(life, 'en')}").for_lang(lang)
    return f"{words_of.named(life)} ({words_of.in_charge(life, lang)}): {due}"


def _closing(plan: Plan, lang: Lang) -> str:
    rakor = coming_rakor(plan)
    before = (
        Text(
            f" sebelum rakor {long_date(rakor.date, 'id')}",
            f" before the rakor of {long_date(rakor.date, 'en')}",
        )
        if rakor
        else Text("", "")
    )
    return Text(
        f"Mohon hasil, kendala dan bukti dukungnya dilaporkan{before.id}.",
        f"Please report what was done, what is in the way, and the evidence{before.en}.",
    ).for_lang(lang)
