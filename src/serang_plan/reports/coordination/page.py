"""Coordination: who has what part in what, who must talk with whom and about what, and what clashes."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.dependencies import Timing
from serang_plan.analysis.coordination.opd_pairs import TopicKind
from serang_plan.analysis.duties.coverage import CoverageStatus, count_by_status
from serang_plan.analysis.duties.roles import Role
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
from serang_plan.reports.coordination.sections import sections
from serang_plan.reports.coordination.value import EVERYTHING, Coordination, Scope, Where, build
from serang_plan.reports.parts.conflict_wording import (
    COVER_SIGNS,
    COVER_TONES,
    COVERS,
    arrows,
    broken,
    solution,
)
from serang_plan.reports.parts.phrases import named, next_steps, report_page
from serang_plan.reports.parts.undated import undated_matters
from serang_plan.wording import Lang, Text, code_order, listed, many

__all__ = ["EVERYTHING", "Coordination", "Scope", "Where", "build", "page"]


def page(coordination: Coordination, lang: Lang) -> Page:
    """Lay the report out: the numbers, what to settle first, then all of it."""
    name = Text("koordinasi antar-OPD", "coordination between OPD")
    details = (
        *sections(coordination, lang),
        *undated_matters(coordination.plan, lang),
        *_next(coordination, lang),
    )
    return report_page(coordination.plan, name, _answer(coordination, lang), lang, details=details)


def _answer(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    if words := _scope(coordination.scope, lang):
        yield Paragraph(words)
    yield _figures(coordination, lang)
    yield Facts(Text("Ringkasan", "In short").for_lang(lang), tuple(_summary(coordination, lang)))
    first = tuple(_first(coordination, lang))
    if first:
        yield Heading(Text("Selesaikan lebih dulu", "Settle first").for_lang(lang))
        yield Items(first[:5], numbered=True)


def _scope(scope: Scope, lang: Lang) -> str:
    parts = []
    if scope.opd is not None:
        parts.append(Text(f"yang menyangkut {scope.opd}", f"what concerns {scope.opd}").for_lang(lang))
    if scope.year is not None:
        parts.append(Text(f"kegiatan tahun {scope.year}", f"actions of {scope.year}").for_lang(lang))
    only = Text("Hanya", "Only").for_lang(lang)
    return f"{only} {', '.join(parts)}." if parts else ""


def _figures(coordination: Coordination, lang: Lang) -> KeyFigures:
    counts = count_by_status(coordination.facts.coverage)
    figures = (
        Figure(words.for_lang(lang), counts[cover], COVER_TONES[cover], COVER_SIGNS[cover])
        for cover, words in COVERS.items()
    )
    return KeyFigures(tuple(figures), len(coordination.facts.coverage))


def _summary(coordination: Coordination, lang: Lang) -> Iterator[Fact]:
    if coordination.scope.opd is None:
        yield Fact("OPD", _opd_in_numbers(coordination, lang))
    yield Fact(Text("Pasangan", "Pairs").for_lang(lang), _pairs_in_numbers(coordination, lang))
    yield Fact(Text("Rantai", "Chains").for_lang(lang), _chains_in_numbers(coordination, lang))
    tone: Tone = "bad" if coordination.facts.order_clashes or coordination.facts.loops else "plain"
    yield Fact(Text("Bentrok", "Clashes").for_lang(lang), _clashes_in_numbers(coordination, lang), tone)


def _opd_in_numbers(coordination: Coordination, lang: Lang) -> str:
    leading = {part.who for part in coordination.facts.parts if part.role is Role.LEAD}
    partners = {part.who for part in coordination.facts.parts if part.role is Role.PARTNER}
    other = {part.who for part in coordination.facts.parts} - leading - partners
    idle = len(coordination.facts.idle)
    return Text(
        f"{len(leading)} mengampu, {len(other)} ikut tanpa mengampu, {idle} tanpa tugas",
        f"{len(leading)} {'leads' if len(leading) == 1 else 'lead'}, {len(other)} "
        f"{'takes' if len(other) == 1 else 'take'} part without leading, {idle} without any duty",
    ).for_lang(lang)


def _pairs_in_numbers(coordination: Coordination, lang: Lang) -> str:
    pairs = coordination.facts.pairs
    if not pairs:
        return Text("tidak ada OPD yang saling bergantung", "no OPD depend on each other").for_lang(lang)
    only = sum(pair.kind is TopicKind.INDICATOR for pair in pairs)
    words = Text(f"{len(pairs)} pasang OPD perlu bersepakat", f"{many(len(pairs), 'pair')} of OPD must agree")
    if only == len(pairs) == 1:
        rest = Text(", hanya karena berbagi indikator", ", only because they share indicators")
    elif only == len(pairs):
        rest = Text("; semuanya hanya karena berbagi indikator", "; all only because they share indicators")
    elif only:
        rest = Text(
            f"; {only} hanya karena berbagi indikator", f"; {only} only because they share indicators"
        )
    else:
        rest = Text("", "")
    return f"{words.for_lang(lang)}{rest.for_lang(lang)}"


def _chains_in_numbers(coordination: Coordination, lang: Lang) -> str:
    timings = [need.timing for chain in coordination.facts.chains for need in chain.handovers]
    if not timings:
        return Text("tidak ada kegiatan yang menunggu OPD lain", "no action waits for another OPD").for_lang(
            lang
        )
    late = sum(timing in (Timing.LATE, Timing.OVERDUE) for timing in timings)
    unclear = sum(timing is Timing.UNKNOWN for timing in timings)
    handovers = len(timings)
    return Text(
        f"{handovers} serah terima antar-OPD: {late} terlambat, {unclear} waktunya belum jelas",
        f"{many(handovers, 'handover')} between OPD: {late} late, {unclear} of unclear time",
    ).for_lang(lang)


def _clashes_in_numbers(coordination: Coordination, lang: Lang) -> str:
    facts, clashes = coordination.facts, len(coordination.clashes)
    own = len(facts.order_clashes) - clashes
    inside = Text(f" ({own} lagi di dalam satu OPD)", f" ({own} more within one OPD)")
    within = inside.for_lang(lang) if own else ""
    places, alike, loops = len(facts.places), len(facts.duplicates), len(facts.loops)
    if not (facts.order_clashes or places or alike or loops):
        return Text("tidak ada yang ditemukan", "none found").for_lang(lang)
    return Text(
        f"{clashes} urutan{within}, {places} tempat dan tahun, {alike} kegiatan mirip, {loops} lingkaran",
        f"{clashes} of order{within}, {places} of place and year, {alike} actions alike, {loops} loops",
    ).for_lang(lang)


# -- what to settle first ----------------------------------------------------------------


def _first(coordination: Coordination, lang: Lang) -> Iterator[Item]:
    for loop in coordination.facts.loops[:2]:
        round_ = arrows((*(link.action.code for link in loop), loop[0].action.code), lang)
        yield Item(
            Text(f"Putuskan lingkaran {round_}", f"Break the loop {round_}").for_lang(lang), tone="bad"
        )
    for clash in coordination.clashes[:2]:
        move = Text("geser terkecil", "smallest move").for_lang(lang)
        yield Item(f"{broken(clash.late[0], lang)}; {move}: {solution(clash, lang)}", tone="bad")
    for cover, words in _TO_SETTLE.items():
        codes = [
            coverage.indicator.code for coverage in coordination.facts.coverage if coverage.status is cover
        ]
        if codes:
            command = "serang-plan gaps" if cover in (CoverageStatus.UNSERVED, CoverageStatus.HOLLOW) else ""
            yield Item(
                f"{words.for_lang(lang)}: {named(codes, coordination.plan, lang)}",
                command,
                COVER_TONES[cover],
            )
    if ownerless := [action.code for action in coordination.facts.actions if action.lacks_opd]:
        words = Text("Tunjuk pelaksana kegiatan", "Name who runs the action")
        yield Item(f"{words.for_lang(lang)}: {listed(ownerless, lang, most=6)}", tone="warn")
    overdue = [need for need in coordination.facts.needs if need.timing is Timing.OVERDUE and need.crosses]
    yield from _overloaded(coordination, lang)
    if overdue:
        late = list(dict.fromkeys(need.giver.code for need in overdue))
        words = Text("Lewat waktu dan ditunggu OPD lain", "Overdue while other OPD wait")
        yield Item(f"{words.for_lang(lang)}: {listed(late, lang, most=6)}", tone="warn")


def _overloaded(coordination: Coordination, lang: Lang) -> Iterator[Item]:
    """Say who has more actions in the year than the plan allows."""
    most = coordination.plan.settings.most_actions
    if most is not None:
        heavy = [
            load for load in coordination.loads if load.year == coordination.year and len(load.actions) > most
        ]
        heavy.sort(key=lambda load: (-len(load.actions), code_order(load.opd)))
        if heavy:
            who = listed([f"{load.opd} ({len(load.actions)})" for load in heavy], lang, most=6)
            words = Text(
                f"Ringankan, batas {most} kegiatan pada {coordination.year}",
                f"Lighten, the limit is {most} actions in {coordination.year}",
            )
            yield Item(f"{words.for_lang(lang)}: {who}", tone="warn")


_TO_SETTLE = {
    CoverageStatus.MISSING: Text("Tetapkan pengampu", "Name a lead"),
    CoverageStatus.AMBIGUOUS: Text("Pilih satu dari dua pengampu", "Choose one of two leads"),
    CoverageStatus.OUTDATED: Text("Ganti pengampu yang tak berlaku", "Replace the lead that does not exist"),
    CoverageStatus.UNSERVED: Text("Susun kegiatan", "Plan an action"),
    CoverageStatus.HOLLOW: Text("Lengkapi kegiatan yang belum lengkap", "Complete the incomplete actions"),
}


def _next(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    opd = coordination.scope.opd or _busiest(coordination)
    if opd is not None:
        bring = Text(f"Yang dibawa {opd} ke rakor", f"What {opd} brings to the rakor")
        items = [Item(bring.for_lang(lang), f"serang-plan checklist --opd {opd}")]
        if coordination.scope.opd is None:
            only = Text(f"Hanya yang menyangkut {opd}", f"Only what concerns {opd}")
            items.append(Item(only.for_lang(lang), f"serang-plan coordination --opd {opd}"))
        uncut = Text("Semua baris, di Excel", "Every row, in Excel")
        items.append(Item(uncut.for_lang(lang), "serang-plan coordination -o koordinasi.xlsx"))
        yield from next_steps(items, lang)


def _busiest(coordination: Coordination) -> str | None:
    """Return who has the most urgent matter to settle."""
    pairs = coordination.facts.pairs
    return pairs[0].first if pairs else next((part.who for part in coordination.facts.parts), None)
