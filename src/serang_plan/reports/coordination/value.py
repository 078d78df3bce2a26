"""Coordination as a value: what OPD have to do with each other, within a scope, and where it is written."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Timing
from serang_plan.analysis.actions.precedence import NeedLink
from serang_plan.analysis.actions.precedence_conflicts import OrderClash
from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.coordination.filtering import concerning, in_year
from serang_plan.analysis.coordination.interdependence import Interdependence, interdependence
from serang_plan.analysis.duties.workload import Load, loads
from serang_plan.model.plan import Plan
from serang_plan.places import Pointer

Where = Callable[[Pointer], str]
"""Where something is written: `opd_assignments.yaml:312`."""


class Scope(NamedTuple):
    """What the report is restricted to."""

    opd: str | None = None
    year: int | None = None


EVERYTHING = Scope()


class Coordination(NamedTuple):
    """What OPD have to do with each other on a date, as far as it is within the scope."""

    plan: Plan
    scope: Scope
    facts: Interdependence
    loads: tuple[Load, ...]
    written: Mapping[NeedLink, str]
    """Where each need of a clash or a loop is written."""

    @property
    def year(self) -> int:
        """The year whose load is shown in full."""
        return self.scope.year or self.plan.as_of.year

    @property
    def clashes(self) -> tuple[OrderClash, ...]:
        """The clashes of order that are a matter between OPD; of one OPD, its own too."""
        return tuple(clash for clash in self.facts.order_clashes if self.scope.opd or len(clash.opd) > 1)

    @property
    def actions(self) -> Mapping[str, Scheduled]:
        """All actions by code."""
        return {action.code: action for action in self.facts.actions}


def build(plan: Plan, where: Where, scope: Scope = EVERYTHING) -> Coordination:
    """Look at the plan on its date; `where` says where something is written."""
    facts = interdependence(plan)
    carried = tuple(load for load in loads(facts.plan, facts.actions) if scope.opd in (None, load.opd))
    if scope.opd is not None:
        facts = concerning(facts, scope.opd)
    if scope.year is not None:
        facts = in_year(facts, scope.year)
    return Coordination(plan, scope, facts, carried, _written(facts, where))


def _written(facts: Interdependence, where: Where) -> Mapping[NeedLink, str]:
    links = [need.link for clash in facts.order_clashes for need in clash.needs]
    links += [need.link for need in facts.needs if need.timing is Timing.CANCELLED]
    links += [link for loop in facts.loops for link in loop]
    return {link: where(link.at) for link in links}
