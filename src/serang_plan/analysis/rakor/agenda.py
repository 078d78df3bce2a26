"""Agenda: what the next rakor has to take up, what holds up most first, as far as its time goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.precedence_conflicts import OrderClash
from serang_plan.analysis.actions.schedule import indicators_served
from serang_plan.analysis.coordination.interdependence import Interdependence, interdependence
from serang_plan.analysis.coordination.open_issues import LikelyDuplicate, WaitingLoop, open_issues
from serang_plan.analysis.duties.decision_life import (
    DecisionLife,
    DecisionState,
    answering,
    carrying_on,
    decision_lives,
)
from serang_plan.analysis.duties.leads import still_there
from serang_plan.analysis.meetings.pending_decisions import DecisionKind, PendingDecision, pending_decisions
from serang_plan.analysis.outlook.gaps import gaps_of
from serang_plan.analysis.rakor.owed import OwedFigure, owed_figures
from serang_plan.analysis.rakor.tally import Blocked, blocked_by, most_blocking
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY, AgendaItem, Rakor

USUAL_MINUTES = 120


class AgendaPart(Enum):
    """Why something is on the agenda, in the order of a meeting."""

    PLANNED = "planned"
    """It was put there before."""
    FOLLOW_UP = "follow-up"
    ACCEPTANCE = "acceptance"
    """Reports that somebody must accept."""
    QUESTION = "question"
    CLASH = "clash"
    FIGURES = "figures"


_MINUTES = {
    AgendaPart.PLANNED: 10,
    AgendaPart.FOLLOW_UP: 10,
    AgendaPart.ACCEPTANCE: 10,
    AgendaPart.QUESTION: 10,
    AgendaPart.CLASH: 10,
    AgendaPart.FIGURES: 5,
}
OPENING, CLOSING = 5, 10
"""Minutes for opening, and for reading out what was decided."""


class ReportsToAccept(NamedTuple):
    """Decisions, or parts of them, that are reported done and wait for somebody to accept that."""

    lines: tuple[DecisionLife, ...]


class FiguresOwed(NamedTuple):
    """All figures that are owed."""

    figures: tuple[OwedFigure, ...]


Matter = (
    AgendaItem
    | DecisionLife
    | ReportsToAccept
    | PendingDecision
    | OrderClash
    | WaitingLoop
    | LikelyDuplicate
    | FiguresOwed
)


class AgendaEntry(NamedTuple):
    """One item: what it is about, how long it takes, how much it holds up, and whom it needs."""

    topic: AgendaPart
    matter: Matter
    minutes: int
    weight: int
    opd: tuple[str, ...]
    """The OPD that answer for it; none where only the leaders can settle it."""
    is_planned: bool = False
    """Whether the plan has it on the agenda."""


class Agenda(NamedTuple):
    """What there is to take up, and what there is time for."""

    plan: Plan
    day: date | None
    rakor: Rakor | None
    """The rakor, if it stands in the plan already."""
    budget: int
    entries: tuple[AgendaEntry, ...]
    parked: tuple[AgendaEntry, ...]
    """What there is no time for; nothing of it is lost."""
    blocked: dict[int, Blocked]

    @property
    def minutes(self) -> int:
        """How long it takes, with opening and closing."""
        return OPENING + sum(entry.minutes for entry in self.entries) + CLOSING

    @property
    def invited(self) -> tuple[str, ...]:
        """The OPD whose items are on the agenda, in the order in which they come up."""
        return tuple(dict.fromkeys(code for entry in self.entries for code in entry.opd))


def agenda(plan: Plan, day: date | None, budget: int, title: Callable[[AgendaEntry], str]) -> Agenda:
    """Gather what a rakor on a day has to take up; without one, what is due by the plan's date.

    What the plan has on the agenda comes first; `title` says how an item is called there.
    """
    rakor = next((rakor for rakor in plan.rakor if rakor.date == day), None)
    lives = decision_lives(plan)
    blocked = dict(blocked_by(plan, lives))
    found = [*_entries(plan, lives, blocked, day or plan.as_of)]
    planned = [_planned(item, found, title) for item in (rakor.agenda if rakor else ())]
    taken_up = [entry.matter for entry in planned]
    entries = [
        *planned,
        *(entry for entry in found if not any(entry.matter is matter for matter in taken_up)),
    ]
    within = _within(entries, budget - OPENING - CLOSING)
    taken = tuple(entry for nth, entry in enumerate(entries) if nth in within)
    parked = tuple(entry for nth, entry in enumerate(entries) if nth not in within)
    return Agenda(plan, day, rakor, budget, taken, parked, blocked)


def _within(entries: list[AgendaEntry], minutes: int) -> set[int]:
    """Return which entries there is time for: those that were planned, then what holds up most."""
    by_weight = sorted(
        range(len(entries)),
        key=lambda nth: (not entries[nth].is_planned, -entries[nth].weight, nth),
    )
    within = set()
    for nth in by_weight:
        if entries[nth].minutes <= minutes or entries[nth].is_planned:
            within.add(nth)
            minutes -= entries[nth].minutes
    return within


def _planned(
    item: AgendaItem, found: Iterable[AgendaEntry], title: Callable[[AgendaEntry], str]
) -> AgendaEntry:
    """Return an item of the plan's own agenda, with what is known of what it is about."""
    about = next((entry for entry in found if _is_about(item, entry) or title(entry) == item.text), None)
    entry = about or AgendaEntry(AgendaPart.PLANNED, item, _MINUTES[AgendaPart.PLANNED], 0, ())
    minutes = entry.minutes if item.minutes is None else item.minutes
    return entry._replace(minutes=minutes, is_planned=True)


