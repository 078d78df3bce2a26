"""Settling: everything that OPD must settle among themselves, as one list, most urgent first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Need, Timing
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence import Loop
from serang_plan.analysis.actions.precedence_conflicts import OrderClash
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.coordination.opd_pairs import OpdPair, TopicKind
from serang_plan.analysis.duties.roles import Role


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


def open_issues(found: Interdependence) -> Iterator[OpenIssue]:
    """Give all matters, most urgent first."""
    carriers = found.carriers
    for loop in found.loops:
        who = (carriers.get(link.action.code) for link in loop)
        yield WaitingLoop(loop, tuple(dict.fromkeys(code for code in who if code is not None)))
    yield from (NeverFinished(need) for need in found.needs if need.timing is Timing.CANCELLED)
    yield from found.order_clashes
    yield from (LikelyDuplicate(TopicKind.DUPLICATE, clash) for clash in found.duplicates)
    yield from (LikelyDuplicate(TopicKind.PLACE, clash) for clash in found.places)
    for pair in found.pairs:
        for reason in pair.topics:
            if reason.kind in (TopicKind.LEADS, TopicKind.HANDOVER):
                yield LeadIssue(reason.kind, reason.codes[0], pair)
    yield from _unsupported(found)


def concerned(matter: OpenIssue) -> tuple[str | None, ...]:
    """Return whom a matter concerns."""
    match matter:
        case WaitingLoop(_, opd):
            return opd
        case NeverFinished(need):
            return need.giver.opd, need.taker.opd
        case OrderClash():
            return matter.opd
        case LikelyDuplicate(_, clash):
            return clash.one.opd, clash.other.opd
        case LeadIssue(_, _, pair):
            return pair.opd
        case Unsupported(_, leads, idle):
            return *leads, *idle


def _unsupported(found: Interdependence) -> Iterator[Unsupported]:
    """Give the indicators for which somebody acts, and some who should support do not."""
    asked = {one.indicator.code: one.leads for one in found.coverage if one.actions}
    idle = _idle(found)
    for code, leads in asked.items():
        if code in idle:
            yield Unsupported(code, leads, tuple(idle[code]))


def _idle(found: Interdependence) -> Mapping[str, list[str]]:
    idle: dict[str, list[str]] = {}
    for part in found.parts:
        if part.role is Role.SUPPORT and not part.acts:
            idle.setdefault(part.indicator, []).append(part.who)
    return idle
