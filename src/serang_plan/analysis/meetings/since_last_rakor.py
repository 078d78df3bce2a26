"""Since: what has become known between a rakor and the plan's date, from the files as they are."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from serang_plan.analysis.changes.as_of import as_known
from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.changes.comparison import compare
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor

REPORTED = (
    *(What.NO_LONGER_MET, What.DECLINED, What.NOW_MET, What.IMPROVED, What.NOW_JUDGED, What.NOW_MEASURED),
    *(What.LEAD, What.DONE, What.SLIPPED, What.TIME_LOST, What.CANCELLED),
)
"""What happened to indicators, duties and actions, in the order in which it is told."""


class ChangesSince(NamedTuple):
    """What has changed since a rakor; what carries no date in the plan cannot be among it."""

    rakor: Rakor
    changes: tuple[Change, ...]
    closed: tuple[Decision, ...]
    """Decisions of that rakor that are closed."""

    def of(self, what: What) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(one for one in self.changes if one.what is what)


def last_rakor(plan: Plan, before: date | None = None) -> Rakor | None:
    """Return the last rakor held before a day, by default before the plan's date."""
    day = min(before or plan.as_of, plan.as_of)
    held = [one for one in plan.rakor if one.date < day]
    return held[-1] if held else None


def changes_since(plan: Plan, rakor: Rakor) -> ChangesSince:
    """Compare the plan as it was known on the day of a rakor with the plan as it is known now."""
    now = as_known(plan)
    found = compare(as_known(plan.on(rakor.date)), now)
    known = next(one for one in now.rakor if one.date == rakor.date)
    told = (one for one in found.changes if one.what in REPORTED or _is_new_action(one))
    return ChangesSince(known, tuple(told), tuple(one for one in known.decisions if one.status == "selesai"))


def _is_new_action(change: Change) -> bool:
    return change.what is What.NEW and change.section == "actions"
