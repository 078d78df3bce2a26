"""Coordination for programs: codes and numbers, nothing left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from serang_plan.analysis.actions.dependencies import Need, Timing
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence_conflicts import OrderClash, Shift
from serang_plan.analysis.coordination.opd_pairs import OpdPair, TopicKind
from serang_plan.analysis.duties.coverage import Coverage, CoverageStatus, Shortcoming, count_by_status
from serang_plan.analysis.duties.roles import Role
from serang_plan.model.when import When
from serang_plan.reports.coordination.value import Coordination
from serang_plan.reports.parts.conflict_wording import place_of
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Count, Kind, Title
from serang_plan.reports.parts.phrases import NOTHING, full_name, plan_title
from serang_plan.wording import Lang

CoverCounts = Annotated[
    Mapping[CoverageStatus, Count], Kind("covers", "How many indicators are covered in each way.")
]


class ScopeRecord(NamedTuple):
    """What the report is restricted to."""

    opd: Code | None
    year: int | None


class ActionRecord(NamedTuple):
    """An open action for an indicator, and what it lacks."""

    code: Code
    opd: Code | None
    lacks: tuple[Shortcoming, ...]


class CoverageRecord(NamedTuple):
    """Who answers for an indicator, and who works for it."""

    code: Code
    name: str
    cover: CoverageStatus
    """No lead; two leads; a lead that does not exist on this day; no open action; every open action lacks
    something; covered."""
    leads: Codes
    successor: Code | None
    """The OPD that succeeds a lead that does not exist on this day."""
    actions: tuple[ActionRecord, ...]
    """Open ones."""
    actions_done: Count


class PartRecord(NamedTuple):
    """The role of an OPD or a partner for an indicator."""

    who: Code
    """An OPD or a partner."""
    indicator: Code
    role: Role
    """runs: it has an open action although no assignment names it."""
    acts: bool
    """Whether it runs an action for the indicator."""


class LoadRecord(NamedTuple):
    """The work of an OPD in a year."""

    opd: Code
    year: int
    actions: Codes
    money: int | None
    """Whole rupiah; null if no amount is recorded."""
    without_cost: Codes
    leads: Codes


class TopicRecord(NamedTuple):
    """What two OPD have to agree on."""

    ground: TopicKind
    codes: tuple[str, ...]


class PairRecord(NamedTuple):
    """Two OPD that have to agree."""

    opd: Codes
    """The codes of both."""
    about: tuple[TopicRecord, ...]


class NeedRecord(NamedTuple):
    """What one action needs of another."""

    from_: Code | None
    """The OPD that hands over."""
    to: Code | None
    """The OPD that waits."""
    action: Code
    """What is handed over."""
    for_: Code
    """The action that waits for it."""
    ready: When | None
    wanted: When | None
    timing: Timing


class WrittenNeed(NamedTuple):
    """What one action needs of another, and where that is written."""

    from_: Code | None
    """The OPD that hands over."""
    to: Code | None
    """The OPD that waits."""
    action: Code
    """What is handed over."""
    for_: Code
    """The action that waits for it."""
    ready: When | None
    wanted: When | None
    timing: Timing
    written: str
    """Where the need is written."""


class ChainRecord(NamedTuple):
    """Actions that wait for each other."""

    actions: Codes
    needs: tuple[NeedRecord, ...]


class ShiftRecord(NamedTuple):
    """How an action would have to move."""

    action: Code
    start: When | None
    finish: When | None
    days: int
    """By how many days it moves."""
    write: str
    """What to write in the action."""


class OrderClashRecord(NamedTuple):
    """Actions whose times contradict their order."""

    opd: Codes
    chain: tuple[WrittenNeed, ...]
    smallest_move: tuple[ShiftRecord, ...]
    other_move: tuple[ShiftRecord, ...]


class LinkRecord(NamedTuple):
    """One link of actions that wait for each other."""

    action: Code
    needs: Code
    written: str
    """Where the need is written."""


class ClashRecord(NamedTuple):
    """Two actions of different OPD that overlap."""

    year: int
    opd: Codes
    actions: Codes
    place: str | None


class CoordinationData(NamedTuple):
    """Pembagian tugas, hal yang harus disepakati antar-OPD, dan kegiatan yang waktunya bertentangan.

    How duties are divided, on what OPD have to agree, and which actions have times that contradict.
    """

    title: Title
    as_of: AsOf
    scope: ScopeRecord
    counts: CoverCounts
    indicators: tuple[CoverageRecord, ...]
    matrix: tuple[PartRecord, ...]
    load: tuple[LoadRecord, ...]
    pairs: tuple[PairRecord, ...]
    """The most urgent first."""
    chains: tuple[ChainRecord, ...]
    order_clashes: tuple[OrderClashRecord, ...]
    waits_for_cancelled: tuple[WrittenNeed, ...]
    loops: tuple[tuple[LinkRecord, ...], ...]
    same_place: tuple[ClashRecord, ...]
    likely_duplicates: tuple[ClashRecord, ...]
    opd_without_duty: Codes


def data(report: Coordination, lang: Lang) -> CoordinationData:
    """Return the report for programs."""
    facts, year = report.facts, report.scope.year
    cancelled = (need for need in facts.needs if need.timing is Timing.CANCELLED)
    return CoordinationData(
        title=plan_title(report.plan, lang),
        as_of=report.plan.as_of,
        scope=ScopeRecord(*report.scope),
        counts=count_by_status(facts.coverage),
        indicators=tuple(_coverage(coverage, lang) for coverage in facts.coverage),
        matrix=tuple(PartRecord(part.who, part.indicator, part.role, part.acts) for part in facts.parts),
        load=tuple(LoadRecord(*load) for load in report.loads if year in (None, load.year)),
        pairs=tuple(map(_pair, facts.pairs)),
        chains=tuple(ChainRecord(chain.codes, tuple(map(_need, chain.needs))) for chain in facts.chains),
        order_clashes=tuple(_order(report, clash) for clash in facts.order_clashes),
        waits_for_cancelled=tuple(_written(report, need) for need in cancelled),
        loops=tuple(
            tuple(LinkRecord(link.action.code, link.need, report.written[link]) for link in loop)
            for loop in facts.loops
        ),
        same_place=tuple(_clash(report, clash) for clash in facts.places),
        likely_duplicates=tuple(_clash(report, clash) for clash in facts.duplicates),
        opd_without_duty=tuple(facts.idle),
    )


def _coverage(coverage: Coverage, lang: Lang) -> CoverageRecord:
    indicator = coverage.indicator
    actions = tuple(
        ActionRecord(action.scheduled.code, action.scheduled.opd, action.shortcomings)
        for action in coverage.actions
    )
    name, leads, successor = full_name(indicator, lang), coverage.leads, coverage.successor
    return CoverageRecord(indicator.code, name, coverage.status, leads, successor, actions, coverage.done)


def _pair(pair: OpdPair) -> PairRecord:
    return PairRecord(pair.opd, tuple(TopicRecord(topic.kind, topic.codes) for topic in pair.topics))


def _need(need: Need) -> NeedRecord:
    giver, taker = need.giver, need.taker
    return NeedRecord(giver.opd, taker.opd, giver.code, taker.code, giver.finish, need.wanted, need.timing)


def _written(report: Coordination, need: Need) -> WrittenNeed:
    return WrittenNeed(*_need(need), report.written[need.link])


def _order(report: Coordination, clash: OrderClash) -> OrderClashRecord:
    chain = tuple(_written(report, need) for need in clash.needs)
    moves = (tuple(map(_shift, shifts)) for shifts in (clash.smallest, clash.alternative))
    return OrderClashRecord(clash.opd, chain, *moves)


def _shift(shift: Shift) -> ShiftRecord:
    return ShiftRecord(shift.scheduled.code, shift.start, shift.finish, shift.days, shift.typed)


def _clash(report: Coordination, clash: Clash) -> ClashRecord:
    both, place = (clash.first, clash.second), place_of(report.plan, clash)
    opd, actions = tuple(runner.opd for runner in both), tuple(runner.action.code for runner in both)
    return ClashRecord(clash.year, opd, actions, None if place == NOTHING else place)
