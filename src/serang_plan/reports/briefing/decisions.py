"""The decisions that a note asks for, each with who carries it out and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from serang_plan.analysis.duties.follow_up import followed
from serang_plan.analysis.indicators.standing import verdicts_of
from serang_plan.analysis.meetings.deadlines import nearest
from serang_plan.analysis.meetings.pending_decisions import DecisionKind, PendingDecision
from serang_plan.analysis.rakor.meetings import coming_day
from serang_plan.model.plan import Plan
from serang_plan.page import Item
from serang_plan.reports.briefing.phrases import MOST_NAMED, OneOrMany, indicators, one_or_many
from serang_plan.wording import Lang, Text, full_date, listed, short_date

SEKDA = Text("Sekretaris Daerah", "the Regional Secretary")


def asked_for(plan: Plan, needed: Iterable[PendingDecision], lang: Lang) -> Iterator[Item]:
    """Give each decision with its owner and by when it is needed."""
    for pending in needed:
        parts = f"{what(plan, pending, lang)}.", _owner(pending, lang), by_when(plan, pending, lang)
        yield Item(" ".join(filter(None, parts)))


UNDATED = Text(
    "Tanggal yang tidak disebut belum ditetapkan.", "Where no date is given, none has been set yet."
)


def are_dated(plan: Plan, needed: Iterable[PendingDecision]) -> bool:
    """Whether the plan says of every decision by when it is needed."""
    return all(by_when(plan, pending, "id") for pending in needed)


def by_when(plan: Plan, pending: PendingDecision, lang: Lang) -> str:
    """Say by when: at the next rakor, else by the nearest deadline of its indicators, if there is one."""
    if day := coming_day(plan):
        return Text(
            f"Paling lambat: rakor {full_date(day, 'id')}.", f"By: the rakor of {full_date(day, 'en')}."
        ).for_lang(lang)
    concerned = (verdict for verdict in verdicts_of(plan) if verdict.indicator.code in pending.indicators)
    deadline = nearest(plan, concerned)
    if deadline is None or pending.kind is DecisionKind.OVERDUE:
        return ""
    year, code = deadline.year, deadline.code
    reached = Text("target", "target") if deadline.is_target else Text("ambang", "threshold")
    return Text(
        f"Paling lambat: akhir {year} ({reached.id} {code}).",
        f"By: the end of {year} ({reached.en} of {code}).",
    ).for_lang(lang)


def in_brief(plan: Plan, pending: PendingDecision, lang: Lang) -> str:
    """Say what is to be decided; of much, only how much that is."""
    words = what(plan, pending, lang)
    is_long = max(len(pending.indicators), len(pending.codes)) > MOST_NAMED
    return words.partition(": ")[0] if is_long else words


def what(plan: Plan, pending: PendingDecision, lang: Lang) -> str:
    """Say what is to be decided."""
    count = len(pending.codes) if pending.kind in _OF_CODES else len(pending.indicators)
    names = indicators(plan, pending.indicators, lang)
    called = [_called(plan, pending.kind, code, lang) for code in pending.codes]
    words = _WORDS[pending.kind].of(count).for_lang(lang)
    sentence = words.format(names=names, codes=listed(called, lang), count=count)
    return f"{sentence}{_asked(pending, lang)}"


def _asked(pending: PendingDecision, lang: Lang) -> str:
    """Point at what a rakor decided already, and is open."""
    codes = listed(pending.asked, lang)
    words = Text(f"; lihat juga keputusan {codes}", f"; see also what was decided: {codes}")
    return words.for_lang(lang) if codes else ""


def _called(plan: Plan, kind: DecisionKind, code: str, lang: Lang) -> str:
    """Call an action or a decision by its code and what it is about; a decision with its due date too."""
    if kind is DecisionKind.OVERDUE:
        decisions = (follow_up.decision for follow_up in followed(plan))
        known = next((decision for decision in decisions if code in (decision.code, decision.text)), None)
        if known is None or known.due is None:
            return code
        words = f"{code} “{known.text}”" if known.code else f"“{code}”"
        return f"{words} ({short_date(known.due, lang)})"
    action = plan.action_by_code.get(code)
    return f"{code} {action.name}" if action else code


def owners(pending: PendingDecision, lang: Lang) -> str:
    """Name who carries it out; what no OPD answers for is the Sekda's."""
    return listed(pending.owners, lang) if pending.owners else SEKDA.for_lang(lang)


def _unowned(pending: PendingDecision, lang: Lang) -> str:
    """Say for which of its indicators nobody is there."""
    codes = listed(pending.unowned, lang)
    has = "have" if len(pending.unowned) > 1 else "has"
    words = Text(f"; {codes} belum memiliki OPD", f"; {codes} {has} no OPD yet").for_lang(lang)
    return words if pending.unowned else ""


def _owner(pending: PendingDecision, lang: Lang) -> str:
    return f"{Text('Pelaksana', 'Owner').for_lang(lang)}: {owners(pending, lang)}{_unowned(pending, lang)}."


