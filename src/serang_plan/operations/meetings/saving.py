"""Saving: the coming rakor is written into the plan with its agenda."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.decision_life import DecisionLife
from serang_plan.analysis.rakor.agenda import AgendaEntry, invited_to
from serang_plan.editing.changes import AddRecord, AppendItem, Change, SetField, Value
from serang_plan.model.plan import Plan
from serang_plan.reports.agenda.page import PreparedRakor
from serang_plan.reports.agenda.wording import title


def saved(plan: Plan, prepared: PreparedRakor) -> list[Change]:
    """Return what writes a rakor into the plan, or what adds to the agenda of one that is there."""
    agenda = prepared.agenda
    items = [_item(prepared, entry) for entry in agenda.entries if not entry.is_planned]
    there = next((rakor for rakor in plan.rakor if rakor.date == agenda.day), None)
    if there is not None:
        return [*(AppendItem(there.at("agenda"), item) for item in items), *_state(plan, prepared)]
    assert agenda.day is not None
    invited = [*invited_to(agenda)]
    fields: dict[str, Value] = {
        **({"code": _free_code(plan)} if all(rakor.code for rakor in plan.rakor) else {}),
        "date": agenda.day,
        "known": plan.as_of,
        "state": "rencana",
        **({"invited": invited} if invited else {}),
        **({"agenda": items} if items else {}),
    }
    return [AddRecord("rakor", fields)]


def _free_code(plan: Plan) -> str:
    """Return the next code of a rakor, such as `R4`."""
    used, nth = {rakor.code for rakor in plan.rakor}, len(plan.rakor) + 1
    while f"R{nth}" in used:
        nth += 1
    return f"R{nth}"


def _item(prepared: PreparedRakor, entry: AgendaEntry) -> dict[str, Value]:
    item: dict[str, Value] = {"text": title(prepared.plan, entry, "id"), "minutes": entry.minutes}
    if isinstance(entry.matter, DecisionLife) and entry.matter.decision.code:
        item["decision"] = entry.matter.decision.code
    return item


def _state(plan: Plan, prepared: PreparedRakor) -> Iterator[Change]:
    """Say that a rakor which is still to come is planned, and since when that is known."""
    rakor = prepared.agenda.rakor
    if rakor is not None and rakor.date > plan.as_of and rakor.state is None:
        yield SetField(rakor.at("state"), "rencana")
        if rakor.known is None:
            yield SetField(rakor.at("known"), plan.as_of)
