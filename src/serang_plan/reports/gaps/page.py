"""Gaps: what is missing, how much, why, who answers for it, and what would close it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from serang_plan.analysis.indicators.evidence import Value
from serang_plan.analysis.indicators.remaining_gap import RemainingGap
from serang_plan.analysis.indicators.standing import Standing
from serang_plan.analysis.outlook.gaps import Gap, Gaps
from serang_plan.analysis.outlook.sufficiency import Contribution, Outlook, Sufficiency
from serang_plan.page import (
    Block,
    Fact,
    Facts,
    Figure,
    Heading,
    Item,
    Items,
    KeyFigures,
    Page,
    Paragraph,
    Tone,
)
from serang_plan.reports.gaps.remedies import steps
from serang_plan.reports.parts.charts import distances
from serang_plan.reports.parts.phrases import (
    BASES,
    KINDS,
    NEXT,
    RIVAL_MARK,
    SIGNS,
    STALE_MARK,
    TONES,
    added,
    as_of_line,
    banners,
    gap_in_words,
    has_rivals,
    latest_value,
    plan_title,
    rough,
    short_name,
    short_of,
    threshold_of,
    unit_of,
    with_unit,
)
from serang_plan.wording import Lang, Text, listed, many, number, short_date

MOST_ACTIONS = 6
"""How many actions are written out for one indicator."""

CLASSES = (Standing.CONTRADICTED, Standing.UNMET, Standing.CLAIMED, Standing.UNKNOWN)
"""The classes in the order in which they are shown; they never merge."""


# -- the page ------------------------------------------------------------------------


def page(found: Gaps, lang: Lang) -> Page:
    """Lay the report out."""
    title = Text("Kesenjangan", "Gaps").for_lang(lang)
    return Page(
        f"{plan_title(found.plan, lang)}: {title.lower()}",
        as_of_line(found.plan.as_of, lang),
        tuple(_blocks(found, lang)),
        compact=True,
    )


def _blocks(found: Gaps, lang: Lang) -> Iterator[Block]:
    yield from banners(found.plan, lang)
    if words := _filtered(found, lang):
        yield Paragraph(words)
    yield _figures(found, lang)
    if found.of(Standing.UNMET):
        yield Paragraph(_planned(found, lang))
    yield from distances((one.verdict for one in found.gaps), lang)
    if len(found.gaps) > 1:
        yield Paragraph(ORDER.for_lang(lang), "muted")
    for standing in CLASSES:
        if gaps := found.of(standing):
            yield Heading(_heading(standing, len(gaps), lang))
            yield from (_facts(one, found.filters.year, lang) for one in gaps)
    yield from _marks([one.verdict.value for one in found.gaps if one.verdict.value], found, lang)
    yield Heading(NEXT.for_lang(lang))
    yield Items(tuple(_next(found, lang)), hints=True)


ORDER = Text(
    "Urutan dalam tiap kelompok: yang belum direncanakan dulu, lalu yang rencananya kurang; di antaranya "
    "ambang hukum sebelum nasional dan kebijakan, yang memburuk, lalu kode.",
    "Order in each class: what nobody plans first, then what the plan leaves short; among these thresholds "
    "by law before national and local ones, what gets worse, then by code.",
)
_HEADINGS = {
    Standing.CONTRADICTED: Text(
        "Bertentangan: dinyatakan lain dari data", "Contradicted: declared against the data"
    ),
    Standing.UNMET: Text("Belum terpenuhi", "Not met"),
    Standing.CLAIMED: Text(
        "Diklaim: dinyatakan terpenuhi tanpa bukti", "Claimed: declared met without evidence"
    ),
    Standing.UNKNOWN: Text("Tidak dapat dinilai", "Cannot be assessed"),
}


def _heading(standing: Standing, count: int, lang: Lang) -> str:
    return f"{_HEADINGS[standing].for_lang(lang)} ({count})"


def _figures(found: Gaps, lang: Lang) -> KeyFigures:
    figures = tuple(
        Figure(standing.word.for_lang(lang), count, TONES[standing], SIGNS[standing])
        for standing, count in found.counts.items()
    )
    return KeyFigures(figures, sum(found.counts.values()))


def _planned(found: Gaps, lang: Lang) -> str:
    """Say for how many of the unmet ones the plan suffices."""
    unmet = found.of(Standing.UNMET)
    counts = Counter(one.outlook.sufficiency for one in unmet if one.outlook)
    if len(unmet) == 1:
        (answer,) = counts
        words = ANSWERS[answer]
        return Text(
            f"Rencana untuk satu yang belum: {words.id}.", f"The plan for the one not met: {words.en}."
        ).for_lang(lang)
    said = ", ".join(f"{counts[answer]} {words.for_lang(lang)}" for answer, words in ANSWERS.items())
    return Text(
        f"Rencana untuk {len(unmet)} yang belum: {said}.", f"The plan for the {len(unmet)} not met: {said}."
    ).for_lang(lang)


ANSWERS = {
    Sufficiency.ENOUGH: Text("cukup", "enough"),
    Sufficiency.SHORT: Text("kurang", "short"),
    Sufficiency.CANNOT_SAY: Text("tidak dapat dikatakan", "cannot be said"),
    Sufficiency.NOTHING_PLANNED: Text("tanpa kegiatan", "without any action"),
}


def _filtered(found: Gaps, lang: Lang) -> str:
    """Say which indicators are shown, and for which year."""
    names = (
        (Text("OPD", "OPD"), found.filters.opd),
        (Text("aspek", "aspect"), found.filters.aspect),
        (Text("pilar", "pillar"), found.filters.pillar),
        (Text("akhir tahun", "end of"), found.filters.year),
    )
    said = ", ".join(f"{name.for_lang(lang)} {value}" for name, value in names if value is not None)
    whole, shown = len(found.plan.indicators), sum(found.counts.values())
    return said and Text(
        f"Hanya {said}: {shown} dari {whole} indikator.", f"Only {said}: {shown} of {whole} indicators."
    ).for_lang(lang)


def _marks(values: list[Value], found: Gaps, lang: Lang) -> Iterator[Paragraph]:
    words = []
    if any(one.stale for one in found.gaps):
        words.append(Text(f"{STALE_MARK} nilai usang", f"{STALE_MARK} stale value").for_lang(lang))
    if any(map(has_rivals, values)):
        rival = Text("ada nilai lain untuk waktu yang sama", "another value for the same time")
        words.append(f"{RIVAL_MARK} {rival.for_lang(lang)}")
    if words:
        yield Paragraph("; ".join(words), "muted")


def _next(found: Gaps, lang: Lang) -> Iterator[Item]:
    if any(not one.verdict.indicator.targets and one.outlook for one in found.gaps):
        yield Item(
            Text("Usulan target tahunan", "Propose yearly targets").for_lang(lang),
            "serang-plan stages --propose",
        )
    yield Item(
        Text("Berapa yang terpenuhi, tahun demi tahun", "How many are met, year by year").for_lang(lang),
        "serang-plan forecast",
    )


# -- one gap ---------------------------------------------------------------------------


def _facts(gap: Gap, year: int | None, lang: Lang) -> Facts:
    indicator, standing = gap.verdict.indicator, gap.verdict.standing
    title = (
        f"{SIGNS[standing]} {indicator.code} {short_name(indicator, lang)}: {gap_in_words(gap.verdict, lang)}"
    )
    lines = [
        *_value(gap, lang),
        *_threshold(gap, lang),
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
    if gap.verdict.value is not None:
        unit = unit_of(gap.verdict.indicator, lang)
        words = latest_value(gap.verdict.value, unit, lang, stale=gap.stale)
        yield Fact(Text("Nilai", "Value").for_lang(lang), f"{words}; {_trend(gap, lang)}")


def _threshold(gap: Gap, lang: Lang) -> Iterator[Fact]:
    """Say what must be reached, by whose rule, and how much of the way is left."""
    threshold = gap.verdict.threshold
    if threshold is not None:
        words = f"{threshold_of(gap.verdict, lang)} ({KINDS[threshold.kind].for_lang(lang)})"
        way = (
            f"; {_way(gap.remaining_gap, unit_of(gap.verdict.indicator, lang), lang)}"
            if gap.remaining_gap
            else ""
        )
        yield Fact(Text("Ambang", "Threshold").for_lang(lang), words + way)


def _way(way: RemainingGap, unit: str, lang: Lang) -> str:
    first = f"{with_unit(way.first.amount, unit, lang)} ({way.first.measurement.as_of.year})"
    left = number(way.share * 100, lang, 0)
    if way.share > 1:
        return Text(f"menjauh sejak {first}", f"further away than at {first}").for_lang(lang)
    return Text(f"tersisa {left}% jalan sejak {first}", f"{left}% of the way left since {first}").for_lang(
        lang
    )


def _trend(gap: Gap, lang: Lang) -> str:
    if gap.trend is None:
        return Text("belum ada tren", "no trend yet").for_lang(lang)
    if gap.trend == 0:
        return Text("tren tetap", "flat trend").for_lang(lang)
    word = Text("memburuk", "worsening by") if gap.gets_worse else Text("membaik", "improving by")
    size = rough(abs(gap.trend), unit_of(gap.verdict.indicator, lang), lang)
    return f"{word.for_lang(lang)} {size} {Text('per tahun', 'a year').for_lang(lang)}"


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
    for nth, one in enumerate(gap.actions[:MOST_ACTIONS]):
        yield Fact("" if nth else label, _action(one, gap, lang))
    if len(gap.actions) > MOST_ACTIONS:
        rest = len(gap.actions) - MOST_ACTIONS
        yield Fact("", Text(f"dan {rest} kegiatan lain", f"and {rest} more actions").for_lang(lang))


def _action(part: Contribution, gap: Gap, lang: Lang) -> str:
    """Write an action: what it adds, whose it is, how far it is and when it ends."""
    one, unit = part.scheduled, unit_of(gap.verdict.indicator, lang)
    unknown = Text("dampak belum diperkirakan", "effect not estimated")
    adds = unknown.for_lang(lang) if part.adds is None else added(part.adds, unit, lang)
    if part.adds and (part.adds > 0) != (gap.verdict.indicator.direction == "naik"):
        adds += f" ({Text('menjauh', 'away from it').for_lang(lang)})"
    opd = one.opd or Text("tanpa OPD", "no OPD").for_lang(lang)
    when = (
        one.finish.text(lang)
        if one.finish
        else Text("waktu selesai belum ada", "no finish yet").for_lang(lang)
    )
    late = f" ({Text('terlewat', 'overdue').for_lang(lang)})" if one.late else ""
    return f"{one.code} {one.action.name}: {adds}; {opd}, {one.state.value.for_lang(lang)}, {when}{late}"


def _plan(gap: Gap, year: int | None, lang: Lang) -> Iterator[Fact]:
    label = (
        Text("Rencana", "Plan").for_lang(lang)
        if year is None
        else Text("Ke ambang", "To threshold").for_lang(lang)
    )
    if gap.outlook is None:
        if gap.verdict.value is None and gap.actions:
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


def _sufficiency(gap: Gap, found: Outlook, year: int | None, lang: Lang) -> str:
    indicator = gap.verdict.indicator
    condition = _condition(year)
    short = short_of(found.short_by, indicator, lang)
    match found.sufficiency:
        case Sufficiency.NOTHING_PLANNED:
            return _NOTHING.for_lang(lang)
        case Sufficiency.ENOUGH:
            reached = with_unit(found.expected, unit_of(indicator, lang), lang)
            when = _from(gap, lang) if year is None else ""
            return f"{Text('cukup', 'enough').for_lang(lang)}: {reached} {condition.for_lang(lang)}{when}"
        case Sufficiency.SHORT:
            return f"{short} {condition.for_lang(lang)}"
        case _:
            return f"{_cannot_say(found, lang)}; {_without_them(short, lang)}"


def _condition(year: int | None) -> Text:
    if year is None:
        return Text("bila semua kegiatan selesai", "once all actions are done")
    return Text(
        f"dengan kegiatan yang selesai s.d. akhir {year}", f"with the actions done by the end of {year}"
    )


def _from(gap: Gap, lang: Lang) -> str:
    if gap.enough_from is None:
        return ""
    return Text(
        f", ambang tercapai akhir {gap.enough_from}", f", threshold reached by the end of {gap.enough_from}"
    ).for_lang(lang)


def _cannot_say(found: Outlook, lang: Lang) -> str:
    """Say what is missing to say whether the plan suffices."""
    why = []
    if found.unstated:
        count, codes = len(found.unstated), listed(found.unstated, lang, most=4)
        why.append(
            Text(
                f"{count} kegiatan tanpa perkiraan dampak ({codes})",
                f"{many(count, 'action')} without an expected effect ({codes})",
            ).for_lang(lang)
        )
    if found.unsure:
        count, codes = len(found.unsure), listed(found.unsure, lang, most=4)
        why.append(
            Text(
                f"{count} kegiatan yang selesainya tidak pasti ({codes})",
                f"{many(count, 'action')} that may not finish ({codes})",
            ).for_lang(lang)
        )
    return f"{Text('tidak dapat dikatakan', 'cannot be said').for_lang(lang)}: {', '.join(why)}"


def _without_them(short: str, lang: Lang) -> str:
    return Text(f"tanpa itu {short}", f"without them {short}").for_lang(lang)


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
        names = [f"{one.code} ({_PARTNERS[one.kind].for_lang(lang)})" for one in gap.authority.partners]
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
