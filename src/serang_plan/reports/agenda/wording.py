"""The items of an agenda in words: what each is about, and what it needs to be brought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence_conflicts import OrderClash
from serang_plan.analysis.coordination.open_issues import LikelyDuplicate, WaitingLoop
from serang_plan.analysis.duties.decision_life import DecisionLife
from serang_plan.analysis.meetings.pending_decisions import DecisionKind, PendingDecision
from serang_plan.analysis.rakor.agenda import Agenda, AgendaEntry, AgendaPart, FiguresOwed, ReportsToAccept
from serang_plan.analysis.rakor.owed import OwedFigure
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import AgendaItem
from serang_plan.reports.parts import decision_phrases as words_of
from serang_plan.reports.parts.conflict_wording import arrows, broken, place_of, shortened, solution
from serang_plan.reports.parts.owed_phrases import periods
from serang_plan.reports.parts.phrases import NOTHING, named
from serang_plan.wording import Lang, Text, listed

PARTS: Mapping[AgendaPart, Text] = {
    AgendaPart.PLANNED: Text("Sudah dijadwalkan", "Planned before"),
    AgendaPart.FOLLOW_UP: Text("Tindak lanjut keputusan", "Follow-up of decisions"),
    AgendaPart.ACCEPTANCE: Text("Pemeriksaan laporan", "Reports to accept"),
    AgendaPart.QUESTION: Text("Perlu diputuskan", "To be decided"),
    AgendaPart.CLASH: Text("Perlu disepakati", "To be agreed upon"),
    AgendaPart.FIGURES: Text("Angka", "Figures"),
}
_QUESTIONS: Mapping[DecisionKind, Text] = {
    DecisionKind.CONTRADICTED: Text(
        "Mana yang benar untuk {names}: pernyataan atau data?",
        "Which is right for {names}: what was declared, or the data?",
    ),
    DecisionKind.NO_LEAD: Text("Siapa pengampu {names}?", "Who leads {names}?"),
    DecisionKind.TWO_LEADS: Text("Siapa satu-satunya pengampu {names}?", "Who is the only lead of {names}?"),
    DecisionKind.LEAD_GONE: Text(
        "Siapa meneruskan {names}, yang pengampunya sudah dibubarkan?",
        "Who carries on {names}, whose lead was abolished?",
    ),
    DecisionKind.NO_VALUE: Text(
        "Siapa mengukur {names}, mulai kapan?", "Who measures {names}, and from when on?"
    ),
    DecisionKind.NO_SOURCE: Text(
        "Dari sumber mana nilai {names} dibuktikan?", "Which source proves the value of {names}?"
    ),
    DecisionKind.NO_THRESHOLD: Text(
        "Berapa ambang {names}, dan apa dasarnya?", "What is the threshold of {names}, and on what basis?"
    ),
    DecisionKind.NO_ACTION: Text(
        "Kegiatan apa yang diprogramkan untuk {names}?", "Which actions are planned for {names}?"
    ),
    DecisionKind.SHORT: Text(
        "Apa yang ditambahkan untuk {names}, yang rencananya belum cukup?",
        "What is added for {names}, whose plan is not enough?",
    ),
    DecisionKind.INCOMPLETE: Text(
        "Siapa melengkapi kegiatan {names}: pelaksana, waktu dan dampaknya?",
        "Who completes the actions for {names}: owner, time and effect?",
    ),
    DecisionKind.NO_TARGET: Text("Berapa target tahunan {names}?", "What are the yearly targets of {names}?"),
    DecisionKind.NO_RUNNER: Text("OPD mana yang melaksanakan {codes}?", "Which OPD runs {codes}?"),
    DecisionKind.ORDER: Text("Bagaimana jadwal {codes} diselaraskan?", "How do {codes} fit together?"),
    DecisionKind.OVERDUE: Text("Bagaimana {codes} diselesaikan?", "How are {codes} carried out?"),
}


def subject(agenda: Agenda, entry: AgendaEntry, lang: Lang) -> str:
    """Say what an item is about, and how that stands on the plan's date."""
    match entry.matter:
        case DecisionLife():
            return _decision(agenda, entry.matter, lang)
        case ReportsToAccept(lines):
            reported = listed([_part(line) for line in lines], lang, most=6)
            return f"{title(agenda.plan, entry, lang)}: {reported}"
        case FiguresOwed(figures):
            owed = listed([_owed(figure, lang) for figure in figures], lang, most=5)
            return f"{title(agenda.plan, entry, lang)}: {owed}"
        case _:
            return title(agenda.plan, entry, lang)


