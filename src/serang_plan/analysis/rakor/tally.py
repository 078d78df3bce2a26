"""Tally: how many decisions became what, in all, of each OPD and of each rakor; what one holds up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor
from serang_plan.wording import code_order


class Tally(NamedTuple):
    """How many decisions there are, and what became of them."""

    decisions: int
    accepted: int
    in_time: int
    """Of the accepted, those that were reported done by the first due date."""
    reported: int
    """Reported done, and not accepted yet."""
    pending: int
    """Neither accepted, reported, excused nor superseded, and with a known state."""
    overdue: int
    """Of the pending, those past the due date that holds now."""
    unknown: int
    """Those whose state nobody has reported."""
    excused: int
    superseded: int


def tally(lives: Iterable[DecisionLife]) -> Tally:
    """Count decisions, or the parts that OPD have in them."""
    lives = tuple(lives)
    states = [life.state for life in lives]
    reported, unknown = states.count(DecisionState.REPORTED), states.count(DecisionState.UNKNOWN)
    return Tally(
        decisions=len(lives),
        accepted=states.count(DecisionState.ACCEPTED),
        in_time=sum(life.closed_in_time for life in lives),
        reported=reported,
        pending=sum(life.is_open for life in lives) - reported - unknown,
        overdue=sum(life.is_overdue and life.state is not DecisionState.UNKNOWN for life in lives),
        unknown=unknown,
        excused=states.count(DecisionState.IMPOSSIBLE),
        superseded=states.count(DecisionState.SUPERSEDED),
    )


def by_opd(lives: Iterable[DecisionLife]) -> Mapping[str, Tally]:
    """Return what became of the decisions of each OPD, by its code; those of nobody are not among them.

    A decision for all stands under `semua` until there is news of some OPD.
    """
    every_line = (line for life in lives for line in life.lines_in_short)
    named = ((line.opd or line.decision.lead, line) for line in every_line)
    lines = grouped((opd, line) for opd, line in named if opd is not None)
    return {opd: tally(lines[opd]) for opd in sorted(lines, key=code_order)}


def by_rakor(lives: Iterable[DecisionLife]) -> Sequence[tuple[Rakor, Tally]]:
    """Return what became of the decisions of each rakor that made any, the earliest first."""
    meetings = grouped((life.rakor.date, life) for life in lives)
    return [(meeting[0].rakor, tally(meeting)) for _, meeting in sorted(meetings.items())]


class Blocked(NamedTuple):
    """What a decision holds up as long as it is open."""

    indicators: tuple[str, ...]
    decisions: tuple[str, ...]
    """Open decisions that wait for it, at once or through others."""

    @property
    def weight(self) -> int:
        """How much that is."""
        return len(self.indicators) + len(self.decisions)


def blocked_by(plan: Plan, lives: Iterable[DecisionLife]) -> Mapping[int, Blocked]:
    """Return what each open decision holds up, by its place in the files."""
    open_ = [life.decision for life in lives if life.is_open]
    waiting = grouped((code, decision) for decision in open_ for code in decision.waits_for)
    return {decision.anchor: _blocked(plan, decision, waiting) for decision in open_}


def _blocked(plan: Plan, decision: Decision, waiting: Mapping[str, Sequence[Decision]]) -> Blocked:
    behind = {decision.anchor: decision}
    queue = [decision]
    while queue:
        for later in waiting.get(queue.pop().code or "", ()):
            if later.anchor not in behind:
                behind[later.anchor] = later
                queue.append(later)
    matters = dict.fromkeys(code for each in behind.values() for code in _indicators(plan, each))
    others = (each.code or each.text for anchor, each in behind.items() if anchor != decision.anchor)
    return Blocked(tuple(matters), tuple(others))


def _indicators(plan: Plan, decision: Decision) -> Iterable[str]:
    """Return the indicators that a decision bears on, itself or through its actions."""
    for code in decision.matters:
        action = plan.action_by_code.get(code)
        yield from (effect.code for effect in action.indicators) if action else (code,)


def most_blocking(lives: Iterable[DecisionLife], blocked: Mapping[int, Blocked]) -> list[DecisionLife]:
    """Return open decisions: those past their date first, then what holds up most, then what is due first."""
    return sorted((life for life in lives if life.is_open), key=lambda life: _urgency(life, blocked))


def _urgency(life: DecisionLife, blocked: Mapping[int, Blocked]) -> tuple[object, ...]:
    due = life.due.toordinal() if life.due else 10**7
    overdue = any(line.is_overdue for line in life.lines)
    return not overdue, -blocked[life.decision.anchor].weight, -life.days_late, due, code_order(life.code)
