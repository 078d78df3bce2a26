"""Plan names: the codes of a plan with the names that people choose by."""

from __future__ import annotations

from collections.abc import Mapping

from serang_plan.model.plan import Plan


def indicators(plan: Plan) -> Mapping[str, str]:
    """Return the indicators."""
    return {indicator.code: indicator.name for indicator in plan.indicators}


def actions(plan: Plan) -> Mapping[str, str]:
    """Return the actions."""
    return {action.code: action.name for action in plan.actions}


def opd(plan: Plan) -> Mapping[str, str]:
    """Return the OPD, each with all its names."""
    return {each.code: ", ".join((each.name, *each.aliases)) for each in plan.opd}


def sources(plan: Plan) -> Mapping[str, str]:
    """Return the sources."""
    return {source.code: source.title or source.publisher or "" for source in plan.sources}


def statements(plan: Plan) -> Mapping[str, str]:
    """Return what a statement can be about: indicators, claims and lists of criteria."""
    claims = {claim.code: claim.by for claim in plan.claims}
    return {**indicators(plan), **claims, **{criteria.code: criteria.name for criteria in plan.criteria}}
