"""Authority: in whose hands it lies to close a gap, as far as the actions and the partners say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.duties.leads import assignments_on
from serang_plan.model.action import Authority
from serang_plan.model.opd import Partner
from serang_plan.model.plan import Plan

LEVELS: tuple[Authority, ...] = ("kota", "provinsi", "pusat")


class AuthoritySplit(NamedTuple):
    """By level of government the actions that lie there, and the partners from outside the city."""

    actions: tuple[tuple[Authority, tuple[str, ...]], ...]
    partners: tuple[Partner, ...]


def authority_split(plan: Plan, indicator: str, found: Iterable[Scheduled]) -> AuthoritySplit:
    """Return who may act for an indicator; who only delivers its figures is no partner in this."""
    found = tuple(found)
    levels = ((level, tuple(one.code for one in found if one.action.authority == level)) for level in LEVELS)
    return AuthoritySplit(
        tuple((level, codes) for level, codes in levels if codes), _partners(plan, indicator)
    )


def _partners(plan: Plan, code: str) -> tuple[Partner, ...]:
    indicator = plan.indicator_by_code.get(code)
    provider = indicator.provider if indicator else None
    named = dict.fromkeys(one for duty in assignments_on(plan, code, plan.as_of) for one in duty.partners)
    known = (plan.partner_by_code.get(one) for one in named if one != provider)
    return tuple(one for one in known if one is not None)
