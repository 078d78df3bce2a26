"""Coordination as sheets: who talks with whom, hand-overs, clashes, coverage, parts and load."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Need
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.coordination.duty_matrix import duty_matrix
from serang_plan.analysis.coordination.opd_pairs import OpdPair, Topic
from serang_plan.analysis.duties.coverage import Coverage
from serang_plan.analysis.duties.roles import Participation, Role
from serang_plan.analysis.duties.workload import Load
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.indicator import Indicator
from serang_plan.page import Sheet
from serang_plan.reports.coordination.letters import MATRIX_LEGEND, indicators_in, letter
from serang_plan.reports.coordination.value import Coordination
from serang_plan.reports.parts.conflict_wording import (
    COVERS,
    TIMINGS,
    arrows,
    broken,
    lacking,
    place_of,
    reasons,
    way_out,
)
from serang_plan.reports.parts.evidence_columns import named_cells
from serang_plan.reports.parts.phrases import NOTHING
from serang_plan.reports.parts.sheet_columns import (
    LEAD,
    OPD,
    YEAR,
    Field,
    joined,
    last_day,
    sheet,
    time_words,
    yes_no,
)
from serang_plan.wording import Lang, Text


def sheets(coordination: Coordination, lang: Lang) -> tuple[Sheet, ...]:
    """Return what there is to settle, then who has what part; what is empty is left out."""
    facts = coordination.facts
    pairs = [(pair, reason) for pair in facts.pairs for reason in pair.topics]
    handovers = [need for chain in facts.chains for need in chain.handovers]
    loads = [load for load in coordination.loads if coordination.scope.year in (None, load.year)]
    made = (
        sheet(Text("Pasangan OPD", "Pairs of OPD"), _PAIRS, pairs, lang),
        sheet(Text("Serah terima", "Handovers"), _HANDOVERS, handovers, lang),
        sheet(Text("Bentrok", "Clashes"), _CLASHES, tuple(_clashes(coordination, lang)), lang),
        sheet(Text("Cakupan", "Coverage"), _COVERAGE, facts.coverage, lang),
        _matrix(coordination, lang),
        sheet(Text("Peran", "Parts"), _PARTS, facts.parts, lang),
        sheet(Text("Beban", "Load"), _LOADS, loads, lang),
        sheet(Text("OPD tanpa tugas", "OPD without a duty"), _IDLE, facts.idle, lang),
    )
    return tuple(tab for nth, tab in enumerate(made) if tab.rows or not nth)


_Matter = tuple[OpdPair, Topic]
_PAIRS: tuple[Field[_Matter], ...] = (
    (OPD, lambda matter, _: matter[0].first),
    (Text("Dengan", "With"), lambda matter, _: matter[0].second),
    (Text("Tentang", "About"), lambda matter, lang: reasons((matter[1],), lang)),
    (Text("Kode", "Codes"), lambda matter, _: joined(matter[1].codes)),
)
_HANDOVERS: tuple[Field[Need], ...] = (
    (Text("Dari", "From"), lambda need, _: need.giver.opd),
    (Text("Kepada", "To"), lambda need, _: need.taker.opd),
    (Text("Kode", "Code"), lambda need, _: need.giver.code),
    (Text("Yang diserahkan", "What is handed over"), lambda need, _: need.giver.action.name),
    (Text("Untuk", "For"), lambda need, _: need.taker.code),
    (Text("Selesai", "Ready"), lambda need, lang: time_words(need.giver.finish, lang)),
    (Text("Selesai paling lambat", "Ready, last day"), lambda need, _: last_day(need.giver.finish)),
    (Text("Dibutuhkan", "Needed"), lambda need, lang: time_words(need.wanted, lang)),
    (Text("Keadaan", "Timing"), lambda need, lang: TIMINGS[need.timing][0].for_lang(lang)),
)


class _PairRow(NamedTuple):
    """One clash in words."""

    kind: str
    codes: tuple[str, ...]
    opd: tuple[str, ...]
    words: str
    way_out: str | None = None


_CLASHES: tuple[Field[_PairRow], ...] = (
    (Text("Jenis", "Kind"), lambda clash, _: clash.kind),
    (Text("Kode", "Codes"), lambda clash, _: joined(clash.codes)),
    (OPD, lambda clash, _: joined(clash.opd)),
    (Text("Keadaan", "What is so"), lambda clash, _: clash.words),
    (Text("Jalan keluar", "Way out"), lambda clash, _: clash.way_out),
)
_LOOP = Text("lingkaran tunggu", "loop of needs")
_PLACE = Text("tempat dan tahun yang sama", "same place and year")
_ALIKE = Text("mungkin kegiatan yang sama", "likely the same action")


def _clashes(coordination: Coordination, lang: Lang) -> Iterator[_PairRow]:
    actions = coordination.actions
    for loop in coordination.facts.loops:
        codes = tuple(link.action.code for link in loop)
        opd = dict.fromkeys(holder for code in codes if (holder := actions[code].opd))
        yield _PairRow(_LOOP.for_lang(lang), codes, tuple(opd), arrows((*codes, codes[0]), lang))
    for clash in coordination.facts.order_clashes:
        first = clash.late[0]
        codes = (first.giver.code, first.taker.code)
        out = way_out(clash.smallest, lang)
        yield _PairRow(Text("urutan", "order").for_lang(lang), codes, clash.opd, broken(first, lang), out)
    for same, kind in ((coordination.facts.places, _PLACE), (coordination.facts.duplicates, _ALIKE)):
        yield from (_both(coordination, clash, kind.for_lang(lang)) for clash in same)


def _both(coordination: Coordination, clash: Clash, kind: str) -> _PairRow:
    pair = (clash.first, clash.second)
    place = place_of(coordination.plan, clash)
    words = f"{clash.year}" if place == NOTHING else f"{clash.year}, {place}"
    names = "; ".join(f"{runner.action.code} {runner.action.name}" for runner in pair)
    opd = tuple(runner.opd for runner in pair if runner.opd)
    return _PairRow(kind, tuple(runner.action.code for runner in pair), opd, f"{words}: {names}")


def _covered(coverage: Coverage) -> Indicator:
    return coverage.indicator


_COVERAGE: tuple[Field[Coverage], ...] = (
    *named_cells(_covered),
    (Text("Putusan", "Verdict"), lambda coverage, lang: COVERS[coverage.status].for_lang(lang)),
    (LEAD, lambda coverage, _: joined(coverage.leads)),
    (Text("Penerus", "Successor"), lambda coverage, _: coverage.successor),
    (Text("Kegiatan terbuka", "Open actions"), lambda coverage, _: len(coverage.actions)),
    (Text("Kegiatan selesai", "Actions done"), lambda coverage, _: coverage.done),
    (Text("Yang kurang", "What is lacking"), lambda coverage, lang: lacking(coverage.actions, lang) or None),
)
_ROLES = {
    Role.LEAD: Text("pengampu", "lead"),
    Role.SUPPORT: Text("pendukung", "support"),
    Role.PARTNER: Text("mitra", "partner"),
    Role.RUNS: Text("menjalankan kegiatan tanpa tugas", "runs an action without a duty"),
}
_WHO = Text("OPD atau mitra", "OPD or partner")
_PARTS: tuple[Field[Participation], ...] = (
    (_WHO, lambda part, _: part.who),
    (Text("Indikator", "Indicator"), lambda part, _: part.indicator),
    (Text("Peran", "Part"), lambda part, lang: _ROLES[part.role].for_lang(lang)),
    (Text("Punya kegiatan", "Has an action"), lambda part, lang: yes_no(part.acts, lang)),
)


def _matrix(coordination: Coordination, lang: Lang) -> Sheet:
    """Return who has what part in which indicator as a matrix of letters."""
    codes, cells = indicators_in(coordination), duty_matrix(coordination.facts)
    rows = grouped((cell.who, (cell.indicator, letter(cell, lang))) for cell in cells)
    lines = tuple((who, *map(dict(row).get, codes)) for who, row in rows.items())
    name = Text("Matriks", "Matrix").for_lang(lang)
    return Sheet(name, (_WHO.for_lang(lang), *codes), lines, note=MATRIX_LEGEND.for_lang(lang))


_LOADS: tuple[Field[Load], ...] = (
    (OPD, lambda load, _: load.opd),
    (YEAR, lambda load, _: load.year),
    (Text("Indikator yang diampu", "Indicators it leads"), lambda load, _: len(load.leads)),
    (Text("Kegiatan", "Actions"), lambda load, _: len(load.actions)),
    (Text("Kode kegiatan", "Action codes"), lambda load, _: joined(load.actions)),
    (Text("Dana (rupiah)", "Money (rupiah)"), lambda load, _: load.money),
    (Text("Biaya belum diketahui", "Cost not known"), lambda load, _: joined(load.unpriced)),
)
_IDLE: tuple[Field[str], ...] = ((OPD, lambda code, _: code),)
