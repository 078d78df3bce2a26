"""To decide: what stands still until the leaders decide, what holds up the most indicators first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.duties.coverage import Coverage, CoverageStatus
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.indicators.pace import Pace, pace
from serang_plan.analysis.indicators.standing import Missing, Standing, Verdict
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.outlook.gaps import Gaps
from serang_plan.analysis.outlook.sufficiency import Sufficiency
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY
from serang_plan.wording import code_order


class DecisionKind(Enum):
    """What must be decided; of kinds that hold up as many indicators, the first comes first."""

    CONTRADICTED = "contradicted"
    """Which is right, what was declared or the data."""
    NO_LEAD = "no-lead"
    TWO_LEADS = "two-leads"
    LEAD_GONE = "lead-gone"
    NO_VALUE = "no-value"
    NO_SOURCE = "no-source"
    NO_THRESHOLD = "no-threshold"
    NO_ACTION = "no-action"
    SHORT = "plan-too-short"
    """All planned actions together do not reach the threshold."""
    INCOMPLETE = "incomplete-actions"
    """Every action left lacks an owner, a finish or an effect."""
    NO_TARGET = "no-target"
    NO_RUNNER = "no-runner"
    """Actions that no OPD runs."""
    ORDER = "order"
    """Actions of several OPD that begin before what they need is ready."""
    OVERDUE = "overdue-decision"


class PendingDecision(NamedTuple):
    """One decision: what it is about, what it holds up, and who carries it out."""

    kind: DecisionKind
    indicators: tuple[str, ...]
    codes: tuple[str, ...]
    """Actions or decisions of a rakor that it is about."""
    owners: tuple[str, ...]
    """OPD, those with the most to do first; none where only the Sekda can settle it."""
    unowned: tuple[str, ...] = ()
    """Indicators that no OPD answers for, where one answers for others."""

    @property
    def weight(self) -> int:
        """How many indicators it holds up; what names none holds up at least what it is about."""
        return max(len(self.indicators), min(1, len(self.codes)))


def pending_decisions(plan: Plan, found: Interdependence, gaps: Gaps) -> tuple[PendingDecision, ...]:
    """Return what must be decided, one decision for each kind, the most blocking first."""
    asked = [*_of_verdicts(found), *_of_coverage(found), *_of_gaps(plan, gaps), *_of_actions(found)]
    asked += [*_of_order(found), *_of_decisions(found.decisions)]
    return tuple(sorted(asked, key=lambda one: (-one.weight, _RANK[one.kind])))


_RANK = {kind: rank for rank, kind in enumerate(DecisionKind)}


# -- what is not known --------------------------------------------------------------------


def _of_verdicts(found: Interdependence) -> Iterator[PendingDecision]:
    contradicted = [one for one in found.verdicts if one.standing is Standing.CONTRADICTED]
    yield from _about(DecisionKind.CONTRADICTED, contradicted, _leads(found))
    for kind, missing in _MISSING.items():
        lacking = [one for one in found.verdicts if one.missing in missing]
        owners = _providers(found) if kind is DecisionKind.NO_VALUE else _leads(found)
        yield from _about(kind, lacking, owners)


_MISSING = {
    DecisionKind.NO_VALUE: (Missing.VALUE, Missing.BOTH),
    DecisionKind.NO_THRESHOLD: (Missing.THRESHOLD, Missing.BOTH),
    DecisionKind.NO_SOURCE: (Missing.SOURCE,),
}
Owners = Mapping[str, tuple[str, ...]]
"""Who carries something out, by indicator."""


def _leads(found: Interdependence) -> Owners:
    return {one.indicator.code: one.leads for one in found.coverage}


def _providers(found: Interdependence) -> Owners:
    """Return which OPD measures each indicator: the one that provides its figures, else its lead."""
    opd, owners = found.plan.opd_by_code, dict(_leads(found))
    for code, indicator in found.plan.indicator_by_code.items():
        if indicator.provider is not None and indicator.provider in opd:
            owners[code] = (indicator.provider,)
    return owners


def _about(kind: DecisionKind, verdicts: Iterable[Verdict], owners: Owners) -> Iterator[PendingDecision]:
    codes = tuple(sorted({one.indicator.code for one in verdicts}, key=code_order))
    if codes:
        named = _most_first(owner for code in codes for owner in owners.get(code, ()))
        unowned = tuple(code for code in codes if not owners.get(code)) if named else ()
        yield PendingDecision(kind, codes, (), named, unowned)


def _most_first(owners: Iterable[str]) -> tuple[str, ...]:
    """Return each owner once, whoever has the most to do first."""
    return tuple(owner for owner, _ in Counter(owners).most_common())


# -- what nobody does ---------------------------------------------------------------------

_COVER = {
    CoverageStatus.MISSING: DecisionKind.NO_LEAD,
    CoverageStatus.AMBIGUOUS: DecisionKind.TWO_LEADS,
    CoverageStatus.OUTDATED: DecisionKind.LEAD_GONE,
    CoverageStatus.UNSERVED: DecisionKind.NO_ACTION,
    CoverageStatus.HOLLOW: DecisionKind.INCOMPLETE,
}
_ONLY_THE_SEKDA = (DecisionKind.NO_LEAD, DecisionKind.TWO_LEADS, DecisionKind.LEAD_GONE)


def _of_coverage(found: Interdependence) -> Iterator[PendingDecision]:
    for cover, kind in _COVER.items():
        alike = [one for one in found.coverage if one.status is cover and _is_known(found.plan, one)]
        if alike:
            owners = (
                () if kind in _ONLY_THE_SEKDA else _most_first(lead for one in alike for lead in one.leads)
            )
            yield PendingDecision(kind, tuple(one.indicator.code for one in alike), (), owners)


def _is_known(plan: Plan, one: Coverage) -> bool:
    """Whether what an indicator lacks does not stand in a record that could not be read."""
    if one.status is CoverageStatus.MISSING:
        return not plan.was_refused("assignments", one.indicator.code)
    return one.status is not CoverageStatus.UNSERVED or is_read_in_full(plan, "actions")


def _of_gaps(plan: Plan, gaps: Gaps) -> Iterator[PendingDecision]:
    leads = {one.code: one.leads for one in gaps.gaps}
    short = [one.verdict for one in gaps.gaps if one.outlook and one.outlook.sufficiency is Sufficiency.SHORT]
    yield from _about(DecisionKind.SHORT, short, leads)
    aimless = [one.verdict for one in gaps.gaps if pace(plan, one.verdict.indicator).pace is Pace.NO_TARGET]
    yield from _about(DecisionKind.NO_TARGET, aimless, leads)


def _of_actions(found: Interdependence) -> Iterator[PendingDecision]:
    ownerless = [one for one in found.actions if one.is_open and one.opd is None]
    if ownerless:
        yield PendingDecision(
            DecisionKind.NO_RUNNER, indicators_served(ownerless), tuple(one.code for one in ownerless), ()
        )


def indicators_served(actions: Iterable[Scheduled]) -> tuple[str, ...]:
    """Return the indicators that actions serve, each once."""
    return tuple(dict.fromkeys(effect.code for one in actions for effect in one.action.indicators))


# -- what does not fit together -------------------------------------------------------------


def _of_order(found: Interdependence) -> Iterator[PendingDecision]:
    clashes = [one for one in found.order_clashes if len(one.opd) > 1]
    if clashes:
        late = [need.taker for clash in clashes for need in clash.late]
        owners = _most_first(opd for clash in clashes for opd in clash.opd)
        waiting = dict.fromkeys(one.code for one in late)
        yield PendingDecision(DecisionKind.ORDER, indicators_served(late), tuple(waiting), owners)


def _of_decisions(decisions: Iterable[FollowedDecision]) -> Iterator[PendingDecision]:
    late = sorted((one for one in decisions if one.days_late), key=lambda one: -one.days_late)
    if late:
        indicators = dict.fromkeys(one.decision.indicator for one in late if one.decision.indicator)
        codes = tuple(one.decision.code or one.decision.text for one in late)
        leads = (one.decision.lead for one in late)
        owners = _most_first(lead for lead in leads if lead is not None and lead != EVERYBODY)
        yield PendingDecision(DecisionKind.OVERDUE, tuple(indicators), codes, owners)
