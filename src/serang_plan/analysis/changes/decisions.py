"""Decisions: what a rakor decided that was opened, closed, put off, handed on or is no longer written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.changes.both_states import BothStates, Details, gone, now, reason_anew
from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.changes.significance import differing
from serang_plan.analysis.duties.decision_life import DecisionState, due_dates, standing_after
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY, Decision, DecisionEntry, Rakor
from serang_plan.wording import without_form

_D = "decisions"
_TOLD = frozenset({"lead", "due", "status", "evidence", "updated", "code"})
"""`updated` says that there is news, not what it is."""


class TakenDecision(NamedTuple):
    """A decision and the rakor that took it."""

    rakor: Rakor
    decision: Decision

    @property
    def code(self) -> str:
        """Its code; one without is known by its rakor and its words."""
        return self.decision.code or f"{self.rakor.date.isoformat()} {self.decision.text}"


def decision_changes(sides: BothStates) -> Iterator[Change]:
    """Give what happened to the decisions; before and after are what the word for it needs."""
    old, new = _held(sides.before), _held(sides.after)
    for code, called in _recoded(old, new).items():
        old[code] = old.pop(called)
        yield from _renumbered(old[code].decision.code, new[code].decision)
    unread = sides.was_refused("rakor", "")
    for code in dict.fromkeys((*old, *new)):
        was, is_ = old.get(code), new.get(code)
        if was is not None and is_ is not None:
            yield from _changed(code, was.decision, is_.decision)
        elif is_ is not None and not unread:
            yield _made(What.DECISION_OPENED, code, is_.decision)
        elif was is not None and not unread:
            yield _vanished(code, was.decision)


def unread_decisions(sides: BothStates) -> Iterator[str]:
    """Give the decisions that only one state has, of a rakor that both have, while something is unread."""
    if not sides.was_refused("rakor", ""):
        return
    old, new = _held(sides.before), _held(sides.after)
    again = _recoded(old, new)
    both = frozenset.intersection(*(frozenset(rakor.date for rakor in plan.rakor) for plan in sides))
    missing = {**old, **new}.keys() - (old.keys() & new.keys()) - again.keys() - set(again.values())
    yield from (
        code for code, taken in {**old, **new}.items() if code in missing and taken.rakor.date in both
    )


def _held(plan: Plan) -> dict[str, TakenDecision]:
    by_code: dict[str, TakenDecision] = {}
    for rakor in plan.rakor:
        for decision in rakor.decisions:
            taken = TakenDecision(rakor, decision)
            by_code.setdefault(taken.code, taken)
    return by_code


def _renumbered(before: str | None, decision: Decision) -> Iterator[Change]:
    if before and decision.code:
        more: Details = {"before": before, "after": decision.code, "who": decision.lead}
        yield now(What.RECODED, _D, decision.code, decision, "code", **more)


def _recoded(old: dict[str, TakenDecision], new: dict[str, TakenDecision]) -> dict[str, str]:
    """Return by its code now what a decision was called before: the same words, in both states but once."""
    gone, come = (
        _by_words(taken for code, taken in these.items() if code not in those)
        for these, those in ((old, new), (new, old))
    )
    return {come[words].code: gone[words].code for words in come if words in gone}


def _by_words(decisions: Iterable[TakenDecision]) -> dict[str, TakenDecision]:
    worded = [(without_form(taken.decision.text), taken) for taken in decisions]
    counts = Counter(words for words, _ in worded)
    return {words: taken for words, taken in worded if counts[words] == 1}


def _vanished(code: str, decision: Decision) -> Change:
    what = What.DECISION_REMOVED if decision.status == "selesai" else What.DECISION_VANISHED
    return gone(what, _D, code, decision, _name_of(decision), before=decision.status, who=decision.lead or "")


def _made(what: What, code: str, decision: Decision) -> Change:
    return now(what, _D, code, decision, _name_of(decision), after=decision.status, who=decision.lead or "")


def _name_of(decision: Decision) -> str:
    return "code" if decision.code else "text"


def _changed(code: str, old: Decision, new: Decision) -> Iterator[Change]:
    who = new.lead or ""
    if found := [*_found(code, old, new, new.lead)]:
        yield from found
    elif old.status != new.status:
        yield now(_closing(old, new), _D, code, new, "status", before=old.status, after=new.status, who=who)
    elif new.lead == EVERYBODY:
        for opd in dict.fromkeys(entry.opd for entry in new.history if entry.opd):
            yield from _found(code, old, new, opd)
    yield from _moved(code, old, new)
    if old.lead != new.lead:
        both = tuple(code for code in (old.lead, new.lead) if code)
        yield now(What.DECISION_LEAD, _D, code, new, "lead", before=old.lead, after=new.lead, who=both)
    if old.evidence and not new.evidence:
        yield gone(What.EVIDENCE_GONE, _D, code, old, "evidence", who=who)._replace(record=new)
    if new.evidence and not old.evidence:
        yield now(What.EVIDENCE_NEW, _D, code, new, "evidence", who=who)
    if fields := tuple(differing(old, new, _TOLD)):
        yield now(What.DETAIL, _D, code, new, fields[0].name, after=fields, who=who)


_REPORTABLE = frozenset(
    (DecisionState.UNKNOWN, DecisionState.WAITING, DecisionState.RUNNING, DecisionState.REPORTED)
)
"""How a decision stands as long as nobody has looked; what was reported of all of it, its status tells."""


def _found(code: str, old: Decision, new: Decision, opd: str | None) -> Iterator[Change]:
    """Give what others found of a decision, or what became of the part of one OPD in it."""
    entries = _entries(new, opd)
    was, stands = (standing_after(side, opd, _entries(side, opd))[0] for side in (old, new))
    if was is stands or (opd == new.lead and {was, stands} <= _REPORTABLE):
        return
    more: Details = {"before": was, "after": stands, "who": opd}
    change = now(What.DECISION_STANDING, _D, code, new, _name_of(new), **more)
    yield change._replace(at=entries[-1].at("known"), reason=entries[-1].reason) if entries else change


def _moved(code: str, old: Decision, new: Decision) -> Iterator[Change]:
    """Give another due date, whether it was written anew or reported."""
    (was, why), (due, reason) = (_due(side) for side in (old, new))
    if was != due:
        postponed = due is None or (was is not None and due > was)
        what = What.DECISION_POSTPONED if postponed else What.DECISION_SOONER
        more: Details = {"before": was, "after": due, "reason": reason_anew(why, reason), "who": new.lead}
        yield now(what, _D, code, new, "due", **more)


def _due(decision: Decision) -> tuple[date | None, str | None]:
    """Return the due date that holds, and why it was moved last."""
    entries = _entries(decision, decision.lead)
    reasons = [entry.reason for entry in entries if entry.due is not None]
    return due_dates(decision, entries)[1], reasons[-1] if reasons else None


def _entries(decision: Decision, opd: str | None) -> list[DecisionEntry]:
    """Return what became known of a decision as a whole, and of one OPD, the earliest first."""
    about = (entry for entry in decision.history if entry.opd in (None, opd))
    return sorted(about, key=lambda entry: entry.known.last)


def _closing(old: Decision, new: Decision) -> What:
    if new.status == "selesai":
        return What.DECISION_CLOSED
    return What.DECISION_REOPENED if old.status == "selesai" else What.DECISION_STATUS