_OF_CODES = (DecisionKind.NO_RUNNER, DecisionKind.ORDER, DecisionKind.OVERDUE)
_WORDS: dict[DecisionKind, OneOrMany] = {
    DecisionKind.CONTRADICTED: one_or_many(
        "Penetapan acuan untuk {names}: pernyataan atau data",
        "Settle which holds for {names}: the statement or the data",
        "Penetapan acuan, pernyataan atau data, untuk {count} indikator: {names}",
        "Settle which holds, the statement or the data, for {count} indicators: {names}",
    ),
    DecisionKind.NO_LEAD: one_or_many(
        "Penunjukan OPD pengampu {names}",
        "Name the OPD that leads {names}",
        "Penunjukan OPD pengampu untuk {count} indikator: {names}",
        "Name the OPD that lead {count} indicators: {names}",
    ),
    DecisionKind.TWO_LEADS: one_or_many(
        "Penetapan satu pengampu {names}, yang kini diampu lebih dari satu OPD",
        "Choose one lead for {names}, which has more than one now",
        "Penetapan satu pengampu untuk {count} indikator yang kini diampu lebih dari satu OPD: {names}",
        "Choose one lead for each of {count} indicators that have more than one: {names}",
    ),
    DecisionKind.LEAD_GONE: one_or_many(
        "Pengalihan {names} dari pengampu yang tidak berlaku",
        "Move {names} from a lead that is not in force",
        "Pengalihan {count} indikator dari pengampu yang tidak berlaku: {names}",
        "Move {count} indicators from leads that are not in force: {names}",
    ),
    DecisionKind.NO_VALUE: one_or_many(
        "Pengukuran {names}, yang belum memiliki nilai sendiri",
        "Measure {names}, which has no value of its own yet",
        "Pengukuran {count} indikator yang belum memiliki nilai sendiri: {names}",
        "Measure {count} indicators that have no value of their own yet: {names}",
    ),
    DecisionKind.NO_SOURCE: one_or_many(
        "Penyebutan sumber nilai {names}",
        "Name the source of the value of {names}",
        "Penyebutan sumber nilai {count} indikator: {names}",
        "Name the sources of the values of {count} indicators: {names}",
    ),
    DecisionKind.NO_THRESHOLD: one_or_many(
        "Penetapan ambang {names} beserta dasarnya",
        "Set the threshold of {names} and its basis",
        "Penetapan ambang {count} indikator beserta dasarnya: {names}",
        "Set the thresholds of {count} indicators and their basis: {names}",
    ),
    DecisionKind.NO_ACTION: one_or_many(
        "Penyusunan kegiatan untuk {names}, yang belum memiliki rencana kegiatan",
        "Plan actions for {names}, for which nothing is planned",
        "Penyusunan kegiatan untuk {count} indikator yang belum memiliki rencana kegiatan: {names}",
        "Plan actions for {count} indicators for which nothing is planned: {names}",
    ),
    DecisionKind.SHORT: one_or_many(
        "Penambahan kegiatan untuk {names}, karena rencananya belum cukup untuk mencapai ambang",
        "Add actions for {names}, whose plan does not reach the threshold",
        "Penambahan kegiatan untuk {count} indikator yang rencananya belum cukup untuk mencapai ambang: "
        "{names}",
        "Add actions for {count} indicators whose plan does not reach the threshold: {names}",
    ),
    DecisionKind.INCOMPLETE: one_or_many(
        "Pelengkapan rencana kegiatan {names}: pelaksana, waktu selesai atau dampaknya belum jelas",
        "Complete the actions for {names}: they lack an owner, a finish or an effect",
        "Pelengkapan rencana kegiatan {count} indikator, yang pelaksana, waktu selesai atau dampaknya "
        "belum jelas: {names}",
        "Complete the actions for {count} indicators that lack an owner, a finish or an effect: {names}",
    ),
    DecisionKind.NO_TARGET: one_or_many(
        "Penetapan target tahunan {names}",
        "Set yearly targets for {names}",
        "Penetapan target tahunan untuk {count} indikator: {names}",
        "Set yearly targets for {count} indicators: {names}",
    ),
    DecisionKind.NO_RUNNER: one_or_many(
        "Penunjukan OPD pelaksana {codes}",
        "Name the OPD that runs {codes}",
        "Penunjukan OPD pelaksana untuk {count} kegiatan: {codes}",
        "Name the OPD that run {count} actions: {codes}",
    ),
    DecisionKind.ORDER: one_or_many(
        "Penyelarasan jadwal {codes} dengan kegiatan yang ditunggunya",
        "Bring {codes} into line with what it waits for",
        "Penyelarasan jadwal {count} kegiatan dengan kegiatan yang ditunggunya: {codes}",
        "Bring {count} actions into line with what they wait for: {codes}",
    ),
    DecisionKind.OVERDUE: one_or_many(
        "Tindak lanjut keputusan rakor yang lewat batas waktu: {codes}",
        "Follow up on a decision of a rakor that is past its due date: {codes}",
        "Tindak lanjut {count} keputusan rakor yang lewat batas waktu: {codes}",
        "Follow up on {count} decisions of rakor that are past their due dates: {codes}",
    ),
}
