"""Plan names: the codes of a plan with the names that people choose by."""

from __future__ import annotations

from collections.abc import Mapping

from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY

READERS = {"walikota": "Wali Kota", "sekda": "Sekretaris Daerah", "bappeda": "Bappeda"}


def indicators(plan: Plan) -> Mapping[str, str]:
    """Return the indicators, each with the short name of the reports if that is no part of its name."""
    return {
        indicator.code: indicator.name
        if (indicator.short or "").casefold() in indicator.name.casefold()
        else f"{indicator.name}, {indicator.short}"
        for indicator in plan.indicators
    }


def english_indicators(plan: Plan) -> Mapping[str, str]:
    """Return the indicators that have an English name, with it."""
    return {indicator.code: indicator.name_en for indicator in plan.indicators if indicator.name_en}


def actions(plan: Plan) -> Mapping[str, str]:
    """Return the actions."""
    return {action.code: action.name for action in plan.actions}


def open_actions(plan: Plan) -> Mapping[str, str]:
    """Return the actions that are neither done nor cancelled."""
    from serang_plan.analysis.actions.schedule import schedule

    return {now.code: now.action.name for now in schedule(plan) if now.is_open}


def opd(plan: Plan) -> Mapping[str, str]:
    """Return the OPD, each with all its names."""
    return {each.code: ", ".join((each.name, *each.aliases)) for each in plan.opd}


def sources(plan: Plan) -> Mapping[str, str]:
    """Return the sources."""
    return {source.code: source.title or source.publisher or "" for source in plan.sources}


def criteria(plan: Plan) -> Mapping[str, str]:
    """Return the lists of criteria."""
    return {criteria.code: criteria.name for criteria in plan.criteria}


def pillars(plan: Plan) -> Mapping[str, str]:
    """Return the pillars."""
    return {pillar.code: pillar.name for pillar in plan.header.pillars} if plan.header else {}


def aspects(plan: Plan) -> Mapping[str, str]:
    """Return the aspects, each with the codes of its indicators."""
    indicators = grouped((indicator.aspect, indicator.code) for indicator in plan.indicators)
    return {aspect: ", ".join(codes) for aspect, codes in indicators.items()}


def years(plan: Plan) -> Mapping[str, str]:
    """Return the years of the plan, each with what it is for."""
    focus = {stage.year: stage.focus or "" for stage in plan.stages}
    return {str(year): focus.get(year, "") for year in plan.years}


def readers(plan: Plan) -> Mapping[str, str]:
    """Return who can be written for."""
    return READERS | {f"opd:{code}": name for code, name in opd(plan).items()}


def rakor(plan: Plan) -> Mapping[str, str]:
    """Return the days of the rakor, the latest first, each with its place."""
    return {rakor.date.isoformat(): rakor.place or "" for rakor in reversed(plan.rakor)}


def open_rakor(plan: Plan) -> Mapping[str, str]:
    """Return the days of the rakor that have come and whose minutes are not closed, the latest first."""
    closed = {rakor.date.isoformat() for rakor in plan.rakor if rakor.closed or rakor.date > plan.as_of}
    return {day: place for day, place in rakor(plan).items() if day not in closed}


def decisions(plan: Plan) -> Mapping[str, str]:
    """Return what rakor decided."""
    every = (decision for rakor in plan.rakor for decision in rakor.decisions)
    return {decision.code: decision.text for decision in every if decision.code}


def open_decisions(plan: Plan) -> Mapping[str, str]:
    """Return what rakor decided and nobody has closed."""
    from serang_plan.analysis.duties.decision_life import decision_lives

    decisions = (life.decision for life in decision_lives(plan) if life.is_open)
    return {decision.code: decision.text for decision in decisions if decision.code}


def leads(plan: Plan) -> Mapping[str, str]:
    """Return who can be in charge of a decision: an OPD, or all of them."""
    return {EVERYBODY: "", **opd(plan)}


def subjects(plan: Plan) -> Mapping[str, str]:
    """Return what a decision can be about: indicators and actions."""
    return {**indicators(plan), **actions(plan)}


def statements(plan: Plan) -> Mapping[str, str]:
    """Return what can be withdrawn, or what statements are about: actions only if they are over."""
    from serang_plan.analysis.actions.schedule import schedule

    claims = {claim.code: claim.by for claim in plan.claims}
    over = {now.code: now.action.name for now in schedule(plan) if not now.is_open}
    return {**indicators(plan), **claims, **criteria(plan), **over}
