"""Authority: which level of government may close a gap, as far as the actions and the partners say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.duties.leads import assignments_on
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.action import Authority
from serang_plan.model.opd import Partner
from serang_plan.model.plan import Plan

LEVELS: tuple[Authority, ...] = ("kota", "provinsi", "pusat")


class AuthoritySplit(NamedTuple):
    """By level of government the actions that lie there, and the partners from outside the city."""

    actions: tuple[tuple[Authority, tuple[str, ...]], ...]
    partners: tuple[Partner, ...]


def authority_split(plan: Plan, indicator: str, actions: Iterable[Scheduled]) -> AuthoritySplit:
    """Return who may act for an indicator; who only delivers its figures is no partner in this."""
    by_level = grouped((scheduled.action.authority, scheduled.code) for scheduled in actions)
    levels = tuple((level, by_level[level]) for level in LEVELS if level in by_level)
    return AuthoritySplit(levels, _partners(plan, indicator))


def _partners(plan: Plan, code: str) -> tuple[Partner, ...]:
    indicator = plan.indicator_by_code.get(code)
    provider = indicator.provider if indicator else None
    assignments = assignments_on(plan, code, plan.as_of)
    codes = dict.fromkeys(partner for assignment in assignments for partner in assignment.partners)
    known = plan.partner_by_code
    return tuple(known[partner] for partner in codes if partner != provider and partner in known)
