"""Roles: who has what part in which indicator on the plan's date, and whether anything is done for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.duties.leads import assignments_on, has_ended
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


class Role(Enum):
    """What somebody is to an indicator; of two parts in one indicator the first counts."""

    LEAD = "lead"
    SUPPORT = "support"
    PARTNER = "partner"
    RUNS = "runs"
    """It has an open action for the indicator, and no duty says so."""


class Participation(NamedTuple):
    """One OPD or partner, one indicator."""

    who: str
    indicator: str
    role: Role
    acts: bool
    """Whether it runs an action for the indicator that is not cancelled."""


def participations(plan: Plan, actions: Sequence[Scheduled]) -> tuple[Participation, ...]:
    """Return who has a part in which indicator, in the order of the codes; only pairs that there are."""
    acting = set(_acting(plan, actions))
    roles: dict[tuple[str, str], Role] = {}
    for code in plan.indicator_by_code:
        for assignment in assignments_on(plan, code, plan.as_of):
            for who, role in _roles_in(assignment):
                known = roles.get((who, code), role)
                roles[who, code] = min(role, known, key=_RANK.__getitem__)
    for pair in _acting(plan, (scheduled for scheduled in actions if scheduled.is_open)):
        roles.setdefault(pair, Role.RUNS)
    there = (pair for pair in roles if not has_ended(plan, pair[0], plan.as_of))
    pairs = sorted(there, key=lambda pair: (code_order(pair[0]), code_order(pair[1])))
    return tuple(Participation(*pair, roles[pair], pair in acting) for pair in pairs)


_RANK = {role: rank for rank, role in enumerate(Role)}


def _roles_in(assignment: Assignment) -> Iterator[tuple[str, Role]]:
    if assignment.lead is not None:
        yield assignment.lead, Role.LEAD
    for who in assignment.support:
        yield who, Role.SUPPORT
    for who in assignment.partners:
        yield who, Role.PARTNER


def _acting(plan: Plan, actions: Iterable[Scheduled]) -> Iterator[tuple[str, str]]:
    for scheduled in actions:
        if scheduled.opd is not None and scheduled.state is not ActionState.CANCELLED:
            for code in scheduled.indicators:
                if code in plan.indicator_by_code:
                    yield scheduled.opd, code
