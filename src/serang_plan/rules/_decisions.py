"""Decisions: the entries of their histories, and how a sentence names what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.duties.decision_life import DecisionLife
from serang_plan.analysis.duties.follow_up import FollowedDecision, followed
from serang_plan.findings import Label
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, DecisionEntry, Rakor
from serang_plan.places import Pointer
from serang_plan.wording import Text, backquoted


class HistoryEntry(NamedTuple):
    """An entry of a decision's history, and where it belongs."""

    rakor: Rakor
    decision: Decision
    entry: DecisionEntry

    @property
    def called(self) -> str:
        """What to call the decision in a sentence."""
        return called(self.decision)

    @property
    def rakor_label(self) -> Label:
        """Where the day of the rakor is written."""
        return Label(Text("tanggal rakor", "the date of the rakor"), self.rakor.at("date"))


def called(decision: Decision) -> str:
    """Return what to call a decision in a sentence: its code, else its text."""
    return backquoted(decision.code or decision.text)


def open_decisions(plan: Plan) -> Iterator[FollowedDecision]:
    """Give the decisions about which whoever is in charge has still to act."""
    return (follow_up for follow_up in followed(plan) if not follow_up.is_closed)


def last_news(life: DecisionLife) -> Pointer:
    """Return where the last news of a decision is written, or where it is named."""
    if life.entries:
        return life.entries[-1].at("known")
    decision = life.decision
    return decision.at("updated" if decision.updated else "code" if decision.code else "text")


def entries(plan: Plan) -> Iterator[HistoryEntry]:
    """Give every entry of the history of every decision."""
    for rakor in plan.rakor:
        for decision in rakor.decisions:
            for entry in decision.history:
                yield HistoryEntry(rakor, decision, entry)