def title(plan: Plan, entry: AgendaEntry, lang: Lang) -> str:
    """Name an item as the plan's agenda and letters do."""
    matter = entry.matter
    match matter:
        case AgendaItem():
            return matter.text
        case DecisionLife():
            name = words_of.named(matter, words_of.IN_FULL)
            return Text(f"Tindak lanjut {name}", f"Follow-up of {name}").for_lang(lang)
        case ReportsToAccept():
            return Text(
                "Laporan selesai diterima atau dikembalikan", "Accept or send back what is reported done"
            ).for_lang(lang)
        case PendingDecision():
            return _question(plan, matter, lang)
        case OrderClash():
            return f"{broken(matter.late[0], lang)} → {solution(matter, lang)}"
        case WaitingLoop(loop):
            codes = [link.action.code for link in loop]
            circle = arrows((*codes, codes[0]), lang)
            return Text(
                f"{circle} saling menunggu: mana yang dilepas?", f"{circle}: which link is cut?"
            ).for_lang(lang)
        case LikelyDuplicate(_, clash):
            return _alike(plan, clash, lang)
        case FiguresOwed():
            return Text("Angka yang belum disampaikan", "Figures owed").for_lang(lang)
        case _:
            assert_never(matter)


def _part(line: DecisionLife) -> str:
    return f"{line.code} ({line.opd})" if line.opd else line.code


def _decision(agenda: Agenda, life: DecisionLife, lang: Lang) -> str:
    """Say which decision, how late, through how many rakor it was carried, and what waits for it."""
    parts = [words_of.state(life, lang)]
    if life.due is None:
        parts.append(Text("tenggat belum disebut", "no due date").for_lang(lang))
    else:
        late = words_of.late(life, lang)
        said = Text(f"terlambat {late}", f"late by {late}") if late != NOTHING else None
        due = words_of.due(life, lang)
        parts.append((said or Text(f"tenggat {due}", f"due {due}")).for_lang(lang))
    if life.age_rakor:
        parts.append(
            Text(f"terbawa {life.age_rakor} rakor", f"carried through {life.age_rakor} rakor").for_lang(lang)
        )
    if life.escalation:
        to = life.escalation.to
        parts.append(Text(f"dibawa ke {to}", f"goes to {to}").for_lang(lang))
    blocked = agenda.blocked[life.decision.anchor]
    if blocked.weight:
        held = listed([*blocked.indicators, *blocked.decisions], lang, most=4)
        parts.append(Text(f"menahan {held}", f"holds up {held}").for_lang(lang))
    return f"{words_of.named(life, words_of.IN_FULL)} ({'; '.join(parts)})"


def _question(plan: Plan, pending: PendingDecision, lang: Lang) -> str:
    names = named(pending.indicators, plan, lang, most=3)
    actions = (plan.action_by_code.get(code) for code in pending.codes)
    called = [
        shortened(f"{code} {action.name}" if action else code, 48)
        for code, action in zip(pending.codes, actions, strict=True)
    ]
    codes = listed(called, lang, most=3)
    return _QUESTIONS[pending.kind].for_lang(lang).format(names=names, codes=codes)


def _alike(plan: Plan, clash: Clash, lang: Lang) -> str:
    first, second = (
        f"{each.action.code} {shortened(each.action.name, 40)} ({each.opd})" for each in clash[:2]
    )
    place = place_of(plan, clash)
    where = "" if place == NOTHING else Text(f" di {place}", f" at {place}").for_lang(lang)
    return Text(
        f"{first} dan {second}{where}, {clash.year}: digabung, dibedakan atau diurutkan?",
        f"{first} and {second}{where}, {clash.year}: merged, told apart or put in order?",
    ).for_lang(lang)


def _owed(figure: OwedFigure, lang: Lang) -> str:
    by = f" ({listed(figure.by, lang)})" if figure.by else ""
    return f"{figure.indicator.code} {periods(figure, lang)}{by}"


def to_bring(entry: AgendaEntry, nth: int, opd: str, lang: Lang) -> str:
    """Say what an OPD brings for an item, by the number that it has."""
    match entry.matter:
        case AgendaItem() | PendingDecision():
            return Text(f"usulan untuk acara {nth}", f"a proposal for item {nth}").for_lang(lang)
        case DecisionLife():
            code = entry.matter.code
            if opd in (line.opd for line in entry.matter.lines):
                return Text(f"laporan dan bukti {code}", f"report and evidence of {code}").for_lang(lang)
            return Text(f"dukungan untuk {code}", f"support of {code}").for_lang(lang)
        case ReportsToAccept(lines):
            codes = listed([line.code for line in lines if line.opd == opd], lang)
            if not codes:
                return Text(f"keterangan untuk acara {nth}", f"what it knows of item {nth}").for_lang(lang)
            return Text(f"bukti {codes}", f"evidence of {codes}").for_lang(lang)
        case FiguresOwed(figures):
            owed = [
                f"{figure.indicator.code} {periods(figure, lang)}" for figure in figures if opd in figure.by
            ]
            return Text(f"angka {listed(owed, 'id')}", f"figures of {listed(owed, 'en')}").for_lang(lang)
        case OrderClash() | WaitingLoop() | LikelyDuplicate():
            return Text(f"usulan jadwal untuk acara {nth}", f"a proposed schedule for item {nth}").for_lang(
                lang
            )
