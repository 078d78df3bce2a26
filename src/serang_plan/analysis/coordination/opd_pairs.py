"""Pairs: which two OPD must talk, and about what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Need, Timing
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence import Loop
from serang_plan.analysis.duties.coverage import Coverage, CoverageStatus
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.duties.roles import Participation, Role
from serang_plan.analysis.duties.succession import Succession, start_of
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY
from serang_plan.wording import code_order

RECENT = timedelta(days=365)
"""For so long a new lead and the old one still have something to settle."""


class TopicKind(Enum):
    """Why two OPD must talk; most urgent first."""

    LOOP = "loop"
    CANCELLED = "waits-for-cancelled"
    LATE = "late"
    OVERDUE = "overdue"
    DUPLICATE = "likely-duplicate"
    PLACE = "same-place-same-year"
    LEADS = "two-leads"
    HANDOVER = "duty-moved"
    NEED = "waits-for"
    DECISION = "decision"
    INDICATOR = "shared-indicator"


class Topic(NamedTuple):
    """One matter between two OPD: the codes of what it is about, the giver before the taker."""

    kind: TopicKind
    codes: tuple[str, ...]


class OpdPair(NamedTuple):
    """Two OPD, in the order of their codes, and all that they must settle, most urgent first."""

    one: str
    other: str
    topics: tuple[Topic, ...]

    @property
    def opd(self) -> tuple[str, str]:
        """Both."""
        return self.one, self.other

    @property
    def kind(self) -> TopicKind:
        """The most urgent one."""
        return self.topics[0].kind


PairTopic = tuple[str, str, Topic]
"""Who, with whom, about what."""


def pairs(matters: Iterable[PairTopic]) -> tuple[OpdPair, ...]:
    """Return the pairs, those with the most urgent matter first, then those with the most."""
    found: dict[tuple[str, str], set[Topic]] = defaultdict(set)
    for one, other, reason in matters:
        if one != other:
            first, second = sorted((one, other), key=code_order)
            found[first, second].add(reason)
    joined = (OpdPair(*opd, tuple(sorted(reasons, key=_urgent))) for opd, reasons in found.items())
    return tuple(sorted(joined, key=_urgent_first))


_RANK = {ground: rank for rank, ground in enumerate(TopicKind)}


def _urgent(reason: Topic) -> tuple[object, ...]:
    return _RANK[reason.kind], *map(code_order, reason.codes)


def _urgent_first(pair: OpdPair) -> tuple[object, ...]:
    return _RANK[pair.kind], -len(pair.topics), code_order(pair.one), code_order(pair.other)


# -- what there is to settle -------------------------------------------------------------

_OF_TIMING = {
    Timing.CANCELLED: TopicKind.CANCELLED,
    Timing.LATE: TopicKind.LATE,
    Timing.OVERDUE: TopicKind.OVERDUE,
    Timing.UNKNOWN: TopicKind.NEED,
    Timing.IN_TIME: TopicKind.NEED,
}


def of_needs(needs: Iterable[Need]) -> Iterator[PairTopic]:
    """What one OPD hands over to another."""
    for need in needs:
        giver, taker = need.giver.opd, need.taker.opd
        if giver is not None and taker is not None:
            yield giver, taker, Topic(_OF_TIMING[need.timing], (need.giver.code, need.taker.code))


def of_loops(loops: Iterable[Loop], carriers: dict[str, str | None]) -> Iterator[PairTopic]:
    """Loops of needs, between everybody who waits and whom they wait for."""
    for loop in loops:
        codes = tuple(link.action.code for link in loop)
        for link in loop:
            taker, giver = carriers.get(link.action.code), carriers.get(link.need)
            if giver is not None and taker is not None:
                yield giver, taker, Topic(TopicKind.LOOP, codes)


def of_clashes(ground: TopicKind, clashes: Iterable[Clash]) -> Iterator[PairTopic]:
    """Actions in one place, or with nearly one name."""
    for clash in clashes:
        yield clash.one.opd, clash.other.opd, Topic(ground, (clash.one.action.code, clash.other.action.code))


def of_leads(found: Iterable[Coverage]) -> Iterator[PairTopic]:
    """Indicators with two leads."""
    for one in found:
        if one.status is CoverageStatus.AMBIGUOUS:
            for lead in one.leads[1:]:
                yield one.leads[0], lead, Topic(TopicKind.LEADS, (one.indicator.code,))


def of_successions(plan: Plan, successions: Iterable[Succession]) -> Iterator[PairTopic]:
    """Duties that moved not long ago without an agreement."""
    for before, after in successions:
        recent = plan.as_of - RECENT <= start_of(after) <= plan.as_of
        if recent and before.lead is not None and after.lead is not None:
            yield before.lead, after.lead, Topic(TopicKind.HANDOVER, (after.indicator,))


def of_decisions(plan: Plan, found: Iterable[FollowedDecision]) -> Iterator[PairTopic]:
    """Open decisions, between who is in charge and who supports."""
    for _, decision, *_ in found:
        if decision.status != "selesai" and decision.lead not in (None, EVERYBODY):
            for support in decision.support:
                if support in plan.opd_by_code:
                    about = Topic(TopicKind.DECISION, (decision.code or decision.text,))
                    yield str(decision.lead), support, about


def of_parts(parts: Iterable[Participation], asked: set[str]) -> Iterator[PairTopic]:
    """Indicators that are not met, between the lead and everybody in the city who has a part in it."""
    leads: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        if part.indicator in asked and part.role is not Role.PARTNER:
            (leads if part.role is Role.LEAD else others)[part.indicator].append(part.who)
    for indicator, who in leads.items():
        for lead in who:
            for other in others[indicator]:
                yield lead, other, Topic(TopicKind.INDICATOR, (indicator,))
