"""Obligations: what each OPD must bring to the rakor, put right, settle, hand over and wait for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
from serang_plan.analysis.lookups.grouping import grouped
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
    shared: tuple[FollowedDecision, ...]
    """What it has still to do of decisions for all."""

    @property
    def has_duty(self) -> bool:
        """Whether it has any part in the plan, beside what all have."""
        return bool(self.leads or self.provides or self.parts or self.reports or self.later or self.decisions)


def obligations(facts: Interdependence) -> Mapping[str, Obligations]:
    """Return what is asked of every OPD, by code, in the order of the codes."""
    by_opd = _ByOpd(facts)
    in_order = sorted(facts.plan.opd_by_code.values(), key=lambda opd: code_order(opd.code))
    return {opd.code: by_opd.of(opd) for opd in in_order}


def of_everybody(facts: Interdependence) -> tuple[FollowedDecision, ...]:
    """Return the open decisions that bind every OPD."""
    return tuple(followed for followed in facts.decisions if followed.decision.lead == EVERYBODY)


# -- by OPD -----------------------------------------------------------------------------------

Thing = TypeVar("Thing")


class _ByOpd:
    """What is asked of all, sorted out, so that no OPD looks through all of it."""

    def __init__(self, facts: Interdependence) -> None:
        leads = {covered.indicator.code: covered.leads for covered in facts.coverage}
        support = grouped((part.indicator, part.who) for part in facts.parts if part.role is Role.SUPPORT)
        crossing = sorted((need for need in facts.needs if need.crosses), key=_soonest)

        def lead(verdict: Verdict) -> Iterable[str | None]:
            return leads.get(verdict.indicator.code, ())

        def provider(verdict: Verdict) -> Iterable[str | None]:
            return {verdict.indicator.provider} - set(lead(verdict))

        self.plan = facts.plan
        self.leads = _by_code(facts.verdicts, lead)
        self.provides = _by_code(facts.verdicts, provider)
        self.parts = _by_code(
            (part for part in facts.parts if part.role is not Role.LEAD), lambda part: (part.who,)
        )
        self.actions = _by_code(facts.actions, lambda scheduled: (scheduled.opd,))
        self.figures = _by_code(
            sorted(flawed(facts.plan, facts.verdicts), key=_worst),
            lambda figure: (*lead(figure.verdict), *provider(figure.verdict)),
        )
        self.uncovered = _by_code(
            (covered for covered in facts.coverage if covered.status in _UNCOVERED),
            lambda covered: covered.leads,
        )
        self.unplanned = _by_code(_unplanned(facts), lambda covered: support.get(covered.indicator.code, ()))
        self.issues = _by_code(open_issues(facts), concerned)
        self.gives = _by_code(crossing, lambda need: (need.giver.opd,))
        self.takes = _by_code(crossing, lambda need: (need.taker.opd,))
        self.decisions = _by_code(
            facts.decisions, lambda followed: (followed.life.opd, *followed.decision.support)
        )
        self.shared = _by_code(
            (part for followed in facts.decisions for part in followed.parts), lambda part: (part.life.opd,)
        )

    def of(self, opd: Opd) -> Obligations:
        """Return what is asked of one OPD."""
        code, plan = opd.code, self.plan
        actions = self.actions(code)
        reports = [scheduled for scheduled in actions if _is_to_report(plan, scheduled)]
        return Obligations(
            opd=opd,
            leads=self.leads(code),
            provides=self.provides(code),
            parts=self.parts(code),
            reports=tuple(sorted(reports, key=_pressing)),
            later=sum(scheduled.is_open and not _is_to_report(plan, scheduled) for scheduled in actions),
            figures=self.figures(code),
            uncovered=self.uncovered(code),
            incomplete=tuple(_incomplete(actions)),
            unplanned=self.unplanned(code),
            issues=self.issues(code),
            gives=self.gives(code),
            takes=self.takes(code),
            decisions=tuple(sorted(self.decisions(code), key=lambda followed: _due_first(followed, code))),
            shared=self.shared(code),
        )


def _by_code(
    things: Iterable[Thing], concerned: Callable[[Thing], Iterable[str | None]]
) -> Callable[[str], tuple[Thing, ...]]:
    """Return what gives the things of each OPD by its code."""
    pairs = ((code, thing) for thing in things for code in dict.fromkeys(concerned(thing)))
    groups = grouped((code, thing) for code, thing in pairs if code is not None)
    return lambda code: groups.get(code, ())


def _unplanned(facts: Interdependence) -> Iterator[Coverage]:
    unmet = {verdict.indicator.code for verdict in facts.verdicts if needs_action(verdict)}
    yield from (
        covered for covered in facts.coverage if not covered.actions and covered.indicator.code in unmet
    )


_UNCOVERED = (CoverageStatus.UNSERVED, CoverageStatus.HOLLOW)


# -- actions -----------------------------------------------------------------------------


def _is_to_report(plan: Plan, scheduled: Scheduled) -> bool:
    if scheduled.state is ActionState.DONE:
        done = scheduled.action.done
        return done is not None and done.last >= _last_rakor(plan)
    years = scheduled.years
    return scheduled.is_open and (not years or years.start <= plan.as_of.year)


def _last_rakor(plan: Plan) -> date:
    """Return the day of the last rakor before the plan's date; without one, the beginning of its year."""
    days = (rakor.date for rakor in reversed(plan.rakor) if rakor.date < plan.as_of)
    return next(days, date(plan.as_of.year, 1, 1))


def _pressing(scheduled: Scheduled) -> tuple[object, ...]:
    """Sort what is late first, then what ends soonest; what is done comes last."""
    finish = scheduled.finish.last if scheduled.finish else date.max
    return not scheduled.is_open, not scheduled.late, finish, code_order(scheduled.code)


def _incomplete(actions: Iterable[Scheduled]) -> Iterator[IncompleteAction]:
    for scheduled in actions:
        missing = tuple(_missing(scheduled))
        if missing:
            yield IncompleteAction(scheduled, missing)


def _missing(scheduled: Scheduled) -> Iterator[MissingField]:
    action = scheduled.action
    if scheduled.state is ActionState.DONE and not action.evidence:
        yield MissingField.EVIDENCE
    if scheduled.is_open:
        if scheduled.finish is None:
            yield MissingField.DATE
        if not action.indicators or any(effect.adds is None for effect in action.indicators):
            yield MissingField.EFFECT
        if all(part.amount is None for part in action.funding):
            yield MissingField.COST


# -- what matters most first --------------------------------------------------------------------


_FLAWS = {flaw: rank for rank, flaw in enumerate(Flaw)}


def _worst(figure: FlawedFigure) -> tuple[object, ...]:
    return _FLAWS[figure.flaws[0]], -len(figure.flaws), code_order(figure.verdict.indicator.code)


_TIMINGS = {timing: rank for rank, timing in enumerate(Timing)}


def _soonest(need: Need) -> tuple[object, ...]:
    """Sort what does not come in time first, then what is wanted soonest."""
    wanted = need.wanted.last if need.wanted else date.max
    return _TIMINGS[need.timing], wanted, *map(code_order, need.codes)


def _due_first(followed: FollowedDecision, code: str) -> tuple[object, ...]:
    """Sort the longest overdue first; what an OPD is in charge of comes before what it supports."""
    decision, due = followed.decision, followed.decision.due or date.max
    name = code_order(decision.code or decision.text)
    return -followed.days_late, followed.life.opd != code, due, followed.rakor.date, name
