"""The duty matrix: who has what part in which indicator, and where a clash or an open decision sits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.coordination.open_issues import (
    LeadIssue,
    LikelyDuplicate,
    NeverFinished,
    OpenIssue,
    Unsupported,
    WaitingLoop,
    open_issues,
)
from serang_plan.analysis.duties.roles import Participation, Role
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.wording import code_order

Place = tuple[str, str]
"""An OPD or partner, and an indicator."""


class DutyCell(NamedTuple):
    """One OPD or partner and one indicator: its part, if any, and what is still to be settled there."""

    who: str
    indicator: str
    part: Participation | None
    clashes: bool
    decides: bool
    """Whether a decision of a rakor is open there."""


def duty_matrix(facts: Interdependence) -> tuple[DutyCell, ...]:
    """Return the cells of the facts' indicators in which there is something, OPD first, then partners."""
    indicators = {covered.indicator.code for covered in facts.coverage}
    parts = {(part.who, part.indicator): part for part in facts.parts}
    clashes, decisions = {*_clashes(facts)}, {*_decisions(facts)}
    outside = {part.who for part in facts.parts if part.role is Role.PARTNER}
    places = sorted(
        (place for place in {*parts, *clashes, *decisions} if place[1] in indicators),
        key=lambda place: (place[0] in outside, code_order(place[0]), code_order(place[1])),
    )
    return tuple(DutyCell(*place, parts.get(place), place in clashes, place in decisions) for place in places)


def _clashes(facts: Interdependence) -> Iterator[Place]:
    return chain.from_iterable(_places(facts, issue) for issue in open_issues(facts))


def _places(facts: Interdependence, issue: OpenIssue) -> Iterable[Place]:
    """Give where an issue between OPD sits."""
    match issue:
        case WaitingLoop(loop):
            return _of_actions(facts, (link.action.code for link in loop))
        case NeverFinished(need):
            return _of_actions(facts, (need.giver.code, need.taker.code))
        case LikelyDuplicate(_, clash):
            return _of_actions(facts, (clash.first.action.code, clash.second.action.code))
        case LeadIssue(_, indicator, pair):
            return ((opd, indicator) for opd in pair.opd)
        case Unsupported():
            return ()
        case _:
            needs = ((need.giver.code, need.taker.code) for need in issue.late)
            return _of_actions(facts, chain.from_iterable(needs))


def _of_actions(facts: Interdependence, codes: Iterable[str]) -> Iterator[Place]:
    """Give whoever carries one of these actions, with each indicator that the action is for."""
    wanted = {*codes}
    for scheduled in facts.actions:
        if scheduled.code in wanted and scheduled.opd is not None:
            yield from ((scheduled.opd, code) for code in scheduled.indicators)


def _decisions(facts: Interdependence) -> Iterator[Place]:
    """Give who answers for an open decision, with the indicators that it is about; if all do, their leads."""
    known = facts.plan.indicator_by_code
    served = {scheduled.code: scheduled.indicators for scheduled in facts.actions}
    leads = grouped((part.indicator, part.who) for part in facts.parts if part.role is Role.LEAD)
    for followed in facts.decisions:
        decision = followed.decision
        wanted = filter(None, (decision.lead, *decision.support))
        named = [code for code in wanted if code in facts.plan.opd_by_code]
        about = chain.from_iterable(served.get(code, (code,)) for code in decision.matters)
        for indicator in (code for code in about if code in known):
            yield from ((who, indicator) for who in named or leads.get(indicator, ()))
