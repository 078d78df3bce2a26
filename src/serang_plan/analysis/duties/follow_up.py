"""Follow-up: every decision of a rakor, or the part of one OPD in it, as those who have to act see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor
from serang_plan.places import Pointer
from serang_plan.wording import backquoted


class FollowedDecision(NamedTuple):
    """One decision, and how it stands on the plan's date."""

    rakor: Rakor
    decision: Decision
    """As it is now: with the due date that holds."""
    life: DecisionLife

    @property
    def is_closed(self) -> bool:
        """Whether nobody has to act: it is reported done, accepted, excused or superseded."""
        return not self.life.is_pending

    @property
    def is_unknown(self) -> bool:
        """Whether nobody has said how it stands: it may be closed, and it may be open."""
        return self.life.state is DecisionState.UNKNOWN

    @property
    def days_late(self) -> int:
        """Days since the due date; zero if it is closed, not due yet, or due before its own rakor."""
        return max((line.days_past_due for line in self.life.lines if line.is_overdue), default=0)

    @property
    def silent_rakor(self) -> int:
        """Rakor held since there was last news of it; zero if it is closed."""
        return self.life.silent_rakor if self.life.is_pending else 0

    @property
    def last_news(self) -> date:
        """The day of the last report, else that of the rakor itself."""
        return self.life.last_news

    @property
    def called(self) -> str:
        """What to call it in a sentence: its code, else its text."""
        return backquoted(self.life.code)

    @property
    def at(self) -> Pointer:
        """Where it is called so."""
        return self.decision.at("code" if self.decision.code else "text")

    @property
    def parts(self) -> Iterator[FollowedDecision]:
        """What of a decision for all each OPD has still to do."""
        return (_followed(part, self.decision) for part in self.life.parts if part.is_pending)


def followed(plan: Plan) -> Iterator[FollowedDecision]:
    """Give every decision, from the earliest rakor on; those of a later rakor are neither late nor silent."""
    decisions = (decision for rakor in plan.rakor for decision in rakor.decisions)
    return map(_followed, decision_lives(plan), decisions)


def _followed(life: DecisionLife, decision: Decision) -> FollowedDecision:
    now = decision if decision.due == life.due else decision.model_copy(update={"due": life.due})
    return FollowedDecision(life.rakor, now, life)
