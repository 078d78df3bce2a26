"""Todos: each thing that an OPD has to do before or at the rakor, in one line."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Need
from serang_plan.analysis.actions.precedence_conflicts import OrderClash
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.coordination.data_flaws import Flaw, FlawedFigure
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.coordination.obligations import IncompleteAction, MissingField, Obligations
from serang_plan.analysis.coordination.opd_pairs import TopicKind
from serang_plan.analysis.coordination.open_issues import (
    LeadIssue,
    LikelyDuplicate,
    NeverFinished,
    OpenIssue,
    Unsupported,
    WaitingLoop,
)
from serang_plan.analysis.duties.coverage import Coverage, CoverageStatus
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.indicators.standing import Missing, Verdict
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.rakor.owed import OwedFigure, owed_figures
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY
from serang_plan.model.when import When
from serang_plan.page import Tone
from serang_plan.reports.parts.conflict_wording import (
    TIMINGS,
    action_name,
    arrows,
    broken,
    place_of,
    shortened,
    solution,
    time,
)
from serang_plan.reports.parts.owed_phrases import periods, waited
from serang_plan.reports.parts.phrases import latest_value, short_name, unit_of
from serang_plan.reports.parts.verdict_words import SUBSTITUTE, threshold_in_words
from serang_plan.wording import Lang, Text, lasting, listed, long_time, short_date


class ReportRow(NamedTuple):
    """Something to report on: an indicator or an action, and how it stands."""

    code: str
    name: str
    state: str
    tone: Tone = "plain"


class Todo(NamedTuple):
    """One thing to do."""

    kind: str
    """figure, indicator, action, proposal, support, hand-over, wait-for, decision, or on what two OPD have
    to agree, as in `coordination`."""
    codes: tuple[str, ...]
    opd: tuple[str, ...]
    """The other OPD."""
    text: str
    """In the language of the report."""
    due: date | None = None
    """The due date, where one is known."""


# -- to bring ----------------------------------------------------------------------------


def rows(facts: Interdependence, asked: Obligations, lang: Lang) -> Iterator[ReportRow]:
    """Give what an OPD reports on: the indicators that it leads, then its actions, the late ones first."""
    for verdict in asked.leads:
        yield _indicator_row(verdict, "", lang)
    figures = Text(" (data)", " (figures)").for_lang(lang)
    for verdict in asked.provides:
        yield _indicator_row(verdict, figures, lang)
    for action in asked.reports:
        yield ReportRow(
            action.code, action_name(action), _state(action, lang), "warn" if action.late else "plain"
        )


def _indicator_row(verdict: Verdict, remark: str, lang: Lang) -> ReportRow:
    indicator, value = verdict.indicator, verdict.shown
    name = f"{indicator.code} {short_name(indicator, lang)}{remark}"
    if value is None:
        return ReportRow(
            indicator.code, name, Text("belum ada nilai", "no value yet").for_lang(lang), "unknown"
        )
    state = latest_value(value, unit_of(indicator, lang), lang, stale=False)
    if verdict.substitute is not None:
        state += f", {SUBSTITUTE.for_lang(lang)}"
    if verdict.is_stale:
        state += Text(", usang", ", stale").for_lang(lang)
    if verdict.threshold is not None:
        state += f"; {Text('ambang', 'threshold').for_lang(lang)} {threshold_in_words(verdict, lang)}"
    return ReportRow(indicator.code, name, state, "warn" if verdict.is_stale else "plain")


def _state(action: Scheduled, lang: Lang) -> str:
    if action.finish is None:
        unknown = Text("waktu selesai belum ada", "no finish yet").for_lang(lang)
        return f"{action.state.value.for_lang(lang)}; {unknown}"
    when = action.finish.text(lang)
    if action.state is ActionState.DONE:
        return Text(f"selesai {when}", f"done {when}").for_lang(lang)
    if action.late:
        return Text(f"lewat waktu sejak {when}", f"overdue since {when}").for_lang(lang)
    return (
        f"{action.state.value.for_lang(lang)}; {Text(f'selesai {when}', f'finishes {when}').for_lang(lang)}"
    )


# -- to put right ------------------------------------------------------------------------

_FLAWS = {
    Flaw.CONTRADICTED: Text("pernyataan bertentangan dengan data", "declared against the data"),
    Flaw.RIVALS: Text("ada dua nilai untuk waktu yang sama", "two values for one time"),
    Flaw.DISPUTED: Text("{disputes} belum selesai", "{disputes} open"),
    Flaw.CLAIMED: Text("dinyatakan terpenuhi tanpa bukti", "declared met without evidence"),
    Flaw.NO_VALUE: Text("belum ada nilai", "no value yet"),
    Flaw.NO_SOURCE: Text("nilai tanpa sumber", "value without a source"),
    Flaw.UNCHECKED: Text("nilai perlu dicek", "value to be checked"),
    Flaw.STALE: Text("nilai sudah berumur {age}", "value is {age} old"),
    Flaw.NO_THRESHOLD: Text("belum ada ambang", "no threshold yet"),
    Flaw.NO_TARGET: Text("belum ada target {year}", "no target for {year}"),
}
_UNUSUAL = (Missing.SUBSTITUTE_ONLY, Missing.SCOPE)
"""What is there instead of a value or a threshold."""
_BLANKS = {
    MissingField.DATE: Text("waktu selesai", "a finish"),
    MissingField.EFFECT: Text("perkiraan dampak", "an expected effect"),
    MissingField.COST: Text("biaya", "a cost"),
    MissingField.EVIDENCE: Text("bukti hasil", "evidence of the result"),
}


def put_right(facts: Interdependence, asked: Obligations, lang: Lang) -> Iterator[Todo]:
    """Give the indicators with figures that cannot be relied upon or nothing planned, then the actions."""
    for owed in owed_figures(facts.plan):
        if asked.opd.code in owed.by:
            yield Todo("figure", (owed.indicator.code,), (), _owed(owed, lang), owed.due)
    uncovered = {coverage.indicator.code: coverage for coverage in asked.uncovered}
    flawed = {figure.verdict.indicator.code: figure for figure in asked.figures}
    for code in dict.fromkeys((*flawed, *uncovered)):
        faults = [*flaws(facts.plan, flawed.get(code), lang), *_cover(uncovered.get(code), lang)]
        indicator = facts.plan.indicator_by_code[code]
        yield Todo("indicator", (code,), (), f"{code} {short_name(indicator, lang)}: {'; '.join(faults)}")
    for incomplete in asked.incomplete:
        yield Todo("action", (incomplete.scheduled.code,), (), _incomplete(incomplete, lang))


def _owed(owed: OwedFigure, lang: Lang) -> str:
    late = waited(owed, lang)
    name, times = f"{owed.indicator.code} {short_name(owed.indicator, lang)}", periods(owed, lang)
    due = Text(f"paling lambat {short_date(owed.due, 'id')}", f"due {short_date(owed.due, 'en')}").for_lang(
        lang
    )
    overdue = Text(f", terlambat {late}", f", late by {late}").for_lang(lang) if late else ""
    words = Text(f"sampaikan angka {times}", f"deliver the figures of {times}").for_lang(lang)
    return f"{name}: {words}, {due}{overdue}"


def flaws(plan: Plan, flawed: FlawedFigure | None, lang: Lang) -> Iterator[str]:
    """Say what is the matter with the figures of an indicator, worst first."""
    if flawed is not None:
        named = listed(flawed.disputes, lang, most=3)
        several = f"dispute {named} is" if len(flawed.disputes) == 1 else f"disputes {named} are"
        disputes = Text(f"pertentangan {named}", several).for_lang(lang)
        age = long_time(flawed.months or 0, lang)
        missing = flawed.verdict.missing
        for flaw in flawed.flaws:
            unusual = missing if flaw in (Flaw.NO_VALUE, Flaw.NO_THRESHOLD) and missing in _UNUSUAL else None
            words = unusual.value if unusual else _FLAWS[flaw]
            yield words.for_lang(lang).format(disputes=disputes, age=age, year=plan.as_of.year)


def _cover(coverage: Coverage | None, lang: Lang) -> Iterator[str]:
    if coverage is None:
        return
    if coverage.status is CoverageStatus.HOLLOW:
        yield Text("kegiatannya belum lengkap", "its actions are incomplete").for_lang(lang)
    elif coverage.done:
        yield Text("semua kegiatannya selesai, susun lagi", "all its actions are done, plan more").for_lang(
            lang
        )
    else:
        yield Text("belum ada kegiatan, bawa usulan program", "no action yet, bring a proposal").for_lang(
            lang
        )


def _incomplete(incomplete: IncompleteAction, lang: Lang) -> str:
    lacking = listed([_BLANKS[blank].for_lang(lang) for blank in incomplete.missing], lang)
    name = action_name(incomplete.scheduled)
    return Text(f"{name}: belum ada {lacking}", f"{name}: lacks {lacking}").for_lang(lang)


# -- to settle ---------------------------------------------------------------------------


def issues_to_settle(facts: Interdependence, asked: Obligations, lang: Lang) -> Iterator[Todo]:
    """Give what an OPD must settle, and with whom."""
    for matter in asked.issues:
        yield _settled(facts, matter, asked.opd.code, lang)
    if asked.unplanned:
        yield _unplanned(asked, lang)


def _unplanned(asked: Obligations, lang: Lang) -> Todo:
    """Ask for a proposal where an OPD supports what nobody has planned anything for."""
    nobody = Text("tanpa pengampu", "no lead").for_lang(lang)
    named = [
        f"{coverage.indicator.code} ({'/'.join(coverage.leads) or nobody})" for coverage in asked.unplanned
    ]
    words = Text(
        f"bawa usulan kegiatan pendukung untuk {listed(named, 'id', most=6)}",
        f"bring a proposal of actions to support {listed(named, 'en', most=6)}",
    ).for_lang(lang)
    codes = tuple(coverage.indicator.code for coverage in asked.unplanned)
    leads = _others((lead for coverage in asked.unplanned for lead in coverage.leads), asked.opd.code)
    return Todo("proposal", codes, leads, words[0].upper() + words[1:])


def _settled(facts: Interdependence, matter: OpenIssue, opd: str, lang: Lang) -> Todo:
    match matter:
        case WaitingLoop():
            return _ring(matter, opd, lang)
        case NeverFinished(need):
            return _never(need, opd, lang)
        case OrderClash():
            return _order(matter, opd, lang)
        case LikelyDuplicate():
            return _same(facts, matter, opd, lang)
        case LeadIssue():
            return _duty(facts, matter, opd, lang)
        case Unsupported():
            return _unsupported(facts, matter, opd, lang)


def _with(others: Sequence[str], lang: Lang) -> str:
    return f"{listed(others, lang, most=5)}: " if others else ""


def _others(codes: Iterable[str | None], opd: str) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(codes) if code is not None and code != opd)


def _ring(ring: WaitingLoop, opd: str, lang: Lang) -> Todo:
    codes = tuple(link.action.code for link in ring.loop)
    others = _others(ring.opd, opd)
    circle = arrows((*codes, codes[0]), lang)
    words = Text(f"{circle} saling menunggu; lepaskan satu", f"{circle} wait for each other; cut one link")
    return Todo(TopicKind.LOOP.value, codes, others, _with(others, lang) + words.for_lang(lang))


def _never(need: Need, opd: str, lang: Lang) -> Todo:
    taker, giver = action_name(need.taker, 32), need.giver.code
    others = _others((need.giver.opd, need.taker.opd), opd)
    words = Text(
        f"{taker} menunggu {giver} yang batal; cari gantinya",
        f"{taker} waits for {giver}, cancelled; find what replaces it",
    )
    codes = (need.giver.code, need.taker.code)
    return Todo(TopicKind.CANCELLED.value, codes, others, _with(others, lang) + words.for_lang(lang))


def _order(clash: OrderClash, opd: str, lang: Lang) -> Todo:
    others = _others(clash.opd, opd)
    first = clash.late[0]
    codes = (first.giver.code, first.taker.code)
    text = f"{_with(others, lang)}{broken(first, lang)} → {solution(clash, lang)}"
    return Todo(TopicKind.LATE.value, codes, others, text)


def _same(facts: Interdependence, same: LikelyDuplicate, opd: str, lang: Lang) -> Todo:
    clash = same.clash
    mine, theirs = (clash.first, clash.second) if clash.first.opd == opd else (clash.second, clash.first)
    name = f"{theirs.action.code} {shortened(theirs.action.name, 32)}"
    if same.kind is TopicKind.DUPLICATE:
        words = Text(
            f"{mine.action.code} mirip {name} ({clash.year}); gabungkan atau bedakan",
            f"{mine.action.code} looks like {name} ({clash.year}); merge or tell apart",
        )
    else:
        place = shortened(place_of(facts.plan, clash), 32)
        words = Text(
            f"{mine.action.code} dan {name} di {place}, {clash.year}; sepakati urutannya",
            f"{mine.action.code} and {name} at {place}, {clash.year}; agree on the order",
        )
    codes = (mine.action.code, theirs.action.code)
    return Todo(same.kind.value, codes, (theirs.opd,), f"{theirs.opd}: {words.for_lang(lang)}")


def _duty(facts: Interdependence, duty: LeadIssue, opd: str, lang: Lang) -> Todo:
    others = _others(duty.pair.opd, opd)
    name = _indicator(facts, duty.indicator, lang)
    if duty.kind is TopicKind.LEADS:
        words = Text(f"sama-sama mengampu {name}; pilih satu", f"both lead {name}; choose one")
    else:
        words = Text(
            f"serah terima {name} belum diputuskan rakor; catat keputusannya",
            f"the handover of {name} was never decided; record a decision",
        )
    return Todo(duty.kind.value, (duty.indicator,), others, _with(others, lang) + words.for_lang(lang))


def _unsupported(facts: Interdependence, matter: Unsupported, opd: str, lang: Lang) -> Todo:
    name = _indicator(facts, matter.indicator, lang)
    if opd in matter.leads:
        others = _others(matter.idle, opd)
        words = Text(f"tetapkan kegiatan pendukung {name}", f"agree on an action to support {name}")
    else:
        others = _others(matter.leads, opd)
        words = Text(
            f"tetapkan kegiatan {opd} untuk mendukung {name}",
            f"agree on an action of {opd} to support {name}",
        )
    return Todo("support", (matter.indicator,), others, _with(others, lang) + words.for_lang(lang))


def _indicator(facts: Interdependence, code: str, lang: Lang) -> str:
    indicator = facts.plan.indicator_by_code.get(code)
    return f"{code} {short_name(indicator, lang)}" if indicator else code


# -- to hand over and to wait for ----------------------------------------------------------


def handed_over(asked: Obligations, lang: Lang) -> Iterator[Todo]:
    """Give what others wait for: each action once, with who waits and by when it is needed."""
    for needs in grouped((need.giver.code, need) for need in asked.gives).values():
        giver, timing = needs[0].giver, TIMINGS[needs[0].timing][0].for_lang(lang)
        takers = listed([f"{need.taker.opd} ({need.taker.code})" for need in needs], lang, most=3)
        wanted, ready = time(needs[0].wanted, lang), time(giver.finish, lang)
        words = Text(
            f"{action_name(giver)} → {takers}: dibutuhkan {wanted}, rencana selesai {ready}; {timing}",
            f"{action_name(giver)} → {takers}: needed {wanted}, due to finish {ready}; {timing}",
        )
        codes = (giver.code, *(need.taker.code for need in needs))
        others = _others((need.taker.opd for need in needs), "")
        yield Todo("hand-over", codes, others, words.for_lang(lang), _last_day(needs[0].wanted))


def waited_for(asked: Obligations, lang: Lang) -> Iterator[Todo]:
    """Give what an OPD waits for, from whom, and whether it comes in time."""
    for need in asked.takes:
        ready, wanted = time(need.giver.finish, lang), time(need.wanted, lang)
        timing = TIMINGS[need.timing][0].for_lang(lang)
        words = Text(
            f"{need.giver.opd}: {action_name(need.giver)} untuk {need.taker.code}, dibutuhkan {wanted}, "
            f"rencana selesai {ready}; {timing}",
            f"{need.giver.opd}: {action_name(need.giver)} for {need.taker.code}, needed {wanted}, "
            f"due to finish {ready}; {timing}",
        )
        codes = (need.giver.code, need.taker.code)
        others = _others((need.giver.opd,), "")
        yield Todo("wait-for", codes, others, words.for_lang(lang), _last_day(need.wanted))


def _last_day(when: When | None) -> date | None:
    return when.last if when else None


# -- decisions ---------------------------------------------------------------------------


def decided(facts: Interdependence, asked: Obligations, lang: Lang) -> Iterator[Todo]:
    """Give the decisions that an OPD is in charge of or supports, then its part of those for all."""
    for followed in (*asked.decisions, *asked.shared):
        decision = followed.decision
        name = " ".join(filter(None, (decision.code, shortened(decision.text, 72))))
        with_whom = _others((decision.lead, *decision.support), asked.opd.code)
        part = _part(followed, asked.opd.code, lang)
        state = f"{unknown(followed, lang, '; {}')}{_silent(facts, followed, lang)}"
        text = f"{name}: {_due(followed, lang)}{state}{part}"
        yield Todo("decision", (decision.code or decision.text,), with_whom, text, decision.due)


def unknown(followed: FollowedDecision, lang: Lang, within: str) -> str:
    """Say that it is not known how a decision stands, if it is not."""
    words = Text("keadaannya belum diketahui", "its state is not known").for_lang(lang)
    return within.format(words) if followed.is_unknown else ""


def _due(followed: FollowedDecision, lang: Lang) -> str:
    due = followed.decision.due
    if due is None:
        return Text("batas waktu tidak disebut", "no due date stated").for_lang(lang)
    day = short_date(due, lang)
    if followed.days_late:
        late = lasting(followed.days_late, lang)
        return Text(f"batas {day}, lewat {late}", f"due {day}, {late} ago").for_lang(lang)
    return Text(f"batas {day}", f"due {day}").for_lang(lang)


def _silent(facts: Interdependence, followed: FollowedDecision, lang: Lang) -> str:
    held = followed.silent_rakor
    if held < max(1, facts.plan.settings.silent_rakor):
        return ""
    return Text(f"; {held} rakor tanpa kabar", f"; {held} rakor without news").for_lang(lang)


def _part(followed: FollowedDecision, opd: str, lang: Lang) -> str:
    lead = followed.decision.lead
    if lead == EVERYBODY:
        return Text("; semua OPD", "; all OPD").for_lang(lang)
    if followed.life.opd == opd:
        return ""
    if lead is None:
        return Text("; penanggung jawab tidak disebut", "; nobody named in charge").for_lang(lang)
    return Text(f"; mendukung {lead}", f"; supports {lead}").for_lang(lang)
