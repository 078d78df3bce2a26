"""Stages for programs: years, targets, actions and what was carried over, in codes and numbers."""

from __future__ import annotations

from typing import Any

from serang_plan.analysis.actions.schedule import CarriedOver, Scheduled
from serang_plan.analysis.outlook.stages import DueTarget, Stages, StageYear
from serang_plan.reports.parts.phrases import exact, full_name, plan_title
from serang_plan.reports.stages.page import focus, focus_opd
from serang_plan.wording import Lang

SCHEMA_VERSION = 1


def data(found: Stages, lang: Lang, year: int | None = None) -> dict[str, Any]:
    """Return the report for programs; with a year that year only."""
    years = [one for one in found.years if year in (None, one.year)]
    codes = {action.code for one in years for action in one.actions}
    actions = [one for one in found.actions if year is None or one.code in codes]
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "stages",
        "title": plan_title(found.plan, lang),
        "as_of": found.plan.as_of.isoformat(),
        "most_actions": found.plan.settings.most_actions,
        "years": [_year_data(one, lang) for one in years],
        "actions": [_action_data(one) for one in actions],
        "carried_over": [
            _move_data(one) for one in found.carried if year is None or one.scheduled.code in codes
        ],
    }


def _year_data(one: StageYear, lang: Lang) -> dict[str, Any]:
    return {
        "year": one.year,
        "focus": focus(one) or None,
        "opd": list(focus_opd(one)),
        "targets": [_due_data(due, lang) for due in one.due],
        "actions": [action.code for action in one.actions],
        "carried_out": [move.scheduled.code for move in one.carried_out],
        "carried_in": [move.scheduled.code for move in one.carried_in],
        "empty": [indicator.code for indicator in one.empty],
        "crowded": [{"opd": opd, "actions": count} for opd, count in one.crowded],
    }


def _due_data(due: DueTarget, lang: Lang) -> dict[str, Any]:
    return {
        "indicator": due.indicator.code,
        "name": full_name(due.indicator, lang),
        "target": exact(due.target.value),
        "basis": due.target.basis,
        "value": exact(due.value.amount) if due.value else None,
        "value_as_of": due.value.measurement.as_of.iso if due.value else None,
        "result": due.result.value,
    }


def _action_data(one: Scheduled) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.action.name,
        "opd": one.opd,
        "state": one.state.name.lower(),
        "start": one.start.iso if one.start else None,
        "finish": one.finish.iso if one.finish else None,
        "overdue": one.late,
        "effects": [
            {"indicator": effect.code, "adds": exact(effect.adds)} for effect in one.action.indicators
        ],
    }


def _move_data(one: CarriedOver) -> dict[str, Any]:
    return {
        "action": one.scheduled.code,
        "from": one.before.iso if one.before else None,
        "to": one.move.to.iso,
        "known": one.move.known.iso if one.move.known else None,
        "opd_from": one.opd,
        "opd_to": one.move.opd or one.opd,
        "reason": one.move.reason,
    }
