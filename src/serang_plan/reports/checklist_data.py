"""Checklists for programs: everything that is asked of each OPD, nothing left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from serang_plan.analysis.asked import Asked
from serang_plan.reports.checklist import DECISIONS, HAND_OVER, PUT_RIGHT, SETTLE, WAIT_FOR, Checklists, sheet
from serang_plan.reports.phrases import plan_title
from serang_plan.reports.todos import Row, Todo
from serang_plan.wording import Lang

SCHEMA_VERSION = 1
_KEYS = {
    PUT_RIGHT: "put_right",
    SETTLE: "settle",
    HAND_OVER: "hand_over",
    WAIT_FOR: "wait_for",
    DECISIONS: "decisions",
}


def data(found: Checklists, opd: Iterable[Asked], lang: Lang) -> dict[str, Any]:
    """Return the checklists of some OPD for programs."""
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "checklist",
        "title": plan_title(found.plan, lang),
        "as_of": found.plan.as_of.isoformat(),
        "opd": [_opd(found, one, lang) for one in opd],
    }


def _opd(found: Checklists, one: Asked, lang: Lang) -> dict[str, Any]:
    whole = sheet(found, one, lang)
    return {
        "code": one.opd.code,
        "name": one.opd.name,
        "leads": [verdict.indicator.code for verdict in one.leads],
        "takes_part_in": [part.indicator for part in one.parts],
        "actions_later": one.later,
        "bring": [_row(row) for row in whole.rows],
        **{_KEYS[title]: [_todo(todo) for todo in todos] for title, todos in whole.sections},
    }


def _row(row: Row) -> dict[str, Any]:
    return {"code": row.code, "name": row.name, "state": row.state}


def _todo(todo: Todo) -> dict[str, Any]:
    return {"kind": todo.kind, "codes": list(todo.codes), "opd": list(todo.opd), "text": todo.text}
