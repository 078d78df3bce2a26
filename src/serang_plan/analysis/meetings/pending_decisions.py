"""Pending decisions: what stands still until the leaders decide, what holds up the most indicators first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import indicators_served
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.duties.coverage import Coverage, CoverageStatus
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.duties.leads import still_there
from serang_plan.analysis.indicators.pace import Pace, pace
from serang_plan.analysis.indicators.standing import Missing, Standing, Verdict
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.grouping import grouped
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
    asked: tuple[str, ...] = ()
    """Open decisions of rakor that seem to ask for the same."""

    @property
    def weight(self) -> int:
        """How many indicators it holds up; what names none holds up at least what it is about."""
        return max(len(self.indicators), min(1, len(self.codes)))


def pending_decisions(plan: Plan, facts: Interdependence, gaps: Gaps) -> tuple[PendingDecision, ...]:
    """Return what must be decided, one decision for each kind, the most blocking first."""
    decisions = [*_of_verdicts(facts), *_of_coverage(facts), *_of_gaps(plan, facts, gaps)]
    decisions += [
        *_of_actions(facts),
        *_of_order(facts),
        *_of_decisions(plan.indicator_by_code, facts.decisions),
    ]
    complete = (
        decision._replace(
            owners=tuple(still_there(plan, decision.owners)), asked=tuple(_asked(facts, decision))
        )
        for decision in decisions
    )
    return tuple(sorted(complete, key=lambda decision: (-decision.weight, _RANK[decision.kind])))


_RANK = {kind: rank for rank, kind in enumerate(DecisionKind)}


# -- what was asked before ------------------------------------------------------------------

_ACTIONS = ("program", "kegiatan")
_WORDS = {
    DecisionKind.CONTRADICTED: ("perbedaan", "acuan"),
    DecisionKind.NO_LEAD: ("pengampu",),
    DecisionKind.TWO_LEADS: ("pengampu",),
    DecisionKind.LEAD_GONE: ("pengampu",),
    DecisionKind.NO_VALUE: ("ukur", "nilai"),
    DecisionKind.NO_SOURCE: ("sumber",),
    DecisionKind.NO_THRESHOLD: ("ambang",),
    DecisionKind.NO_ACTION: _ACTIONS,
    DecisionKind.SHORT: _ACTIONS,
    DecisionKind.INCOMPLETE: _ACTIONS,
    DecisionKind.NO_TARGET: ("target",),
    DecisionKind.NO_RUNNER: ("pelaksana",),
    DecisionKind.ORDER: ("jadwal",),
}
"""By what words a decision can be seen to ask for such a thing."""


def _asked(facts: Interdependence, pending: PendingDecision) -> Iterator[str]:
    """Give the open decisions that name it, for one of its indicators or for everybody."""
    for _, decision, *_ in facts.decisions:
        matters = set(decision.matters)
        about = matters & set(pending.indicators) if matters else decision.lead == EVERYBODY
        named = any(word in decision.text.casefold() for word in _WORDS.get(pending.kind, ()))
        if decision.code and about and named:
            yield decision.code


# -- what is not known --------------------------------------------------------------------


def _of_verdicts(facts: Interdependence) -> Iterator[PendingDecision]:
    contradicted = [verdict for verdict in facts.verdicts if verdict.standing is Standing.CONTRADICTED]
    yield from _about(DecisionKind.CONTRADICTED, contradicted, _leads(facts))
    for kind, missing in _MISSING.items():
        lacking = [verdict for verdict in facts.verdicts if verdict.missing in missing]
        owners = _providers(facts) if kind is DecisionKind.NO_VALUE else _leads(facts)
        yield from _about(kind, lacking, owners)


_MISSING = {
    DecisionKind.NO_VALUE: (Missing.VALUE, Missing.BOTH, Missing.SUBSTITUTE_ONLY),
    DecisionKind.NO_THRESHOLD: (Missing.THRESHOLD, Missing.BOTH, Missing.SCOPE),
    DecisionKind.NO_SOURCE: (Missing.SOURCE,),
}
Owners = Mapping[str, tuple[str, ...]]
"""Who carries something out, by indicator."""


def _leads(facts: Interdependence) -> Owners:
    return {
        covered.indicator.code: tuple(still_there(facts.plan, covered.leads)) for covered in facts.coverage
    }


def _providers(facts: Interdependence) -> Owners:
    """Return which OPD measures each indicator: the one that provides its figures, else its lead."""
    opd, owners = facts.plan.opd_by_code, dict(_leads(facts))
    for code, indicator in facts.plan.indicator_by_code.items():
        if indicator.provider is not None and indicator.provider in opd:
            owners[code] = (indicator.provider,)
    return owners


def _about(kind: DecisionKind, verdicts: Iterable[Verdict], owners: Owners) -> Iterator[PendingDecision]:
    codes = tuple(sorted({verdict.indicator.code for verdict in verdicts}, key=code_order))
    if codes:
        busiest = _most_first(owner for code in codes for owner in owners.get(code, ()))
        unowned = tuple(code for code in codes if not owners.get(code)) if busiest else ()
        yield PendingDecision(kind, codes, (), busiest, unowned)


def _most_first(owners: Iterable[str]) -> tuple[str, ...]:
    """Return each owner once, whoever has the most to do first."""
    return tuple(owner for owner, _ in Counter(owners).most_common())


# -- what nobody does ---------------------------------------------------------------------

_COVERAGE = {
    CoverageStatus.MISSING: DecisionKind.NO_LEAD,
    CoverageStatus.AMBIGUOUS: DecisionKind.TWO_LEADS,
    CoverageStatus.OUTDATED: DecisionKind.LEAD_GONE,
    CoverageStatus.UNSERVED: DecisionKind.NO_ACTION,
    CoverageStatus.HOLLOW: DecisionKind.INCOMPLETE,
}
_ONLY_THE_SEKDA = (DecisionKind.NO_LEAD, DecisionKind.TWO_LEADS, DecisionKind.LEAD_GONE)


def _of_coverage(facts: Interdependence) -> Iterator[PendingDecision]:
    known = grouped((covered.status, covered) for covered in facts.coverage if _is_known(facts.plan, covered))
    for status, kind in _COVERAGE.items():
        if status in known:
            leads = _most_first(lead for covered in known[status] for lead in covered.leads)
            codes = tuple(covered.indicator.code for covered in known[status])
            yield PendingDecision(kind, codes, (), () if kind in _ONLY_THE_SEKDA else leads)


def _is_known(plan: Plan, covered: Coverage) -> bool:
    """Whether what an indicator lacks does not stand in a record that could not be read."""
    if covered.status is CoverageStatus.MISSING:
        return not plan.was_refused("assignments", covered.indicator.code)
    return covered.status is not CoverageStatus.UNSERVED or is_read_in_full(plan, "actions")


def _of_gaps(plan: Plan, facts: Interdependence, gaps: Gaps) -> Iterator[PendingDecision]:
    leads = _leads(facts)
    short = [gap for gap in gaps.gaps if gap.outlook and gap.outlook.sufficiency is Sufficiency.SHORT]
    yield from _about(DecisionKind.SHORT, (gap.verdict for gap in short), leads)
    verdicts = (gap.verdict for gap in gaps.gaps)
    aimless = [verdict for verdict in verdicts if pace(plan, verdict.indicator).pace is Pace.NO_TARGET]
    yield from _about(DecisionKind.NO_TARGET, aimless, leads)


def _of_actions(facts: Interdependence) -> Iterator[PendingDecision]:
    ownerless = [scheduled for scheduled in facts.actions if scheduled.lacks_opd]
    if ownerless:
        codes = tuple(scheduled.code for scheduled in ownerless)
        yield PendingDecision(DecisionKind.NO_RUNNER, indicators_served(ownerless), codes, ())


# -- what does not fit together -------------------------------------------------------------


def _of_order(facts: Interdependence) -> Iterator[PendingDecision]:
    clashes = [clash for clash in facts.order_clashes if len(clash.opd) > 1]
    if clashes:
        late = [need.taker for clash in clashes for need in clash.late]
        owners = _most_first(opd for clash in clashes for opd in clash.opd)
        waiting = dict.fromkeys(scheduled.code for scheduled in late)
        yield PendingDecision(DecisionKind.ORDER, indicators_served(late), tuple(waiting), owners)


def _of_decisions(known: Container[str], decisions: Iterable[FollowedDecision]) -> Iterator[PendingDecision]:
    overdue = (followed for followed in decisions if followed.days_late)
    late = [followed.decision for followed in sorted(overdue, key=lambda followed: -followed.days_late)]
    if late:
        indicators = dict.fromkeys(code for decision in late for code in decision.matters if code in known)
        codes = tuple(decision.code or decision.text for decision in late)
        leads = (decision.lead for decision in late)
        owners = _most_first(lead for lead in leads if lead is not None and lead != EVERYBODY)
        yield PendingDecision(DecisionKind.OVERDUE, tuple(indicators), codes, owners)
