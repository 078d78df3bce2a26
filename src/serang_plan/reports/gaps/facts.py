"""The facts of one gap: how far, why, who answers for it, and what the plan does."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.indicators.remaining_gap import RemainingGap
from serang_plan.analysis.indicators.standing import Missing, Standing, Verdict
from serang_plan.analysis.outlook.gaps import Gap
from serang_plan.analysis.outlook.sufficiency import Contribution, Outlook, Sufficiency
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Fact,
    Facts,
    Tone,
)
from serang_plan.reports.gaps.remedies import steps
from serang_plan.reports.parts.phrases import (
    BASES,
    SIGNS,
    TONES,
    added,
    gap_in_words,
    rough,
    short_name,
    short_of,
    unit_of,
)
from serang_plan.reports.parts.verdict_words import (
    TWO_VALUES,
    newest_value,
    other_scope,
    threshold_in_full,
)
from serang_plan.wording import (
    Lang,
    Text,
    listed,
    many,
    number,
    room_for,
    rounded_beside,
    short_date,
    with_unit,
)

MOST_ACTIONS = 6
"""How many actions are written out for one indicator."""


def gap_facts(plan: Plan, gap: Gap, year: int | None, lang: Lang) -> Facts:
    """Say all that is known of one gap."""
    indicator, standing = gap.verdict.indicator, gap.verdict.standing
    title = (
        f"{SIGNS[standing]} {indicator.code} {short_name(indicator, lang)}: {gap_in_words(gap.verdict, lang)}"
    )
    lines = [
        *_value(gap, lang),
        *_threshold(plan, gap, lang),
        *_declared(gap, lang),
        *_on_target(gap, year, lang),
        *_actions(gap, lang),
        *_plan(gap, year, lang),
        _duty(gap, lang),
        *_authority(gap, lang),
        _closing(gap, lang),
    ]
    return Facts(title, tuple(lines), TONES[standing])


def _value(gap: Gap, lang: Lang) -> Iterator[Fact]:
    """Say the newest value and where it is heading."""
    if gap.verdict.shown is not None:
        words = newest_value(gap.verdict, lang)
        trend = "" if gap.verdict.substitute else f"; {_trend(gap, lang)}"
        yield Fact(Text("Nilai", "Value").for_lang(lang), f"{words}{trend}")


def _threshold(plan: Plan, gap: Gap, lang: Lang) -> Iterator[Fact]:
    """Say what must be reached, by whose rule, and how much of the way is left."""
    threshold = gap.verdict.threshold
    if threshold is not None:
        words = threshold_in_full(plan, gap.verdict.indicator, threshold, lang)
        way = f"; {_way(gap.verdict, gap.remaining_gap, lang)}" if gap.remaining_gap else ""
        yield Fact(Text("Ambang", "Threshold").for_lang(lang), words + way)
    if other := other_scope(gap.verdict, lang):
        yield Fact(Text("Cakupan lain", "Other scope").for_lang(lang), other)


def _way(verdict: Verdict, way: RemainingGap, lang: Lang) -> str:
    unit = unit_of(verdict.indicator, lang)
    first = f"{with_unit(way.first.amount, unit, lang)} ({way.first.measurement.as_of.year})"
    left = number(rounded_beside(way.share * 100, 0, 100, places=0), lang)
    if way.share > 1:
        return Text(f"menjauh sejak {first}", f"further away than at {first}").for_lang(lang)
    if verdict.is_stale and verdict.value is not None:
        then = verdict.value.measurement.as_of.year
        return Text(
            f"pada {then} masih {left}% dari jarak sejak {first}",
            f"in {then} {left}% of the distance was left since {first}",
        ).for_lang(lang)
    return Text(
        f"masih {left}% dari jarak sejak {first}", f"{left}% of the distance is left since {first}"
    ).for_lang(lang)


def _trend(gap: Gap, lang: Lang) -> str:
    if gap.change is None or gap.trend is None:
        stale = Text("tren tidak dihitung karena nilainya usang", "no trend, since the value is stale")
        none = Text("belum ada tren", "no trend yet")
        return (stale if gap.verdict.is_stale else none).for_lang(lang)
    few = TWO_VALUES.for_lang(lang) if gap.change.points == 2 else ""
    if gap.trend == 0:
        return Text("tren tetap", "flat trend").for_lang(lang) + few
    word = Text("memburuk", "worsening by") if gap.gets_worse else Text("membaik", "improving by")
    size = rough(abs(gap.trend), unit_of(gap.verdict.indicator, lang), lang)
    return f"{word.for_lang(lang)} {size} {Text('per tahun', 'a year').for_lang(lang)}{few}"


def _declared(gap: Gap, lang: Lang) -> Iterator[Fact]:
    declared = gap.verdict.declared
    if declared is not None:
        when = f", {short_date(declared.date, lang)}" if declared.date else ""
        word = Standing(declared.standing).word.for_lang(lang)
        yield Fact(Text("Dinyatakan", "Declared").for_lang(lang), f"{word} ({declared.by}{when})")


def _on_target(gap: Gap, year: int | None, lang: Lang) -> Iterator[Fact]:
    if year is None:
        return
    unit, target = unit_of(gap.verdict.indicator, lang), gap.target
    label = Text(f"Target {year}", f"Target {year}").for_lang(lang)
    if target is None:
        yield Fact(label, Text("belum ada", "none yet").for_lang(lang), "warn")
        return
    words = f"{with_unit(target.value, unit, lang)} ({BASES[target.basis].for_lang(lang)})"
    verdict = _sufficiency(gap, gap.on_target, year, lang) if gap.on_target else ""
    yield Fact(label, f"{words}: {verdict}" if verdict else words)


def _actions(gap: Gap, lang: Lang) -> Iterator[Fact]:
    label = Text("Kegiatan", "Actions").for_lang(lang)
    most = room_for(len(gap.actions), MOST_ACTIONS)
    for nth, part in enumerate(gap.actions[:most]):
        yield Fact("" if nth else label, _action(part, gap, lang))
    if rest := len(gap.actions) - most:
        yield Fact("", Text(f"dan {rest} kegiatan lain", f"and {rest} more actions").for_lang(lang))


def _action(part: Contribution, gap: Gap, lang: Lang) -> str:
    """Write an action: what it adds, whose it is, how far it is and when it ends."""
    scheduled, unit = part.scheduled, unit_of(gap.verdict.indicator, lang)
    unknown = Text("dampak belum diperkirakan", "effect not estimated")
    adds = unknown.for_lang(lang) if part.adds is None else added(part.adds, unit, lang)
    if part.adds and (part.adds > 0) != (gap.verdict.indicator.direction == "naik"):
        adds += f" ({Text('menjauh', 'away from it').for_lang(lang)})"
    opd = scheduled.opd or Text("tanpa OPD", "no OPD").for_lang(lang)
    when = (
        scheduled.finish.text(lang)
        if scheduled.finish
        else Text("waktu selesai belum ada", "no finish yet").for_lang(lang)
    )
    late = f" ({Text('terlewat', 'overdue').for_lang(lang)})" if scheduled.late else ""
    state = scheduled.state.value.for_lang(lang)
    return f"{scheduled.code} {scheduled.action.name}: {adds}; {opd}, {state}, {when}{late}"


def _plan(gap: Gap, year: int | None, lang: Lang) -> Iterator[Fact]:
    label = (
        Text("Rencana", "Plan").for_lang(lang)
        if year is None
        else Text("Ke ambang", "To threshold").for_lang(lang)
    )
    if gap.outlook is None:
        if gap.verdict.missing in (Missing.VALUE, Missing.BOTH, Missing.SUBSTITUTE_ONLY) and gap.actions:
            words = Text("tidak dapat dikatakan tanpa nilai", "cannot be said without a value")
            yield Fact(label, words.for_lang(lang), "unknown")
        elif not gap.actions:
            yield Fact(label, _NOTHING.for_lang(lang), "warn")
        return
    words_, tone = _sufficiency(gap, gap.outlook, year, lang), _PLAN_TONES[gap.outlook.sufficiency]
    yield Fact(label, words_, tone)


_NOTHING = Text("belum ada kegiatan", "no action yet")


_PLAN_TONES: dict[Sufficiency, Tone] = {
    Sufficiency.NOTHING_PLANNED: "bad",
    Sufficiency.SHORT: "bad",
    Sufficiency.CANNOT_SAY: "unknown",
    Sufficiency.ENOUGH: "good",
}


def _sufficiency(gap: Gap, outlook: Outlook, year: int | None, lang: Lang) -> str:
    indicator = gap.verdict.indicator
    condition = _condition(year)
    short = short_of(outlook.short_by, indicator, lang)
    match outlook.sufficiency:
        case Sufficiency.NOTHING_PLANNED:
            return _NOTHING.for_lang(lang)
        case Sufficiency.ENOUGH:
            reached = with_unit(outlook.expected, unit_of(indicator, lang), lang)
            when = _from(gap, lang) if year is None else ""
            return f"{Text('cukup', 'enough').for_lang(lang)}: {reached} {condition.for_lang(lang)}{when}"
        case Sufficiency.SHORT:
            return f"{short} {condition.for_lang(lang)}"
        case _:
            return f"{_cannot_say(outlook, lang)}; {_without(outlook, short, lang)}"


def _condition(year: int | None) -> Text:
    if year is None:
        return Text("bila semua kegiatan selesai", "once all actions are done")
    return Text(
        f"dengan kegiatan yang selesai s.d. akhir {year}", f"with the actions done by the end of {year}"
    )


def _from(gap: Gap, lang: Lang) -> str:
    if gap.enough_from is None:
        return ""
    due = gap.verdict.threshold.due if gap.verdict.threshold else None
    late = due is not None and gap.enough_from > due
    after = Text(f", sesudah batas waktunya ({due})", f", after it is due ({due})") if late else Text("", "")
    return Text(
        f", ambang tercapai akhir {gap.enough_from}{after.id}",
        f", threshold reached by the end of {gap.enough_from}{after.en}",
    ).for_lang(lang)


def _cannot_say(outlook: Outlook, lang: Lang) -> str:
    """Say what is missing to say whether the plan suffices."""
    why = []
    if outlook.unstated:
        count, codes = len(outlook.unstated), listed(outlook.unstated, lang, most=4)
        why.append(
            Text(
                f"{count} kegiatan tanpa perkiraan dampak ({codes})",
                f"{many(count, 'action')} without an expected effect ({codes})",
            ).for_lang(lang)
        )
    if outlook.unsure:
        count, codes = len(outlook.unsure), listed(outlook.unsure, lang, most=4)
        why.append(
            Text(
                f"{count} kegiatan yang selesainya tidak pasti ({codes})",
                f"{many(count, 'action')} that may not finish ({codes})",
            ).for_lang(lang)
        )
    return f"{Text('tidak dapat dikatakan', 'cannot be said').for_lang(lang)}: {', '.join(why)}"


def _without(outlook: Outlook, short: str, lang: Lang) -> str:
    them = "it" if len(outlook.unstated) + len(outlook.unsure) == 1 else "them"
    return Text(f"tanpa itu {short}", f"without {them} {short}").for_lang(lang)


def _duty(gap: Gap, lang: Lang) -> Fact:
    label = Text("Pengampu", "Lead").for_lang(lang)
    lead = "/".join(gap.leads) or Text("belum ada", "nobody yet").for_lang(lang)
    support = listed(gap.support, lang, most=4)
    words = (
        Text(f"{lead}; pendukung {support}", f"{lead}; support {support}").for_lang(lang) if support else lead
    )
    return Fact(label, words, "plain" if gap.leads else "warn", main=True)


def _closing(gap: Gap, lang: Lang) -> Fact:
    words = "; ".join(step.for_lang(lang) for step in steps(gap))
    return Fact(Text("Menutupnya", "To close").for_lang(lang), words, main=True)


def _authority(gap: Gap, lang: Lang) -> Iterator[Fact]:
    words = [
        f"{_LEVELS[level].for_lang(lang)} ({listed(codes, lang, most=4)})"
        for level, codes in gap.authority.actions
    ]
    if gap.authority.partners:
        names = [
            f"{partner.code} ({_PARTNERS[partner.kind].for_lang(lang)})" for partner in gap.authority.partners
        ]
        words.append(f"{Text('mitra', 'partners').for_lang(lang)} {listed(names, lang, most=4)}")
    if words:
        yield Fact(Text("Wewenang", "Authority").for_lang(lang), "; ".join(words))


_LEVELS = {
    "kota": Text("kota", "city"),
    "provinsi": Text("provinsi", "province"),
    "pusat": Text("pusat", "national government"),
}


_PARTNERS = {
    **_LEVELS,
    "daerah": Text("daerah", "local government"),
    "bumn": Text("BUMN/BUMD", "state company"),
    "swasta": Text("swasta", "private"),
    "masyarakat": Text("masyarakat", "community"),
}
