"""Decision life: what became of a decision until the plan's date, replayed from its history.

An OPD reports, somebody else accepts: a verdict by whoever answers for a decision closes nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from serang_plan.analysis.duties.leads import exists_on, has_ended
from serang_plan.analysis.duties.opd_lifetime import successor_on
from serang_plan.analysis.known.meetings import known_decision
from serang_plan.model.header import Escalation
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY, Decision, DecisionEntry, Rakor
from serang_plan.wording import Text


class DecisionState(Enum):
    """How a decision stands; only one that was accepted is closed."""

    UNKNOWN = Text("belum diketahui", "not known")
    WAITING = Text("menunggu", "waiting")
    RUNNING = Text("proses", "under way")
    REPORTED = Text("dilaporkan selesai, belum diterima", "reported done, not yet accepted")
    NOT_YET = Text("belum ditindaklanjuti", "not acted upon")
    NOT_CONFORMING = Text("belum sesuai", "not as decided")
    ACCEPTED = Text("sesuai, diterima", "as decided, accepted")
    IMPOSSIBLE = Text("tidak dapat ditindaklanjuti", "cannot be acted upon")
    SUPERSEDED = Text("digantikan", "superseded")

    @property
    def word(self) -> Text:
        """What it is called."""
        return self.value

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self not in (DecisionState.ACCEPTED, DecisionState.IMPOSSIBLE, DecisionState.SUPERSEDED)


_REPORTS = {
    "menunggu": DecisionState.WAITING,
    "proses": DecisionState.RUNNING,
    "selesai": DecisionState.REPORTED,
    None: DecisionState.UNKNOWN,
}
_VERDICTS = {
    "sesuai": DecisionState.ACCEPTED,
    "belum-sesuai": DecisionState.NOT_CONFORMING,
    "belum-ditindaklanjuti": DecisionState.NOT_YET,
    "tidak-dapat-ditindaklanjuti": DecisionState.IMPOSSIBLE,
}


class Postponement(NamedTuple):
    """A due date that was moved back."""

    entry: DecisionEntry
    before: date
    after: date

    @property
    def days(self) -> int:
        """By how many days."""
        return (self.after - self.before).days


class DecisionLife(NamedTuple):
    """A decision, or the part that one OPD has in a decision for all, as it stands on a date."""

    rakor: Rakor
    decision: Decision
    opd: str | None
    """Who answers for it; None if nobody is named, or all are."""
    state: DecisionState
    entries: tuple[DecisionEntry, ...]
    """What became known of it, the earliest first."""
    first_due: date | None
    due: date | None
    """The due date that holds now."""
    postponements: tuple[Postponement, ...]
    reported: date | None
    """When the report came in that was accepted or waits for that; the day of the verdict if none did."""
    settled: date | None
    """Since when nothing is to be done about it any more."""
    days_late: int
    """Days after the first due date, until it was reported done or until the plan's date."""
    days_past_due: int
    """The same after the due date that holds now."""
    age_days: int
    age_rakor: int
    """Rakor that were held since, before it was settled."""
    last_news: date
    """The day of the last report, else that of the rakor itself."""
    silent_rakor: int
    """Rakor that were held since then."""
    escalation: Escalation | None
    """The level to which it has come, by the settings."""
    evidence: str | None
    obstacle: str | None
    parts: "tuple[DecisionLife, ...]" = ()
    """Of a decision for all: what became of it with each OPD."""

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.state.is_open

    @property
    def is_closed(self) -> bool:
        """Whether it was accepted."""
        return self.state is DecisionState.ACCEPTED

    @property
    def is_pending(self) -> bool:
        """Whether whoever answers for it has still to act: what is reported done waits for others."""
        return self.is_open and self.state is not DecisionState.REPORTED

    @property
    def is_overdue(self) -> bool:
        """Whether its due date has passed and no report says that it is done."""
        if self.parts:
            return any(part.is_overdue for part in self.parts)
        return self.is_pending and self.days_past_due > 0

    @property
    def closed_in_time(self) -> bool:
        """Whether it was accepted, and reported done by the first due date."""
        return self.is_closed and self.first_due is not None and not self.days_late

    @property
    def code(self) -> str:
        """What to call it: its code, else its text."""
        return self.decision.code or self.decision.text

    @property
    def superseded_by(self) -> str | None:
        """The decision that took its place, if one did."""
        return _last(entry.superseded_by for entry in self.entries)

    @property
    def first_note(self) -> str | None:
        """What was noted when it was decided, where a later report notes something else."""
        return self.decision.note if self.obstacle not in (None, self.decision.note) else None

    @property
    def lines(self) -> "tuple[DecisionLife, ...]":
        """What of it each OPD answers for, one by one."""
        return self.parts or (self,)

    @property
    def lines_in_short(self) -> "tuple[DecisionLife, ...]":
        """The same, but a decision for all is one line until there is news of some OPD."""
        told = any(entry.opd for part in self.parts for entry in part.entries)
        return self.parts if told else (self,)


