"""Since the last rakor: what has become known from then to the plan's date, from the files as they are."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.changes.comparison import compare
from serang_plan.analysis.duties.follow_up import followed
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor

REPORTED = (
    *(What.NO_LONGER_MET, What.DECLINED, What.NOW_MET, What.IMPROVED, What.NOW_JUDGED, What.NOW_MEASURED),
    *(What.MEASURED_ANEW, What.VALUE_LOST, What.THRESHOLD_LOST, What.SOURCE_LOST),
    *(What.LEAD, What.DONE, What.SLIPPED, What.TIME_LOST, What.CANCELLED),
)
"""What happened to indicators, duties and actions, in the order in which it is reported."""


class ChangesSince(NamedTuple):
    """What has changed since a rakor; what carries no date in the plan cannot be among it."""

    rakor: Rakor
    changes: tuple[Change, ...]
    closed: tuple[Decision, ...]
    """Decisions of that rakor that are closed."""
    unknown: tuple[Decision, ...]
    """Those of which nobody has said how they stand."""

    def of(self, what: What) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(change for change in self.changes if change.what is what)


def last_rakor(plan: Plan, before: date | None = None) -> Rakor | None:
    """Return the last rakor held before a day, by default before the plan's date."""
    day = min(before or plan.as_of, plan.as_of)
    return next((rakor for rakor in reversed(plan.rakor) if rakor.date < day), None)


def changes_since(plan: Plan, rakor: Rakor) -> ChangesSince:
    """Compare the plan as it was known on the day of a rakor with the plan as it is known now."""
    now = known_plan(plan)
    comparison = compare(plan.on(rakor.date), now)
    known = next(meeting for meeting in now.rakor if meeting.date == rakor.date)
    changes = (change for change in comparison.changes if change.what in REPORTED or _is_new_action(change))
    made = [each for each in followed(now) if each.rakor.date == rakor.date]
    closed = (each.decision for each in made if each.is_closed)
    unknown = (each.decision for each in made if each.is_unknown)
    return ChangesSince(known, tuple(changes), tuple(closed), tuple(unknown))


def _is_new_action(change: Change) -> bool:
    return change.what is What.NEW and change.section == "actions"
