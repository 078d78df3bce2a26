"""OPD pairs: which two OPD must talk, and about what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from enum import Enum
from itertools import product
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Need, Timing
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence import Loop
from serang_plan.analysis.duties.coverage import Coverage, CoverageStatus
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.duties.roles import Participation, Role
from serang_plan.analysis.duties.succession import Succession, start_of
from serang_plan.analysis.lookups.grouping import grouped
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
    """One topic between two OPD: the codes of what it is about, the giver before the taker."""

    kind: TopicKind
    codes: tuple[str, ...]


class OpdPair(NamedTuple):
    """Two OPD, in the order of their codes, and all that they must settle, most urgent first."""

    first: str
    second: str
    topics: tuple[Topic, ...]

    @property
    def opd(self) -> tuple[str, str]:
        """Both."""
        return self.first, self.second

    @property
    def kind(self) -> TopicKind:
        """The most urgent one."""
        return self.topics[0].kind


PairTopic = tuple[str | None, str | None, Topic]
"""Who, with whom, about what; where one of the two is unknown or both are one, there is no pair."""


def pairs(pair_topics: Iterable[PairTopic]) -> tuple[OpdPair, ...]:
    """Return the pairs, those with the most urgent topic first, then those with the most."""
    topics: dict[tuple[str, str], set[Topic]] = defaultdict(set)
    for opd, other, topic in pair_topics:
        if opd is not None and other is not None and opd != other:
            first, second = sorted((opd, other), key=code_order)
            topics[first, second].add(topic)
    joined = (OpdPair(*opd, tuple(sorted(shared, key=_urgent))) for opd, shared in topics.items())
    return tuple(sorted(joined, key=_urgent_first))


_RANK = {kind: rank for rank, kind in enumerate(TopicKind)}


def _urgent(topic: Topic) -> tuple[object, ...]:
    return _RANK[topic.kind], *map(code_order, topic.codes)


def _urgent_first(pair: OpdPair) -> tuple[object, ...]:
    return _RANK[pair.kind], -len(pair.topics), *map(code_order, pair.opd)


# -- what there is to settle -------------------------------------------------------------

_OF_TIMING = {
    Timing.CANCELLED: TopicKind.CANCELLED,
    Timing.LATE: TopicKind.LATE,
    Timing.OVERDUE: TopicKind.OVERDUE,
}


def of_needs(needs: Iterable[Need]) -> Iterator[PairTopic]:
    """What one OPD hands over to another."""
    for need in needs:
        kind = _OF_TIMING.get(need.timing, TopicKind.NEED)
        yield need.giver.opd, need.taker.opd, Topic(kind, need.codes)


def of_loops(loops: Iterable[Loop], carriers: Mapping[str, str | None]) -> Iterator[PairTopic]:
    """Loops of needs, between everybody who waits and whom they wait for."""
    for loop in loops:
        topic = Topic(TopicKind.LOOP, tuple(link.action.code for link in loop))
        for link in loop:
            yield carriers.get(link.need), carriers.get(link.action.code), topic


def of_clashes(kind: TopicKind, clashes: Iterable[Clash]) -> Iterator[PairTopic]:
    """Actions in one place, or with nearly one name."""
    for first, second, _ in clashes:
        yield first.opd, second.opd, Topic(kind, (first.action.code, second.action.code))


def of_leads(coverage: Iterable[Coverage]) -> Iterator[PairTopic]:
    """Indicators with two leads."""
    for covered in coverage:
        if covered.status is CoverageStatus.AMBIGUOUS:
            for lead in covered.leads[1:]:
                yield covered.leads[0], lead, Topic(TopicKind.LEADS, (covered.indicator.code,))


def of_successions(plan: Plan, successions: Iterable[Succession]) -> Iterator[PairTopic]:
    """Duties that moved not long ago without an agreement."""
    for before, after in successions:
        if plan.as_of - RECENT <= start_of(after) <= plan.as_of:
            yield before.lead, after.lead, Topic(TopicKind.HANDOVER, (after.indicator,))


def of_decisions(plan: Plan, decisions: Iterable[FollowedDecision]) -> Iterator[PairTopic]:
    """Open decisions, between who is in charge and who supports."""
    for _, decision, *_ in decisions:
        if decision.lead != EVERYBODY:
            topic = Topic(TopicKind.DECISION, (decision.code or decision.text,))
            yield from ((decision.lead, opd, topic) for opd in decision.support if opd in plan.opd_by_code)


def of_participations(participations: Iterable[Participation], unmet: set[str]) -> Iterator[PairTopic]:
    """Indicators that are not met, between the lead and everybody in the city who has a part in it."""
    own = [part for part in participations if part.indicator in unmet and part.role is not Role.PARTNER]
    leads = grouped((part.indicator, part.who) for part in own if part.role is Role.LEAD)
    others = grouped((part.indicator, part.who) for part in own if part.role is not Role.LEAD)
    for indicator, opd in leads.items():
        for lead, other in product(opd, others.get(indicator, ())):
            yield lead, other, Topic(TopicKind.INDICATOR, (indicator,))
