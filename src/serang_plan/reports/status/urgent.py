"""What cannot wait, in a few lines: the claim, the next rakor, what is overdue and due, what clashes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.criteria.claim_check import ClaimCheck
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.rakor.urgent_matters import UrgentMatters
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY
from serang_plan.page import Fact, Facts, Tone
from serang_plan.reports.parts.phrases import who_said
from serang_plan.wording import Lang, Text, full_date, lasting, listed, many, room_for, short_date

if TYPE_CHECKING:
    from serang_plan.analysis.duties.decision_life import DecisionLife

Matter = TypeVar("Matter")
_MOST_NAMED = 3


def urgent_facts(plan: Plan, claims: Sequence[ClaimCheck], urgent: UrgentMatters, lang: Lang) -> Facts:
    """Return a line for each question that somebody has before a rakor."""
    lines = (
        *_claim(claims, lang),
        (Text("Rakor berikutnya", "Next rakor"), _rakor(plan, urgent, lang), "plain"),
        (Text("Keputusan", "Decisions"), *_decisions(plan, urgent, lang)),
        (Text("Kegiatan", "Actions"), *_actions(plan, urgent, lang)),
        (Text("Bentrok", "Clashes"), *_clashes(plan, urgent, lang)),
        (Text("Tanpa kegiatan", "Without an action"), *_without(plan, urgent, lang)),
    )
    title = Text("Menuju rakor", "Before the rakor").for_lang(lang)
    return Facts(title, tuple(Fact(label.for_lang(lang), text, tone) for label, text, tone in lines))


def _claim(claims: Sequence[ClaimCheck], lang: Lang) -> Iterator[tuple[Text, str, Tone]]:
    """Give the claim of all indicators that can be compared, else the first; how many others there are."""
    of_no_list = (check for check in claims if check.criteria is None)
    in_order = sorted(
        of_no_list, key=lambda check: (check.incomparable is not None, check.claim.date is None)
    )
    for check in in_order[:1]:
        met, whole, who = check.said_met, check.said_of, who_said(check, lang)
        said = Text(f"{met} dari {whole} menurut {who}", f"{met} of {whole} according to {who}")
        evidence = Text(f"bukti {len(check.met)}", f"evidence {len(check.met)}")
        beside = Text("tidak dapat dibandingkan", "not comparable") if check.incomparable else evidence
        yield Text("Pernyataan", "Claim"), f"{said.for_lang(lang)}; {beside.for_lang(lang)}", "plain"


def _rakor(plan: Plan, urgent: UrgentMatters, lang: Lang) -> str:
    if urgent.rakor is not None:
        days = (urgent.rakor - plan.as_of).days
        left = Text(f"{days} hari lagi", f"in {many(days, 'day')}") if days else Text("hari ini", "today")
        return f"{full_date(urgent.rakor, lang)} ({left.for_lang(lang)})"
    return _none(plan, "rakor", Text("belum dijadwalkan", "not scheduled yet"), lang)


def _none(plan: Plan, section: str, words: Text, lang: Lang) -> str:
    """Say that there is none, unless some of the section could not be read."""
    unknown = Text("belum diketahui: ada yang tidak terbaca", "not known: some could not be read")
    return (words if is_read_in_full(plan, section) else unknown).for_lang(lang)


def _decisions(plan: Plan, urgent: UrgentMatters, lang: Lang) -> tuple[str, Tone]:
    overdue, due, undated = urgent.decisions
    parts = (
        _named(Text("lewat tenggat", "overdue"), overdue, _late_decision, lang),
        _named(_by(urgent), due, _called, lang),
        _named(Text("tanpa tenggat", "without a due date"), undated, _called, lang),
    )
    if any(parts):
        return "; ".join(filter(None, parts)), "bad" if overdue else "plain"
    there_are = any(rakor.decisions for rakor in plan.rakor)
    words = Text("tidak ada yang mendesak", "none is urgent") if there_are else _NONE_YET
    return _none(plan, "rakor", words, lang), "plain"


def _actions(plan: Plan, urgent: UrgentMatters, lang: Lang) -> tuple[str, Tone]:
    parts = (
        _named(Text("lewat waktu", "overdue"), urgent.overdue_actions, _late_action, lang),
        _named(_by(urgent), urgent.due_actions, _code_and_opd, lang),
    )
    if any(parts):
        return "; ".join(filter(None, parts)), "bad" if urgent.overdue_actions else "plain"
    words = Text("tidak ada yang lewat waktu", "none is overdue") if plan.actions else _NONE_YET
    return _none(plan, "actions", words, lang), "plain"


_NONE_YET = Text("belum ada", "none yet")


def _by(urgent: UrgentMatters) -> Text:
    by = urgent.by
    return Text(f"jatuh tempo s.d. {short_date(by, 'id')}", f"due by {short_date(by, 'en')}")


def _named(words: Text, matters: Sequence[Matter], name: Callable[[Matter, Lang], str], lang: Lang) -> str:
    """Count matters and name them; of many, those that come first."""
    if not matters:
        return ""
    first = matters[: room_for(len(matters), _MOST_NAMED)]
    names = listed([name(matter, lang) for matter in first], lang)
    chiefly = Text("terutama ", "chiefly ").for_lang(lang) if len(first) < len(matters) else ""
    return f"{len(matters)} {words.for_lang(lang)}: {chiefly}{names}"


def _called(life: DecisionLife, lang: Lang) -> str:
    return f"{_code(life)} ({_in_charge(life, lang)})"


def _late_decision(life: DecisionLife, lang: Lang) -> str:
    return f"{_code(life)} ({_in_charge(life, lang)}, {lasting(life.days_past_due, lang)})"


def _code(life: DecisionLife) -> str:
    return life.decision.code or f"“{life.decision.text}”"


def _in_charge(life: DecisionLife, lang: Lang) -> str:
    everybody = life.decision.lead == EVERYBODY
    nobody = Text("semua OPD", "all OPD") if everybody else Text("tanpa penanggung jawab", "nobody in charge")
    return life.opd or nobody.for_lang(lang)


def _code_and_opd(action: Scheduled, lang: Lang) -> str:
    return f"{action.code} ({action.opd or _NO_OPD.for_lang(lang)})"


def _late_action(action: Scheduled, lang: Lang) -> str:
    due = action.finish.text(lang) if action.finish else ""
    since = Text(f"sejak {due}", f"since {due}").for_lang(lang)
    return f"{action.code} ({action.opd or _NO_OPD.for_lang(lang)}, {since})"


_NO_OPD = Text("tanpa OPD", "no OPD")


def _clashes(plan: Plan, urgent: UrgentMatters, lang: Lang) -> tuple[str, Tone]:
    if not urgent.clashes and not urgent.loops:
        return _none(plan, "actions", Text("tidak ada yang ditemukan", "none found"), lang), "plain"
    from serang_plan.reports.parts.conflict_wording import arrows, broken

    circle = Text("saling menunggu: ", "waiting for each other: ").for_lang(lang)
    named = [
        *(f"{circle}{arrows([link.action.code for link in loop], lang)}" for loop in urgent.loops),
        *(broken(clash.late[0], lang) for clash in urgent.clashes),
    ]
    first = named[: room_for(len(named), 1)]
    chiefly = Text(", terutama ", ", chiefly ").for_lang(lang) if len(first) < len(named) else ": "
    return f"{len(named)}{chiefly}{'; '.join(first)}", "bad"


def _without(plan: Plan, urgent: UrgentMatters, lang: Lang) -> tuple[str, Tone]:
    codes, count = ", ".join(urgent.without_action), len(urgent.without_action)
    if not count:
        return _none(plan, "actions", Text("tidak ada", "none"), lang), "plain"
    words = Text(f"{count} indikator: {codes}", f"{many(count, 'indicator')}: {codes}")
    return words.for_lang(lang), "warn"
