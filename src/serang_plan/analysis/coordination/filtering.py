"""Scope: of everything in which OPD depend on each other, what concerns one OPD or one year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from serang_plan.analysis.actions.dependencies import Need
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence import Loop
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.coordination.opd_pairs import OpdPair, TopicKind
from serang_plan.model.when import When

_OF_INDICATORS = (TopicKind.LEADS, TopicKind.HANDOVER, TopicKind.DECISION, TopicKind.INDICATOR)
"""Grounds whose codes are not those of actions, and so have no year."""


def concerning(found: Interdependence, opd: str) -> Interdependence:
    """Keep what an OPD takes part in, with everybody else who does."""
    indicators = {part.indicator for part in found.parts if part.who == opd}
    carriers = found.carriers
    return found._replace(
        parts=tuple(part for part in found.parts if part.indicator in indicators),
        coverage=tuple(one for one in found.coverage if one.indicator.code in indicators),
        needs=tuple(need for need in found.needs if opd in (need.giver.opd, need.taker.opd)),
        chains=tuple(chain for chain in found.chains if opd in chain.opd),
        order_clashes=tuple(clash for clash in found.order_clashes if opd in clash.opd),
        loops=tuple(loop for loop in found.loops if opd in _carriers(loop, carriers)),
        places=_of_opd(found.places, opd),
        duplicates=_of_opd(found.duplicates, opd),
        pairs=tuple(pair for pair in found.pairs if opd in pair.opd),
        idle=tuple(code for code in found.idle if code == opd),
    )


def _carriers(loop: Loop, carriers: Mapping[str, str | None]) -> set[str | None]:
    return {carriers.get(link.action.code) for link in loop}


def _of_opd(clashes: Iterable[Clash], opd: str) -> tuple[Clash, ...]:
    return tuple(clash for clash in clashes if opd in (clash.one.opd, clash.other.opd))


def in_year(found: Interdependence, year: int) -> Interdependence:
    """Keep the actions' matters that fall in a year; duties, indicators and loops have none."""
    running = {one.code for one in found.actions if year in one.years}
    chains = (chain for chain in found.chains if any(_falls_in(need, year) for need in chain.handovers))
    return found._replace(
        needs=tuple(need for need in found.needs if _falls_in(need, year)),
        chains=tuple(chains),
        order_clashes=tuple(
            clash for clash in found.order_clashes if any(_falls_in(need, year) for need in clash.needs)
        ),
        places=_both_in(found.places, year),
        duplicates=_both_in(found.duplicates, year),
        pairs=_pairs_in(found.pairs, running),
    )


def _falls_in(need: Need, year: int) -> bool:
    """Whether something is handed over, or should be, in a year; a time that nobody knows may be any."""
    times = (need.giver.finish, need.wanted)
    return any(when is None or _touches(when, year) for when in times)


def _touches(when: When, year: int) -> bool:
    return when.first.year <= year <= when.last.year


def _both_in(clashes: Iterable[Clash], year: int) -> tuple[Clash, ...]:
    return tuple(clash for clash in clashes if year in clash.one.years and year in clash.other.years)


def _pairs_in(pairs: Iterable[OpdPair], running: set[str]) -> tuple[OpdPair, ...]:
    """Leave out what two OPD must settle about actions of which none runs."""
    kept = (
        pair._replace(
            topics=tuple(
                reason
                for reason in pair.topics
                if reason.kind in _OF_INDICATORS or not running.isdisjoint(reason.codes)
            )
        )
        for pair in pairs
    )
    return tuple(pair for pair in kept if pair.topics)
