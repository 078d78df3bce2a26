"""Interdependence: everything in which OPD depend on each other on the plan's date, looked at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from serang_plan.analysis.actions.chains import Chain, chains
from serang_plan.analysis.actions.dependencies import Need, open_needs, order_needs
from serang_plan.analysis.actions.overlaps import Clash, likely_duplicates, same_place
from serang_plan.analysis.actions.precedence import Loop, loops
from serang_plan.analysis.actions.precedence_conflicts import OrderClash, order_clashes
from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.coordination import opd_pairs as between
from serang_plan.analysis.coordination.known_records import known_records, known_schedule
from serang_plan.analysis.coordination.opd_pairs import OpdPair, PairTopic, TopicKind, pairs
from serang_plan.analysis.duties.coverage import Coverage, coverage, needs_action
from serang_plan.analysis.duties.follow_up import FollowedDecision, followed
from serang_plan.analysis.duties.leads import exists_on, has_ended
from serang_plan.analysis.duties.roles import Participation, participations
from serang_plan.analysis.duties.succession import Succession, unagreed
from serang_plan.analysis.indicators.standing import Verdict, verdicts_of
from serang_plan.analysis.lookups.references import duties_named
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


class Interdependence(NamedTuple):
    """The plan as it was known, and what follows from it for the OPD among themselves."""

    plan: Plan
    actions: tuple[Scheduled, ...]
    verdicts: tuple[Verdict, ...]
    parts: tuple[Participation, ...]
    coverage: tuple[Coverage, ...]
    needs: tuple[Need, ...]
    """Those that lie in no loop."""
    chains: tuple[Chain, ...]
    order_clashes: tuple[OrderClash, ...]
    loops: tuple[Loop, ...]
    places: tuple[Clash, ...]
    duplicates: tuple[Clash, ...]
    successions: tuple[Succession, ...]
    decisions: tuple[FollowedDecision, ...]
    """Those that are open."""
    pairs: tuple[OpdPair, ...]
    idle: tuple[str, ...]
    """OPD that exist and are named for nothing."""

    @property
    def carriers(self) -> dict[str, str | None]:
        """Who carries each action."""
        return {scheduled.code: scheduled.opd for scheduled in self.actions}


@lru_cache(maxsize=1)
def interdependence(plan: Plan) -> Interdependence:
    """Look at the plan on its date; reports that stand in one note look at it once."""
    actions = known_schedule(plan)
    known = known_records(plan, actions)
    verdicts = tuple(sorted(verdicts_of(known), key=lambda verdict: code_order(verdict.indicator.code)))
    order = order_needs(open_needs(known, actions))
    facts = Interdependence(
        plan=known,
        actions=actions,
        verdicts=verdicts,
        parts=participations(known, actions),
        coverage=coverage(known, actions, verdicts),
        needs=(*order.needs, *order.blocked),
        chains=chains(order),
        order_clashes=order_clashes(known, order),
        loops=tuple(loops(_only_open(known, actions))),
        places=tuple(same_place(known)),
        duplicates=tuple(likely_duplicates(known)),
        successions=tuple(unagreed(known)),
        decisions=tuple(decision for decision in followed(known) if not decision.is_closed),
        pairs=(),
        idle=_idle(known),
    )
    there = (
        (opd, other, topic)
        for opd, other, topic in _pair_topics(facts)
        if not any(code is not None and has_ended(known, code, known.as_of) for code in (opd, other))
    )
    return facts._replace(pairs=pairs(there))


def _only_open(known: Plan, actions: tuple[Scheduled, ...]) -> Plan:
    return known.with_records(actions=[scheduled.action for scheduled in actions if scheduled.is_open])


def _idle(known: Plan) -> tuple[str, ...]:
    busy = {reference.code for reference in duties_named(known)}
    existing = (opd.code for opd in known.opd_by_code.values() if exists_on(opd, known.as_of))
    return tuple(sorted((code for code in existing if code not in busy), key=code_order))


def _pair_topics(facts: Interdependence) -> Iterator[PairTopic]:
    unmet = {verdict.indicator.code for verdict in facts.verdicts if needs_action(verdict)}
    yield from between.of_loops(facts.loops, facts.carriers)
    yield from between.of_needs(facts.needs)
    yield from between.of_clashes(TopicKind.DUPLICATE, facts.duplicates)
    yield from between.of_clashes(TopicKind.PLACE, facts.places)
    yield from between.of_leads(facts.coverage)
    yield from between.of_successions(facts.plan, facts.successions)
    yield from between.of_decisions(facts.plan, facts.decisions)
    yield from between.of_participations(facts.parts, unmet)
