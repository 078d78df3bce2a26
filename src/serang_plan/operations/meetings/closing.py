"""Closing: the minutes of a rakor are frozen by a fingerprint."""

from __future__ import annotations

from serang_plan.analysis.rakor.fingerprint import fingerprint
from serang_plan.editing.changes import Change, SetField, Value
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.operations.meetings.holding import open_rakor


def closed(plan: Plan, rakor: Rakor) -> list[Change]:
    """Return what closes the minutes of a rakor that was held. Raises ProblemError for one that was not."""
    at = open_rakor(plan, rakor).at
    mark: dict[str, Value] = {"date": plan.as_of, "fingerprint": fingerprint(rakor)}
    return [SetField(at("state"), "selesai"), SetField(at("closed"), mark)]
