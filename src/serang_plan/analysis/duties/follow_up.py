"""Follow-up: every decision of a rakor, how late it is and for how long nobody has spoken of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor
from serang_plan.places import Pointer
from serang_plan.wording import backquoted


class FollowedDecision(NamedTuple):
    """One decision, and how it stands on the plan's date."""

    rakor: Rakor
    decision: Decision
    days_late: int
    """Days since the due date; zero if it is closed, not due yet, or due before its own rakor."""
    silent_rakor: int
    """Rakor held since there was last news of it; zero if it is closed."""

    @property
    def is_closed(self) -> bool:
        """Whether it has been carried out."""
        return self.decision.status == "selesai"

    @property
    def is_unknown(self) -> bool:
        """Whether nobody has said how it stands: it may be closed, and it may be open."""
        return self.decision.status is None

    @property
    def last_news(self) -> date:
        """The day of the last report, else that of the rakor itself."""
        return self.decision.updated or self.rakor.date

    @property
    def called(self) -> str:
        """What to call it in a sentence: its code, else its text."""
        return backquoted(self.decision.code or self.decision.text)

    @property
    def at(self) -> Pointer:
        """Where it is called so."""
        return self.decision.at("code" if self.decision.code else "text")


def followed(plan: Plan) -> Iterator[FollowedDecision]:
    """Give every decision, from the earliest rakor on; those of a later rakor are neither late nor silent."""
    meetings = [rakor.date for rakor in plan.rakor if rakor.date <= plan.as_of]
    for rakor in plan.rakor:
        for decision in rakor.decisions:
            closed = decision.status == "selesai"
            later_meetings = len(meetings) - bisect_right(meetings, decision.updated or rakor.date)
            late = 0 if closed else _days_late(rakor, decision, plan.as_of)
            yield FollowedDecision(rakor, decision, late, 0 if closed else later_meetings)


def _days_late(rakor: Rakor, decision: Decision, as_of: date) -> int:
    if decision.due is None or decision.due < rakor.date:
        return 0
    return max(0, (as_of - decision.due).days)
