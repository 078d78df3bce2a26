"""Open issues: everything that OPD must settle among themselves, as one list, most urgent first."""

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Need, Timing
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence import Loop
from serang_plan.analysis.actions.precedence_conflicts import OrderClash
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.coordination.opd_pairs import OpdPair, TopicKind
from serang_plan.analysis.duties.leads import still_there
from serang_plan.analysis.duties.roles import Role
from serang_plan.analysis.lookups.grouping import grouped


class WaitingLoop(NamedTuple):
    """Actions that wait for each other in a circle, and who carries them."""

    loop: Loop
    opd: tuple[str, ...]


class NeverFinished(NamedTuple):
    """An action that waits for a cancelled one."""

    need: Need


class LikelyDuplicate(NamedTuple):
    """Two actions in one place, or of nearly one name."""

    kind: TopicKind
    clash: Clash


class LeadIssue(NamedTuple):
    """An indicator that two OPD lead, or that has just moved from one to the other."""

    kind: TopicKind
    indicator: str
    pair: OpdPair


class Unsupported(NamedTuple):
    """An indicator that is not covered by those who support it: they have no action for it."""

    indicator: str
    leads: tuple[str, ...]
    idle: tuple[str, ...]


OpenIssue = WaitingLoop | NeverFinished | OrderClash | LikelyDuplicate | LeadIssue | Unsupported


def open_issues(facts: Interdependence) -> Iterator[OpenIssue]:
    """Give all issues, most urgent first."""
    carriers = facts.carriers
    for loop in facts.loops:
        opd = (carriers.get(link.action.code) for link in loop)
        yield WaitingLoop(loop, tuple(dict.fromkeys(code for code in opd if code is not None)))
    yield from (NeverFinished(need) for need in facts.needs if need.timing is Timing.CANCELLED)
    yield from facts.order_clashes
    yield from (LikelyDuplicate(TopicKind.DUPLICATE, clash) for clash in facts.duplicates)
    yield from (LikelyDuplicate(TopicKind.PLACE, clash) for clash in facts.places)
    for pair in facts.pairs:
        for topic in pair.topics:
            if topic.kind in (TopicKind.LEADS, TopicKind.HANDOVER):
                yield LeadIssue(topic.kind, topic.codes[0], pair)
    yield from _unsupported(facts)


def concerned(issue: OpenIssue) -> tuple[str | None, ...]:
    """Return whom an issue concerns."""
    match issue:
        case NeverFinished(need):
            return need.giver.opd, need.taker.opd
        case WaitingLoop() | OrderClash():
            return issue.opd
        case LikelyDuplicate(_, clash):
            return clash.first.opd, clash.second.opd
        case LeadIssue(_, _, pair):
            return pair.opd
        case Unsupported(_, leads, idle):
            return *leads, *idle


def _unsupported(facts: Interdependence) -> Iterator[Unsupported]:
    """Give the indicators for which somebody acts, and some who should support do not."""
    idle = grouped(
        (part.indicator, part.who) for part in facts.parts if part.role is Role.SUPPORT and not part.acts
    )
    for covered in facts.coverage:
        code = covered.indicator.code
        if covered.actions and code in idle:
            yield Unsupported(code, tuple(still_there(facts.plan, covered.leads)), idle[code])
