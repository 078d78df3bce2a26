"""Filtering: of everything in which OPD depend on each other, what concerns one OPD or one year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from serang_plan.analysis.actions.dependencies import Need
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence import Loop
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.coordination.opd_pairs import OpdPair, Topic, TopicKind
from serang_plan.model.when import When

_OF_INDICATORS = (TopicKind.LEADS, TopicKind.HANDOVER, TopicKind.DECISION, TopicKind.INDICATOR)
"""Topics whose codes are not those of actions, and so have no year."""


def concerning(facts: Interdependence, opd: str) -> Interdependence:
    """Keep what an OPD takes part in, with everybody else who does."""
    indicators = {part.indicator for part in facts.parts if part.who == opd}
    carriers = facts.carriers
    return facts._replace(
        parts=tuple(part for part in facts.parts if part.indicator in indicators),
        coverage=tuple(covered for covered in facts.coverage if covered.indicator.code in indicators),
        needs=tuple(need for need in facts.needs if opd in (need.giver.opd, need.taker.opd)),
        chains=tuple(chain for chain in facts.chains if opd in chain.opd),
        order_clashes=tuple(clash for clash in facts.order_clashes if opd in clash.opd),
        loops=tuple(loop for loop in facts.loops if opd in _carriers(loop, carriers)),
        places=_of_opd(facts.places, opd),
        duplicates=_of_opd(facts.duplicates, opd),
        pairs=tuple(pair for pair in facts.pairs if opd in pair.opd),
        idle=tuple(code for code in facts.idle if code == opd),
    )


def _carriers(loop: Loop, carriers: Mapping[str, str | None]) -> set[str | None]:
    return {carriers.get(link.action.code) for link in loop}


def _of_opd(clashes: Iterable[Clash], opd: str) -> tuple[Clash, ...]:
    return tuple(clash for clash in clashes if opd in (clash.first.opd, clash.second.opd))


def in_year(facts: Interdependence, year: int) -> Interdependence:
    """Keep what concerns actions and falls in a year; duties, indicators and loops have none."""
    running = {scheduled.code for scheduled in facts.actions if year in scheduled.years}
    return facts._replace(
        needs=_needs_in(facts.needs, year),
        chains=tuple(chain for chain in facts.chains if _needs_in(chain.handovers, year)),
        order_clashes=tuple(clash for clash in facts.order_clashes if _needs_in(clash.needs, year)),
        places=_both_in(facts.places, year),
        duplicates=_both_in(facts.duplicates, year),
        pairs=_pairs_in(facts.pairs, running),
    )


def _needs_in(needs: Iterable[Need], year: int) -> tuple[Need, ...]:
    """Keep what is handed over, or should be, in a year; a time that nobody knows may be any."""
    return tuple(
        need for need in needs if _may_be_in(need.giver.finish, year) or _may_be_in(need.wanted, year)
    )


def _may_be_in(when: When | None, year: int) -> bool:
    return when is None or when.first.year <= year <= when.last.year


def _both_in(clashes: Iterable[Clash], year: int) -> tuple[Clash, ...]:
    return tuple(clash for clash in clashes if year in clash.first.years and year in clash.second.years)


def _pairs_in(pairs: Iterable[OpdPair], running: set[str]) -> tuple[OpdPair, ...]:
    """Leave out what two OPD must settle about actions of which none runs."""
    kept = (
        pair._replace(topics=tuple(topic for topic in pair.topics if _concerns(topic, running)))
        for pair in pairs
    )
    return tuple(pair for pair in kept if pair.topics)


def _concerns(topic: Topic, running: set[str]) -> bool:
    return topic.kind in _OF_INDICATORS or not running.isdisjoint(topic.codes)
