"""Asked: what each OPD must bring to the rakor, put right, settle, hand over and wait for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple, TypeVar

from serang_plan.analysis.actions.dependencies import Need, Timing
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.coordination.data_flaws import Flaw, FlawedFigure, flawed
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.coordination.open_issues import OpenIssue, concerned, open_issues
from serang_plan.analysis.duties.coverage import Coverage, CoverageStatus, needs_action
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.duties.roles import Participation, Role
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.model.opd import Opd
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY
from serang_plan.wording import code_order


class MissingField(Enum):
    """What nobody has said of an action."""

    DATE = "finish"
    EFFECT = "effect"
    COST = "cost"
    EVIDENCE = "evidence"
    """It is done, and nothing proves it."""


class IncompleteAction(NamedTuple):
    """An action, and what is missing of it."""

    scheduled: Scheduled
    missing: tuple[MissingField, ...]


class Obligations(NamedTuple):
    """What is asked of one OPD."""

    opd: Opd
    leads: tuple[Verdict, ...]
    provides: tuple[Verdict, ...]
    """Indicators that it delivers the figures of and does not lead."""
    parts: tuple[Participation, ...]
    """Indicators that it supports, or acts for without a duty."""
    reports: tuple[Scheduled, ...]
    """Actions to report on now: late, under way this year, of unknown time, or done since the last rakor."""
    later: int
    """Open actions that begin in a later year."""
    figures: tuple[FlawedFigure, ...]
    uncovered: tuple[Coverage, ...]
    """Indicators that it leads without an action left, or with hollow ones only."""
    incomplete: tuple[IncompleteAction, ...]
    unplanned: tuple[Coverage, ...]
    """Indicators that it supports, that are not met, and for which nobody has an action left."""
    issues: tuple[OpenIssue, ...]
    gives: tuple[Need, ...]
    takes: tuple[Need, ...]
    decisions: tuple[FollowedDecision, ...]
    """Open ones that it is in charge of or supports, the most pressing first."""

    @property
    def has_duty(self) -> bool:
        """Whether it has any part in the plan."""
        return bool(self.leads or self.provides or self.parts or self.reports or self.later or self.decisions)


def obligations(found: Interdependence) -> Mapping[str, Obligations]:
    """Return what is asked of every OPD, by code, in the order of the codes."""
    by = _sorted_out(found)
    opd = sorted(found.plan.opd_by_code.values(), key=lambda one: code_order(one.code))
    return {one.code: _asked(found.plan, by, one) for one in opd}


def of_everybody(found: Interdependence) -> tuple[FollowedDecision, ...]:
    """Return the open decisions that bind every OPD."""
    return tuple(one for one in found.decisions if one.decision.lead == EVERYBODY)


# -- by OPD, so that no OPD looks through all of it -------------------------------------------

Thing = TypeVar("Thing")
ByOpd = Mapping[str, Sequence[Thing]]


class _SortedOut(NamedTuple):
    leads: ByOpd[Verdict]
    provides: ByOpd[Verdict]
    parts: ByOpd[Participation]
    actions: ByOpd[Scheduled]
    figures: ByOpd[FlawedFigure]
    coverage: ByOpd[Coverage]
    unplanned: ByOpd[Coverage]
    issues: ByOpd[OpenIssue]
    gives: ByOpd[Need]
    takes: ByOpd[Need]
    decisions: ByOpd[FollowedDecision]
    since: date
    """The day of the last rakor before the plan's date."""


def _by_opd(things: Iterable[Thing], concerned: Callable[[Thing], Iterable[str | None]]) -> ByOpd[Thing]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        for code in dict.fromkeys(concerned(thing)):
            if code is not None:
                found[code].append(thing)
    return found


def _sorted_out(found: Interdependence) -> _SortedOut:
    leads = {one.indicator.code: one.leads for one in found.coverage}
    support = _support(found.parts)
    crossing = [need for need in found.needs if need.crosses]

    def lead(one: Verdict) -> Iterable[str | None]:
        return leads.get(one.indicator.code, ())

    def provider(one: Verdict) -> Iterable[str | None]:
        return {one.indicator.provider} - set(lead(one))

    return _SortedOut(
        leads=_by_opd(found.verdicts, lead),
        provides=_by_opd(found.verdicts, provider),
        parts=_by_opd(found.parts, lambda part: (part.who,)),
        actions=_by_opd(found.actions, lambda one: (one.opd,)),
        figures=_by_opd(
            flawed(found.plan, found.verdicts), lambda one: (*lead(one.verdict), *provider(one.verdict))
        ),
        coverage=_by_opd(found.coverage, lambda one: one.leads),
        unplanned=_by_opd(_unplanned(found), lambda one: support.get(one.indicator.code, ())),
        issues=_by_opd(open_issues(found), concerned),
        gives=_by_opd(crossing, lambda need: (need.giver.opd,)),
        takes=_by_opd(crossing, lambda need: (need.taker.opd,)),
        decisions=_by_opd(found.decisions, lambda one: (one.decision.lead, *one.decision.support)),
        since=_last_rakor(found.plan),
    )