def _is_about(item: AgendaItem, entry: AgendaEntry) -> bool:
    matter = entry.matter
    return (
        isinstance(matter, DecisionLife)
        and item.decision is not None
        and matter.decision.code == item.decision
    )


def _entries(
    plan: Plan, lives: tuple[DecisionLife, ...], blocked: dict[int, Blocked], day: date
) -> Iterator[AgendaEntry]:
    facts = interdependence(plan)
    yield from _of_decisions(plan, lives, blocked, day)
    yield from _of_questions(plan, facts)
    yield from _of_clashes(facts)
    owed = owed_figures(plan)
    if owed:
        opd = tuple(dict.fromkeys(code for figure in owed for code in figure.by if code in plan.opd_by_code))
        yield AgendaEntry(AgendaPart.FIGURES, FiguresOwed(owed), _MINUTES[AgendaPart.FIGURES], len(owed), opd)


def _of_decisions(
    plan: Plan, lives: tuple[DecisionLife, ...], blocked: dict[int, Blocked], day: date
) -> Iterator[AgendaEntry]:
    """Give the decisions that are due by a day, and once all those whose reports must be accepted."""
    in_order = most_blocking(lives, blocked)
    reported = tuple(
        line for life in in_order for line in life.lines_in_short if line.state is DecisionState.REPORTED
    )
    for life in in_order:
        if life.state is not DecisionState.REPORTED and (life.due is None or life.due <= day):
            weight = max(1, blocked[life.decision.anchor].weight) + life.is_overdue
            opd = _answering(plan, (life,))
            yield AgendaEntry(AgendaPart.FOLLOW_UP, life, _MINUTES[AgendaPart.FOLLOW_UP], weight, opd)
    if reported:
        opd = _answering(plan, reported)
        matter = ReportsToAccept(reported)
        yield AgendaEntry(AgendaPart.ACCEPTANCE, matter, _MINUTES[AgendaPart.ACCEPTANCE], len(reported), opd)


def _answering(plan: Plan, lives: Iterable[DecisionLife]) -> tuple[str, ...]:
    """Return who answers for decisions: of one for all, who still has to act; then who helps."""
    opd: dict[str, None] = {}
    for life in lives:
        leads = (line.opd for line in life.lines if line.is_open and line.opd is not None)
        opd |= dict.fromkeys((*leads, *(carrying_on(plan, code) for code in life.decision.support)))
    return tuple(still_there(plan, opd))


def _of_questions(plan: Plan, facts: Interdependence) -> Iterator[AgendaEntry]:
    """Give the decisions that are needed, without those asked for already or taken up elsewhere."""
    for pending in pending_decisions(plan, facts, gaps_of(plan)):
        if not pending.asked and pending.kind not in (DecisionKind.OVERDUE, DecisionKind.ORDER):
            yield AgendaEntry(
                AgendaPart.QUESTION, pending, _MINUTES[AgendaPart.QUESTION], pending.weight, pending.owners
            )


def _of_clashes(facts: Interdependence) -> Iterator[AgendaEntry]:
    """Give the clashes that OPD must agree about."""
    minutes = _MINUTES[AgendaPart.CLASH]
    for issue in open_issues(facts):
        match issue:
            case OrderClash() if len(issue.opd) > 1:
                weight = len(indicators_served(need.taker for need in issue.late))
                yield AgendaEntry(AgendaPart.CLASH, issue, minutes, weight, issue.opd)
            case WaitingLoop():
                yield AgendaEntry(AgendaPart.CLASH, issue, minutes, len(issue.loop), issue.opd)
            case LikelyDuplicate(_, clash):
                yield AgendaEntry(AgendaPart.CLASH, issue, minutes, 1, (clash.first.opd, clash.second.opd))
            case _:
                continue


def invited_to(agenda: Agenda) -> tuple[str, ...]:
    """Return whom a rakor needs: those whom the plan invites, or whose items are on the agenda."""
    rakor = agenda.rakor
    if rakor is not None and rakor.invited:
        there = answering(agenda.plan, rakor)
        return there if EVERYBODY in rakor.invited else tuple(dict.fromkeys((*there, *agenda.invited)))
    return agenda.invited