@lru_cache(maxsize=1)
def decision_lives(plan: Plan) -> tuple[DecisionLife, ...]:
    """Return the life of every decision that is in a plan; asked again of one plan it costs nothing."""
    held = [rakor.date for rakor in plan.rakor if rakor.date <= plan.as_of]
    written = {
        decision.anchor: decision for rakor in (plan.everything or plan).rakor for decision in rakor.decisions
    }
    return tuple(
        _life(plan, rakor, _first_state(plan, decision, written), held)
        for rakor in plan.rakor
        for decision in rakor.decisions
    )


def _first_state(plan: Plan, decision: Decision, written: Mapping[int, Decision]) -> Decision:
    """Return a decision as it was first told, with its history; what is known of it is its newest state."""
    first = written.get(decision.anchor, decision).model_copy(update={"history": ()})
    return known_decision(plan, first).model_copy(update={"history": decision.history})


def answering(plan: Plan, rakor: Rakor) -> tuple[str, ...]:
    """Return the OPD that were invited to a rakor and existed then; who carries on for one that is gone."""
    everybody = not rakor.invited or EVERYBODY in rakor.invited
    codes = plan.opd_by_code if everybody else rakor.invited
    there = [code for code in codes if code in plan.opd_by_code]
    there = [code for code in there if exists_on(plan.opd_by_code[code], rakor.date)]
    return tuple(dict.fromkeys(carrying_on(plan, code) for code in there))


def carrying_on(plan: Plan, code: str) -> str:
    """Return who answers for what an OPD was to do: another where it was abolished and followed."""
    opd = plan.opd_by_code.get(code)
    after = successor_on(plan, opd, plan.as_of) if opd and has_ended(plan, code, plan.as_of) else None
    return after.code if after else code


def _life(plan: Plan, rakor: Rakor, decision: Decision, held: Sequence[date]) -> DecisionLife:
    if decision.lead != EVERYBODY:
        opd = decision.lead and carrying_on(plan, decision.lead)
        return _replayed(plan, rakor, decision, held, opd, _entries(plan, decision, (opd, decision.lead)))
    whole = _replayed(plan, rakor, decision, held, None, _entries(plan, decision, ()))
    parts = tuple(
        _replayed(plan, rakor, decision, held, opd, _entries(plan, decision, (opd,)))
        for opd in answering(plan, rakor)
    )
    return _of_parts(plan, whole, parts, held)


def _entries(plan: Plan, decision: Decision, opd: Sequence[str | None]) -> tuple[DecisionEntry, ...]:
    """Return what was known of a decision as a whole, and of some OPD."""
    known = (entry for entry in decision.history if entry.known.last <= plan.as_of)
    about = (entry for entry in known if entry.opd is None or carrying_on(plan, entry.opd) in opd)
    return tuple(sorted(about, key=lambda entry: entry.known.last))


def _of_parts(
    plan: Plan, whole: DecisionLife, parts: tuple[DecisionLife, ...], held: Sequence[date]
) -> DecisionLife:
    """Return a decision for all with its parts: it is settled, and reported, once each of them is."""
    if not parts or whole.state is DecisionState.SUPERSEDED:
        return whole
    state = _together(whole.state, {part.state for part in parts})
    last_news = max(part.last_news for part in parts)
    levels = (part.escalation for part in parts if part.escalation)
    return whole._replace(
        parts=parts,
        state=state,
        reported=_last_day(part.reported for part in parts) if state in _REPORTED else None,
        settled=None if state.is_open else _last_day(part.settled for part in parts),
        days_late=max(part.days_late for part in parts),
        days_past_due=max(part.days_past_due for part in parts),
        age_days=max(part.age_days for part in parts),
        age_rakor=max(part.age_rakor for part in parts),
        last_news=last_news,
        silent_rakor=_between(held, last_news, plan.as_of) if state.is_open else 0,
        escalation=max(levels, key=lambda level: level.late_days, default=None),
    )


def _together(whole: DecisionState, states: set[DecisionState]) -> DecisionState:
    """Return how a decision for all stands by the states of its parts."""
    still_open = {state for state in states if state.is_open}
    if not still_open:
        return DecisionState.ACCEPTED if DecisionState.ACCEPTED in states else DecisionState.IMPOSSIBLE
    if still_open == {DecisionState.REPORTED}:
        return DecisionState.REPORTED
    if len(states) == 1:
        return states.pop()
    moved = states - {DecisionState.UNKNOWN, DecisionState.WAITING}
    return DecisionState.RUNNING if moved or not whole.is_open else whole


