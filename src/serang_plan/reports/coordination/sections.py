"""The sections of coordination: clashes, pairs, chains, coverage, the matrix of parts, and the load."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from serang_plan.analysis.actions.dependencies import Need, Timing
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence import Loop
from serang_plan.analysis.actions.precedence_conflicts import OrderClash
from serang_plan.analysis.coordination.duty_matrix import DutyCell, duty_matrix
from serang_plan.analysis.coordination.opd_pairs import OpdPair, Topic
from serang_plan.analysis.duties.coverage import Coverage, CoverageStatus
from serang_plan.analysis.duties.roles import Role
from serang_plan.analysis.duties.workload import Load
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.page import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Group,
    Heading,
    Item,
    Items,
    Matrix,
    MatrixRow,
    Paragraph,
    Table,
)
from serang_plan.reports.coordination.letters import MATRIX, MATRIX_LEGEND, acts, indicators_in, letter
from serang_plan.reports.coordination.value import Coordination
from serang_plan.reports.parts.conflict_wording import (
    COVER_TONES,
    COVERS,
    MOST,
    TIMINGS,
    action_name,
    arrows,
    broken,
    carried,
    lacking,
    place_of,
    reasons,
    shortened,
    solution,
    time,
    way_out,
)
from serang_plan.reports.parts.phrases import NOTHING, proposed_duties, short_name, table
from serang_plan.wording import (
    Lang,
    Text,
    capitalised,
    code_order,
    listed,
    money,
    number,
    room_for,
    rounded_beside,
    untranslated,
)

Kind = TypeVar("Kind")


def sections(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    """Give all sections in which there is something to say."""
    yield from _clashes(coordination, lang)
    yield from _pairs(coordination, lang)
    yield from _chains(coordination, lang)
    yield from _coverage(coordination, lang)
    yield from _matrix(coordination, lang)
    yield from _load(coordination, lang)
    yield from _idle(coordination, lang)


def _shown(items: Sequence[Kind]) -> Sequence[Kind]:
    return items[: room_for(len(items), MOST)]


def _rest(count: int, lang: Lang) -> Iterator[Paragraph]:
    """Say how many of a list are not shown."""
    yield from _left_out(count - room_for(count, MOST), lang)


def _left_out(count: int, lang: Lang) -> Iterator[Paragraph]:
    if count:
        yield Paragraph(Text(f"… dan {count} lainnya.", f"… and {count} more.").for_lang(lang), "muted")


# -- clashes -----------------------------------------------------------------------------


def _clashes(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    facts = coordination.facts
    never = [need for need in facts.needs if need.timing is Timing.CANCELLED]
    if not (facts.loops or coordination.clashes or never or facts.places or facts.duplicates):
        return
    yield Heading(Text("Bentrok", "Clashes").for_lang(lang))
    yield from (_loop(coordination, loop, lang) for loop in _shown(facts.loops))
    yield from _rest(len(facts.loops), lang)
    yield from (_order(clash, lang) for clash in _shown(coordination.clashes))
    yield from _rest(len(coordination.clashes), lang)
    yield from (_never(need, lang) for need in _shown(never))
    yield from _rest(len(never), lang)
    yield from _same(coordination, facts.places, _SAME_PLACE, lang)
    yield from _same(coordination, facts.duplicates, _SAME_NAME, lang)


_SAME_PLACE = Text("Tempat dan tahun yang sama", "Same place and year")
_SAME_NAME = Text("Mungkin kegiatan yang sama", "Likely the same action")


def _loop(coordination: Coordination, loop: Loop, lang: Lang) -> Facts:
    actions = coordination.actions
    codes = [carried(actions[link.action.code], lang) for link in loop]
    words = Text("Saling menunggu", "Waiting for each other").for_lang(lang)
    way = Text(
        "tentukan yang bisa jalan lebih dulu, tanpa menunggu yang lain",
        "settle which can go first, without waiting for another",
    )
    facts = (Fact(Text("Jalan keluar", "Way out").for_lang(lang), way.for_lang(lang)),)
    return Facts(f"{words}: {arrows([*codes, codes[0]], lang)}", facts, "bad")


def _and_more(count: int, lang: Lang) -> list[Fact]:
    rest = count - room_for(count, MOST)
    return [Fact("", Text(f"dan {rest} lagi", f"and {rest} more").for_lang(lang))] if rest > 0 else []


def _waits(taker: str, giver: str, text: str, lang: Lang) -> Fact:
    return Fact(Text(f"{taker} menunggu {giver}", f"{taker} waits for {giver}").for_lang(lang), text)


def _order(clash: OrderClash, lang: Lang) -> Facts:
    facts = [_link(need, lang) for need in _shown(clash.needs)]
    facts += _and_more(len(clash.needs), lang)
    smallest = Text("Geser terkecil", "Smallest move").for_lang(lang)
    facts.append(Fact(smallest, solution(clash, lang), "good"))
    if clash.alternative:
        facts.append(Fact(Text("Atau", "Or").for_lang(lang), way_out(clash.alternative, lang)))
    return Facts(broken(clash.late[0], lang), tuple(facts), "bad")


def _link(need: Need, lang: Lang) -> Fact:
    """Say what is late in a chain, or would be once the others are put off."""
    ready, wanted = time(need.ready, lang), time(need.wanted, lang)
    words = Text(f"siap {ready}, dibutuhkan {wanted}", f"ready {ready}, needed {wanted}").for_lang(lang)
    if need.timing is not Timing.LATE:
        words += Text("; ikut mundur", "; put off as well").for_lang(lang)
    return _waits(need.taker.code, need.giver.code, words, lang)


def _never(need: Need, lang: Lang) -> Facts:
    taker, giver = carried(need.taker, lang), carried(need.giver, lang)
    title = Text(f"{taker} menunggu {giver}, yang batal", f"{taker} waits for {giver}, which was cancelled")
    way = Text(
        f"ganti {need.giver.code} dengan penggantinya, atau batalkan juga {need.taker.code}",
        f"name what replaces {need.giver.code}, or cancel {need.taker.code} as well",
    )
    facts = (Fact(Text("Jalan keluar", "Way out").for_lang(lang), way.for_lang(lang)),)
    return Facts(title.for_lang(lang), facts, "bad")


def _same(coordination: Coordination, clashes: Sequence[Clash], title: Text, lang: Lang) -> Iterator[Block]:
    if clashes:
        yield Facts(
            title.for_lang(lang), tuple(_both(coordination, clash, lang) for clash in _shown(clashes)), "warn"
        )
        yield from _rest(len(clashes), lang)


def _both(coordination: Coordination, clash: Clash, lang: Lang) -> Fact:
    actions = coordination.actions
    first, second = (actions[runner.action.code] for runner in (clash.first, clash.second))
    words = [f"{action_name(action)} ({action.opd})" for action in (first, second)]
    place = place_of(coordination.plan, clash)
    where = "" if place == NOTHING else f"{shortened(place, 40)}: "
    return Fact(str(clash.year), f"{where}{listed(words, lang)}")


# -- pairs and chains --------------------------------------------------------------------


def _pairs(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    pairs = coordination.facts.pairs
    if not pairs:
        return
    yield Heading(Text("OPD yang perlu bersepakat", "Who must agree with whom").for_lang(lang))
    rows = tuple(joined(pairs))
    yield who_with_whom(_shown(rows), lang)
    yield from _rest(len(rows), lang)


PairRow = tuple[str, tuple[str, ...], tuple[Topic, ...]]
"""An OPD, those that it must talk with, and what about."""
_PAIR_COLUMNS = (
    (untranslated("OPD"), Column("")),
    (Text("Dengan", "With"), Column("", wrap=True)),
    (Text("Tentang", "About"), Column("", wrap=True)),
)


def who_with_whom(pairs: Iterable[PairRow], lang: Lang, most_opd: int = 8, most: int = 4) -> Table:
    """Say who must talk with whom about what."""
    rows = (
        (Cell(hub), Cell(listed(others, lang, most_opd)), Cell(reasons(why, lang, most)))
        for hub, others, why in pairs
    )
    return table(Text("Paling mendesak di atas", "Most urgent first"), _PAIR_COLUMNS, rows, lang)


def joined(pairs: Sequence[OpdPair]) -> Iterator[PairRow]:
    """Join pairs that must settle the very same with one OPD, such as a lead with all who support it."""
    alike = Counter((opd, pair.topics) for pair in pairs for opd in pair.opd)
    hubs = ((pair, max(pair.opd, key=lambda opd: alike[opd, pair.topics])) for pair in pairs)
    rows = grouped(
        ((hub, pair.topics), pair.second if hub == pair.first else pair.first) for pair, hub in hubs
    )
    yield from ((hub, others, why) for (hub, why), others in rows.items())


def _chains(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    chains = coordination.facts.chains
    if not chains:
        return
    yield Heading(
        Text("Rantai dan serah terima antar-OPD", "Chains and handovers between OPD").for_lang(lang)
    )
    columns = (
        Column(Text("Dari", "From").for_lang(lang)),
        Column(Text("Kepada", "To").for_lang(lang)),
        Column(Text("Yang diserahkan", "What is handed over").for_lang(lang), wrap=True),
        Column(Text("Untuk", "For").for_lang(lang)),
        Column(Text("Selesai", "Ready").for_lang(lang)),
        Column(Text("Dibutuhkan", "Needed").for_lang(lang)),
        Column(Text("Keadaan", "Timing").for_lang(lang)),
    )
    groups = tuple(
        Group(arrows(chain.codes, lang), tuple(_handover(need, lang) for need in _shown(chain.handovers)))
        for chain in _shown(chains)
    )
    caption = Text("Siapa menyerahkan apa kepada siapa, dan kapan", "Who hands over what to whom, and when")
    yield Table(caption.for_lang(lang), columns, groups)
    yield from _rest(len(chains), lang)


def _handover(need: Need, lang: Lang) -> tuple[Cell, ...]:
    words, tone = TIMINGS[need.timing]
    return (
        Cell(need.giver.opd or NOTHING),
        Cell(need.taker.opd or NOTHING),
        Cell(action_name(need.giver)),
        Cell(need.taker.code),
        Cell(time(need.giver.finish, lang)),
        Cell(time(need.wanted, lang)),
        Cell(words.for_lang(lang), tone),
    )


# -- coverage and parts ------------------------------------------------------------------


def _coverage(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    lacking_ones = [
        coverage for coverage in coordination.facts.coverage if coverage.status is not CoverageStatus.COVERED
    ]
    if not lacking_ones:
        return
    yield Heading(Text("Indikator yang belum tercakup", "Indicators that are not covered").for_lang(lang))
    columns = (
        Column(Text("Kode", "Code").for_lang(lang)),
        Column(Text("Indikator", "Indicator").for_lang(lang), wrap=True, bare=True),
        Column(Text("Pengampu", "Lead").for_lang(lang)),
        Column(Text("Yang kurang", "What is lacking").for_lang(lang), wrap=True),
    )
    groups = tuple(
        Group(
            capitalised(words.for_lang(lang)), tuple(_lacking(coverage, lang) for coverage in _shown(alike))
        )
        for cover, words in COVERS.items()
        if (alike := [coverage for coverage in lacking_ones if coverage.status is cover])
    )
    yield Table(Text("Menurut yang kurang", "By what is missing").for_lang(lang), columns, groups)
    yield from _left_out(len(lacking_ones) - sum(len(group.rows) for group in groups), lang)


def _lacking(coverage: Coverage, lang: Lang) -> tuple[Cell, ...]:
    return (
        Cell(coverage.indicator.code, COVER_TONES[coverage.status]),
        Cell(short_name(coverage.indicator, lang)),
        Cell("/".join(coverage.leads) or NOTHING),
        Cell(_what_lacks(coverage, lang)),
    )


def _what_lacks(coverage: Coverage, lang: Lang) -> str:
    match coverage.status:
        case CoverageStatus.MISSING:
            return Text("OPD pengampu", "a lead OPD").for_lang(lang)
        case CoverageStatus.AMBIGUOUS:
            return Text("satu pengampu; yang lain mendukung", "one lead; the other supports").for_lang(lang)
        case CoverageStatus.OUTDATED:
            after = coverage.successor
            return (Text(f"pindahkan ke {after}", f"move it to {after}") if after else _GONE).for_lang(lang)
        case CoverageStatus.UNSERVED:
            done = Text(
                f"semua ({coverage.done}) kegiatannya selesai", f"all its actions ({coverage.done}) are done"
            )
            return (done if coverage.done else Text("kegiatan apa pun", "any action")).for_lang(lang)
        case _:
            return lacking(coverage.actions, lang)


_GONE = Text("pengampu yang ada pada tanggal ini", "a lead that exists on this date")


def _matrix(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    cells = duty_matrix(coordination.facts)
    if not cells:
        return
    yield Heading(Text("Pembagian tugas", "Who has which duty").for_lang(lang))
    codes = indicators_in(coordination)
    place = {code: nth for nth, code in enumerate(codes)}
    rows = grouped((cell.who, (place[cell.indicator], _drawn(cell, lang))) for cell in cells)
    lines = tuple(MatrixRow(who, row) for who, row in rows.items())
    caption = MATRIX.for_lang(lang)
    yield Matrix(caption, "OPD", codes, lines, MATRIX_LEGEND.for_lang(lang))
    yield from proposed_duties(coordination.facts.plan, codes, lang)


def _drawn(cell: DutyCell, lang: Lang) -> Cell:
    if cell.clashes:
        return Cell(letter(cell, lang), "bad")
    is_partner = cell.part is not None and cell.part.role is Role.PARTNER
    return Cell(letter(cell, lang), "muted" if is_partner else "plain" if acts(cell) else "warn")


# -- load --------------------------------------------------------------------------------


def _load(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    now = [load for load in coordination.loads if load.year == coordination.year]
    if now:
        yield Heading(Text(f"Beban {coordination.year}", f"Load of {coordination.year}").for_lang(lang))
        yield _load_of_year(coordination, now, lang)
        yield from _rest(len(now), lang)
    if coordination.scope.year is None:
        yield from _load_by_year(coordination, lang)


def _load_of_year(coordination: Coordination, loads: Sequence[Load], lang: Lang) -> Table:
    columns = (
        Column("OPD"),
        Column(Text("Mengampu", "Leads").for_lang(lang), "right"),
        Column(Text("Kegiatan", "Actions").for_lang(lang), "right"),
        Column(Text("Dana", "Money").for_lang(lang), "right"),
        Column(Text("Biaya belum diketahui", "Cost not known").for_lang(lang), wrap=True),
    )
    heaviest = sorted(loads, key=lambda load: (-len(load.actions), -(load.money or 0), code_order(load.opd)))
    most = coordination.plan.settings.most_actions
    rows = tuple(_load_row(load, most, lang) for load in _shown(heaviest))
    year = coordination.year
    caption = Text(f"Kegiatan dan dana tiap OPD, {year}", f"Actions and money of each OPD, {year}")
    return Table(caption.for_lang(lang), columns, (Group("", rows),))


def _load_row(load: Load, most: int | None, lang: Lang) -> tuple[Cell, ...]:
    over = most is not None and len(load.actions) > most
    limit = Text(f" (batas {most})", f" (limit {most})").for_lang(lang) if over else ""
    return (
        Cell(load.opd),
        Cell(str(len(load.leads)) if load.leads else NOTHING),
        Cell(f"{len(load.actions)}{limit}" if load.actions else NOTHING, "warn" if over else "plain"),
        Cell(_money(load, lang)),
        Cell(listed(load.unpriced, lang, most=4) or NOTHING, "unknown" if load.unpriced else "plain"),
    )


def _money(load: Load, lang: Lang) -> str:
    if load.money is None:
        return "?" if load.unpriced else NOTHING
    if load.unpriced:
        return f"≥ {money(load.money, lang, load.money)}"
    return money(load.money, lang)


def _load_by_year(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    running = [load for load in coordination.loads if load.actions or load.money is not None]
    years = sorted({load.year for load in running})
    if len(years) < 2:
        return
    most = coordination.plan.settings.most_actions
    counts = {load: _count(load, most) for load in running if load.actions}
    legend = Text(f"! di atas batas {most}", f"! above the limit of {most}") if most else Text("", "")
    caption = Text("Kegiatan tiap tahun", "Actions in each year")
    yield Matrix(
        caption.for_lang(lang), "OPD", _titles(years), _by_opd(counts, years), legend.for_lang(lang), "right"
    )
    sums = {load: Cell(_billions(load, lang), "unknown" if load.unpriced else "plain") for load in running}
    caption = Text("Dana tiap tahun, miliar rupiah", "Money in each year, billion rupiah")
    legend = Text(
        "≥ biaya sebagian kegiatan tahun itu belum diketahui · ? belum diketahui semuanya",
        "≥ the cost of some actions in that year is not known · ? of none is it known",
    )
    yield Matrix(
        caption.for_lang(lang), "OPD", _titles(years), _by_opd(sums, years), legend.for_lang(lang), "right"
    )


def _titles(years: Iterable[int]) -> tuple[str, ...]:
    return tuple(map(str, years))


def _count(load: Load, most: int | None) -> Cell:
    over = most is not None and len(load.actions) > most
    return Cell(f"{len(load.actions)}{'!' if over else ''}", "warn" if over else "plain")


def _billions(load: Load, lang: Lang) -> str:
    if load.money is None:
        return "?"
    billions = Fraction(load.money, 10**9)
    return f"≥{number(billions, lang)}" if load.unpriced else number(rounded_beside(billions), lang)


def _by_opd(cells: Mapping[Load, Cell], years: Sequence[int]) -> tuple[MatrixRow, ...]:
    place = {year: nth for nth, year in enumerate(years)}
    rows = grouped((load.opd, (place[load.year], cell)) for load, cell in cells.items())
    return tuple(MatrixRow(opd, line) for opd, line in rows.items())


# -- who has nothing to do -----------------------------------------------------------------


def _idle(coordination: Coordination, lang: Lang) -> Iterator[Block]:
    idle = coordination.facts.idle
    if idle:
        yield Heading(Text("OPD tanpa tugas", "OPD without any duty").for_lang(lang))
        codes = listed(idle, lang, most=24)
        yield Items(
            (Item(Text(f"Belum disebut di mana pun: {codes}", f"Named nowhere: {codes}").for_lang(lang)),)
        )