def _support(parts: Iterable[Participation]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        if part.role is Role.SUPPORT:
            found[part.indicator].append(part.who)
    return found


def _unplanned(found: Interdependence) -> Iterator[Coverage]:
    open_ones = {one.indicator.code for one in found.verdicts if needs_action(one)}
    yield from (one for one in found.coverage if not one.actions and one.indicator.code in open_ones)


def _asked(plan: Plan, by: _SortedOut, opd: Opd) -> Obligations:
    code = opd.code
    actions = by.actions.get(code, ())
    reports = [one for one in actions if _is_to_report(plan, one, by.since)]
    return Obligations(
        opd=opd,
        leads=tuple(by.leads.get(code, ())),
        provides=tuple(by.provides.get(code, ())),
        parts=tuple(part for part in by.parts.get(code, ()) if part.role is not Role.LEAD),
        reports=tuple(sorted(reports, key=_pressing)),
        later=sum(one.is_open for one in actions) - sum(one.is_open for one in reports),
        figures=tuple(sorted(by.figures.get(code, ()), key=_worst)),
        uncovered=tuple(one for one in by.coverage.get(code, ()) if one.status in _UNCOVERED),
        incomplete=tuple(_incomplete(actions)),
        unplanned=tuple(by.unplanned.get(code, ())),
        issues=tuple(by.issues.get(code, ())),
        gives=tuple(sorted(by.gives.get(code, ()), key=_soonest)),
        takes=tuple(sorted(by.takes.get(code, ()), key=_soonest)),
        decisions=tuple(sorted(by.decisions.get(code, ()), key=lambda one: _due(one, code))),
    )


_UNCOVERED = (CoverageStatus.UNSERVED, CoverageStatus.HOLLOW)


# -- actions -----------------------------------------------------------------------------


def _is_to_report(plan: Plan, one: Scheduled, since: date) -> bool:
    if one.state is ActionState.DONE:
        done = one.action.done
        return done is not None and done.last >= since
    years = one.years
    return one.is_open and (not years or years.start <= plan.as_of.year)


def _last_rakor(plan: Plan) -> date:
    """Return the day of the last rakor before the plan's date; without one, the beginning of its year."""
    held = [rakor.date for rakor in plan.rakor if rakor.date < plan.as_of]
    return held[-1] if held else date(plan.as_of.year, 1, 1)


def _pressing(one: Scheduled) -> tuple[object, ...]:
    """Sort what is late first, then what ends soonest; what is done comes last."""
    return not one.is_open, not one.late, one.finish.last if one.finish else date.max, code_order(one.code)


def _incomplete(actions: Iterable[Scheduled]) -> Iterator[IncompleteAction]:
    for one in actions:
        blanks = tuple(_blanks(one))
        if blanks:
            yield IncompleteAction(one, blanks)


def _blanks(one: Scheduled) -> Iterator[MissingField]:
    action = one.action
    if one.state is ActionState.DONE and not action.evidence:
        yield MissingField.EVIDENCE
    if one.is_open:
        if one.finish is None:
            yield MissingField.DATE
        if not action.indicators or any(effect.adds is None for effect in action.indicators):
            yield MissingField.EFFECT
        if all(part.amount is None for part in action.funding):
            yield MissingField.COST


# -- what matters most first --------------------------------------------------------------------


_FLAWS = {flaw: rank for rank, flaw in enumerate(Flaw)}


def _worst(one: FlawedFigure) -> tuple[object, ...]:
    return _FLAWS[one.flaws[0]], -len(one.flaws), code_order(one.verdict.indicator.code)


_COMES = {timing: rank for rank, timing in enumerate(Timing)}


def _soonest(need: Need) -> tuple[object, ...]:
    """Sort what does not come in time first, then what is wanted soonest."""
    wanted = need.wanted.last if need.wanted else date.max
    return _COMES[need.timing], wanted, code_order(need.giver.code), code_order(need.taker.code)


def _due(one: FollowedDecision, code: str) -> tuple[object, ...]:
    """Sort the longest overdue first; what an OPD is in charge of comes before what it supports."""
    decision, held = one.decision, one.rakor.date
    named = code_order(decision.code or decision.text)
    return -one.days_late, decision.lead != code, decision.due or date.max, held, named