_REPORTED = (DecisionState.REPORTED, DecisionState.ACCEPTED)


def _last_day(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)


# -- replaying ---------------------------------------------------------------------------


def _replayed(
    plan: Plan,
    rakor: Rakor,
    decision: Decision,
    held: Sequence[date],
    opd: str | None,
    entries: tuple[DecisionEntry, ...],
) -> DecisionLife:
    state, reported, settled = standing_after(decision, opd, entries)
    first_due, due, postponements = due_dates(decision, entries)
    done = reported if state in _REPORTED else None
    until = settled or plan.as_of
    counts = state not in (DecisionState.IMPOSSIBLE, DecisionState.SUPERSEDED)
    late, past = (
        _days(day, done or until) if counts and day and day >= rakor.date else 0 for day in (first_due, due)
    )
    last_news = max(filter(None, (rakor.date, decision.updated, *(entry.known.last for entry in entries))))
    return DecisionLife(
        rakor=rakor,
        decision=decision,
        opd=opd,
        state=state,
        entries=entries,
        first_due=first_due,
        due=due,
        postponements=postponements,
        reported=done,
        settled=settled,
        days_late=late,
        days_past_due=past,
        age_days=_days(rakor.date, until),
        age_rakor=_between(held, rakor.date, until),
        last_news=last_news,
        silent_rakor=_between(held, last_news, plan.as_of) if state.is_open else 0,
        escalation=_escalation(plan, late) if state.is_open and done is None else None,
        evidence=_last((decision.evidence, *(entry.evidence for entry in entries))),
        obstacle=_last((decision.note, *(entry.note for entry in entries))) if state.is_open else None,
    )


def _days(start: date, end: date) -> int:
    return max(0, (end - start).days)


def _between(held: Sequence[date], after: date, until: date) -> int:
    """Return how many rakor were held after a day and by another."""
    return max(0, bisect_right(held, until) - bisect_right(held, after))


def _last(texts: Iterable[str | None]) -> str | None:
    return next((text for text in reversed([*texts]) if text is not None), None)


def standing_after(
    decision: Decision, opd: str | None, entries: Iterable[DecisionEntry]
) -> tuple[DecisionState, date | None, date | None]:
    """Return how a decision stands, when it was last reported done, and when it was settled."""
    state = _REPORTS[decision.status]
    reported = decision.updated if decision.status == "selesai" else None
    settled = None
    for entry in entries:
        if entry.superseded_by is not None:
            state = DecisionState.SUPERSEDED
        elif (verdict := verdict_of(decision, entry, opd)) is not None:
            state = verdict
            reported = reported or entry.known.last
        elif entry.status is not None and state.is_open:
            state = _REPORTS[entry.status]
            reported = entry.known.last if entry.status == "selesai" else None
        settled = None if state.is_open else settled or entry.known.last
    return state, reported, settled


def is_by_itself(decision: Decision, entry: DecisionEntry, opd: str | None = None) -> bool:
    """Whether whoever answers for a decision, or nobody who is named, says what became of it."""
    return entry.by is None or entry.by in (opd, decision.lead, entry.opd)


def verdict_of(decision: Decision, entry: DecisionEntry, opd: str | None) -> DecisionState | None:
    """Return what an entry says was found: nothing if nobody else looked, or no reason excuses."""
    if entry.verified is None or is_by_itself(decision, entry, opd):
        return None
    if entry.verified == "tidak-dapat-ditindaklanjuti" and entry.reason is None:
        return None
    return _VERDICTS[entry.verified]


def due_dates(
    decision: Decision, entries: Iterable[DecisionEntry]
) -> tuple[date | None, date | None, tuple[Postponement, ...]]:
    """Return the first due date, the one that holds now, and how it was put off in between."""
    first = due = decision.due
    moved: list[Postponement] = []
    for entry in entries:
        if entry.due is None:
            continue
        if due is not None and entry.due > due:
            moved.append(Postponement(entry, due, entry.due))
        first, due = first or entry.due, entry.due
    return first, due, tuple(moved)


def _escalation(plan: Plan, days_late: int) -> Escalation | None:
    """Return the highest level that a decision has reached; none where the city has not set any."""
    reached = (level for level in plan.settings.escalate if days_late >= level.late_days)
    return max(reached, key=lambda level: level.late_days, default=None) if days_late else None
