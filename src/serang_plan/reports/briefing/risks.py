"""The risks of a note: what may go wrong, how far it reaches, and the worst case with its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from serang_plan.analysis.actions.dependencies import Timing
from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.meetings.risks import Risk, RiskKind
from serang_plan.analysis.outlook.gaps import Gap
from serang_plan.model.indicator import Threshold
from serang_plan.model.plan import Plan
from serang_plan.model.source import Statement
from serang_plan.page import Item
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.current_standing import verdict_of
from serang_plan.reports.briefing.phrases import (
    all_of,
    goal,
    indicator,
    indicators,
    latest,
    one_or_many,
    sources_of,
    value,
)
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.parts.conflict_wording import broken
from serang_plan.reports.parts.phrases import BASES, rough, unit_of
from serang_plan.reports.parts.verdict_words import TWO_VALUES
from serang_plan.wording import Lang, Text, capitalised, count_of, listed, short_date, with_unit

MOST = 3
_TWO = 2
"""So few values make a trend that is no more than a line between two points."""


def dangers(briefing: Briefing, risks: Iterable[Risk], cited: Citations, lang: Lang) -> Iterator[Item]:
    """Give each risk in a sentence or two."""
    for risk in risks:
        text, sources = _SENTENCES[risk.kind](briefing, risk, lang)
        yield Item(text, marks=cited.marks(*sources))


Said = tuple[str, tuple[str | None, ...]]
"""A sentence, and the sources that it rests on."""


def _law(briefing: Briefing, risk: Risk, lang: Lang) -> Said:
    first = _gap(briefing, risk)
    threshold = first.verdict.threshold
    assert threshold is not None
    figures = _beside(briefing.plan, first.verdict, threshold, lang)
    return _sentence(briefing, risk, figures, lang), (*sources_of(first.verdict), threshold.source)


def _beside(plan: Plan, verdict: Verdict, threshold: Threshold, lang: Lang) -> str:
    """Write the value beside its threshold: `kini 12% (2018, turunan), ambang ≥ 20% menurut UU 26/2007`."""
    words = Text("ambang", "threshold").for_lang(lang)
    return f"{latest(verdict, lang)}, {words} {goal(plan, verdict, threshold, lang)}"


def _worse(briefing: Briefing, risk: Risk, lang: Lang) -> Said:
    first = _gap(briefing, risk)
    size = rough(abs(first.trend or Fraction()), unit_of(first.verdict.indicator, lang), lang)
    points = first.change.points if first.change else 0
    yearly = Text(f"{size} per tahun", f"{size} a year").for_lang(lang)
    few = TWO_VALUES.for_lang(lang) if points == _TWO else ""
    figures = f"{yearly}{few}, {latest(first.verdict, lang)}"
    return _sentence(briefing, risk, figures, lang), sources_of(first.verdict)


def _behind(briefing: Briefing, risk: Risk, lang: Lang) -> Said:
    first = verdict_of(briefing, risk.indicators[0])
    year, unit = briefing.plan.as_of.year, unit_of(first.indicator, lang)
    target = next((goal for goal in first.indicator.targets if goal.year >= year), None)
    figures = latest(first, lang)
    if target is not None:
        basis = BASES[target.basis].for_lang(lang)
        figures += f", target {target.year}: {with_unit(target.value, unit, lang)} ({basis})"
    return _sentence(briefing, risk, figures, lang), (*sources_of(first), target.source if target else None)


def _slipping(briefing: Briefing, risk: Risk, lang: Lang) -> Said:
    first = next(action for action in briefing.facts.actions if action.code == risk.codes[0])
    name, moved = _called(first), len(first.moves)
    when = first.finish.text(lang) if first.finish else Text("belum pasti", "an unknown time").for_lang(lang)
    put_off = Text(
        f"{name} sudah {'sekali digeser' if moved == 1 else f'{moved} kali digeser'}, kini selesai {when}",
        f"{name} was put off {'once' if moved == 1 else f'{moved} times'}, now until {when}",
    )
    overdue = Text(f"{name} lewat waktu sejak {when}", f"{name} has been overdue since {when}")
    words = (put_off if moved and not first.late else overdue).for_lang(lang)
    all_of_them = Text("kegiatan digeser atau lewat waktu", "actions were put off or are overdue")
    own, rest = _touched(briefing, risk, first, all_of_them, lang)
    sources = (first.moves[-1].source,) if first.moves else first.action.sources[:1]
    return f"{words}{own}.{rest}", sources


def _waiting(briefing: Briefing, risk: Risk, lang: Lang) -> Said:
    late = (Timing.LATE, Timing.OVERDUE)
    need = next(need for need in briefing.facts.needs if need.crosses and need.timing in late)
    all_of_them = Text("kegiatan menunggu pekerjaan yang terlambat", "actions wait for what is late")
    own, rest = _touched(briefing, risk, need.taker, all_of_them, lang)
    named = listed([_called(action) for action in (need.taker, need.giver)], lang)
    codes = Text("Kegiatannya", "The actions").for_lang(lang)
    return f"{broken(need, lang)}{own}. {codes}: {named}.{rest}", ()


def _touched(
    briefing: Briefing, risk: Risk, action: Scheduled, all_of_them: Text, lang: Lang
) -> tuple[str, str]:
    """Say which indicators the action that is named touches, and which all the actions of the risk do."""
    own = [code for code in risk.indicators if code in action.indicators]
    named, every = (indicators(briefing.plan, codes, lang) for codes in (own, risk.indicators))
    touches = Text(f"; ini menyangkut {named}", f"; this touches {named}").for_lang(lang) if own else ""
    if len(risk.codes) == 1:
        return touches, ""
    also = Text(f", menyangkut {every}", f", touching {every}").for_lang(lang) if named != every else ""
    count = Text("Seluruhnya", "In all,").for_lang(lang)
    return touches, f" {count} {len(risk.codes)} {all_of_them.for_lang(lang)}{also}."


def _stale(briefing: Briefing, risk: Risk, lang: Lang) -> Said:
    first = verdict_of(briefing, risk.indicators[0])
    figures = value(first, lang, stale=False)
    judged = sum(verdict.missing is None for verdict in briefing.verdicts)
    count, name = len(risk.indicators), indicator(briefing.plan, first.indicator.code, lang)
    if count == 1:
        return Text(
            f"Penilaian {name} bersandar pada nilai lama: {figures}.",
            f"The verdict on {name} rests on an old value: {figures}.",
        ).for_lang(lang), sources_of(first)
    share = capitalised((all_of(count) if count == judged else _part(count, judged)).for_lang(lang))
    return Text(
        f"{share} penilaian bersandar pada nilai lama; yang tertua {name}: {figures}.",
        f"{share} verdicts rest on old values; the oldest is {name}: {figures}.",
    ).for_lang(lang), sources_of(first)


def _part(count: int, whole: int) -> Text:
    return Text(count_of(count, whole, "id"), count_of(count, whole, "en"))


def _claimed(briefing: Briefing, risk: Risk, lang: Lang) -> Said:
    declared = verdict_of(briefing, risk.indicators[0]).declared
    assert declared is not None
    day = f" ({short_date(declared.date, lang)})" if declared.date else ""
    by = f"{declared.by}{day}"
    return _sentence(briefing, risk, by, lang), (declared.source,)


def _disputed(briefing: Briefing, risk: Risk, lang: Lang) -> Said:
    sources = [statement.source for statement in _statements(briefing, risk.codes[:1])]
    topics = {dispute.code: dispute.topic for dispute in briefing.plan.disputes}
    first = topics.get(risk.codes[0], "") if risk.codes else ""
    example = Text("misalnya", "for example").for_lang(lang)
    topic = f" ({example} “{first}”)" if first else ""
    return _sentence(briefing, risk, topic, lang), tuple(sources[:2])


def _statements(briefing: Briefing, codes: Iterable[str]) -> list[Statement]:
    return [
        statement
        for dispute in briefing.plan.disputes
        if dispute.code in codes
        for statement in dispute.statements
    ]


def _outside(briefing: Briefing, risk: Risk, lang: Lang) -> Said:
    named = {action.code: _called(action) for action in briefing.facts.actions}
    actions = listed([named[code] for code in risk.codes], lang)
    return _sentence(briefing, risk, actions, lang), ()


_SENTENCES: dict[RiskKind, Callable[[Briefing, Risk, Lang], Said]] = {
    RiskKind.LAW: _law,
    RiskKind.WORSE: _worse,
    RiskKind.BEHIND: _behind,
    RiskKind.SLIPPING: _slipping,
    RiskKind.WAITING: _waiting,
    RiskKind.STALE: _stale,
    RiskKind.CLAIMED: _claimed,
    RiskKind.DISPUTED: _disputed,
    RiskKind.OUTSIDE: _outside,
}


_WORDS = {
    RiskKind.LAW: one_or_many(
        "Ambang hukum {names} belum terpenuhi, dan belum ada kegiatan yang pasti cukup: {figures}.",
        "The threshold by law of {names} is not met, and no planned actions are sure to be enough: "
        "{figures}.",
        "{count} ambang hukum belum terpenuhi, dan belum ada kegiatan yang pasti cukup: "
        "{names}. {first}: {figures}.",
        "{count} thresholds by law are not met, and no planned actions are sure to be enough: {names}. "
        "{first}: {figures}.",
    ),
    RiskKind.WORSE: one_or_many(
        "{names} memburuk {figures}.",
        "{names} gets worse by {figures}.",
        "{count} indikator memburuk: {names}. {first} memburuk {figures}.",
        "{count} indicators get worse: {names}. {first} by {figures}.",
    ),
    RiskKind.BEHIND: one_or_many(
        "{names} tertinggal dari targetnya: {figures}.",
        "{names} is behind its target: {figures}.",
        "{count} indikator tertinggal dari targetnya: {names}. {first}: {figures}.",
        "{count} indicators are behind their targets: {names}. {first}: {figures}.",
    ),
    RiskKind.CLAIMED: one_or_many(
        "{names} dinyatakan terpenuhi oleh {figures}, tanpa bukti.",
        "{names} was declared met by {figures}, without evidence.",
        "{count} indikator dinyatakan terpenuhi tanpa bukti: {names}. {first} oleh {figures}.",
        "{count} indicators were declared met without evidence: {names}. {first} by {figures}.",
    ),
    RiskKind.DISPUTED: one_or_many(
        "Angka {names} yang diterbitkan saling bertentangan dan belum diselesaikan{figures}.",
        "The published figures of {names} contradict each other, and nobody has settled it{figures}.",
        "Angka {count} indikator yang diterbitkan saling bertentangan dan belum diselesaikan{figures}: "
        "{names}.",
        "The published figures of {count} indicators contradict each other, and nobody has settled "
        "it{figures}: {names}.",
    ),
    RiskKind.OUTSIDE: one_or_many(
        "{names} bergantung pada wewenang provinsi atau pusat ({figures}).",
        "{names} depends on the province or the national government ({figures}).",
        "{count} indikator bergantung pada wewenang provinsi atau pusat: {names} ({figures}).",
        "{count} indicators depend on the province or the national government: {names} ({figures}).",
    ),
}


def _sentence(briefing: Briefing, risk: Risk, figures: str, lang: Lang) -> str:
    """Return the sentence with its names and figures."""
    count = len(risk.indicators)
    names = indicators(briefing.plan, risk.indicators, lang)
    sentence = _WORDS[risk.kind].of(count).for_lang(lang)
    return sentence.format(names=names, first=risk.indicators[0], count=count, figures=figures)


def _gap(briefing: Briefing, risk: Risk) -> Gap:
    return next(gap for gap in briefing.gaps.gaps if gap.code == risk.indicators[0])


def _called(action: Scheduled) -> str:
    """Call an action by its code and its whole name."""
    return f"{action.code} {action.action.name}"
