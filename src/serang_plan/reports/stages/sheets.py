"""Stages as sheets: the years, their targets, the actions, and what was carried over."""

from __future__ import annotations

from serang_plan.analysis.actions.schedule import CarriedOver, Scheduled
from serang_plan.analysis.outlook.stages import DueTarget, StageYear
from serang_plan.model.action import Effect
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import Sheet
from serang_plan.reports.parts.evidence_columns import named_cells
from serang_plan.reports.parts.phrases import unit_of
from serang_plan.reports.parts.sheet_columns import (
    ACTION,
    BASIS,
    CODE,
    FINISH,
    FINISH_DAY,
    INDICATOR,
    OPD,
    OVERDUE,
    TARGET,
    UNIT,
    VALUE,
    YEAR,
    Field,
    amount,
    filled,
    joined,
    last_day,
    said,
    sheet,
    yes_no,
)
from serang_plan.reports.stages.page import StagesReport
from serang_plan.reports.stages.year_parts import RESULTS, focus, focus_opd
from serang_plan.wording import Lang, Text


def sheets(report: StagesReport, lang: Lang) -> tuple[Sheet, ...]:
    """Return the years and what belongs to them; with a year, of that year only."""
    years, actions, moves = report.years, report.actions, report.carried
    effects = [(action, effect) for action in actions for effect in action.action.indicators]
    return filled(
        sheet(Text("Tahun", "Years"), _YEARS, years, lang),
        sheet(Text("Target", "Targets"), _TARGETS, [due for year in years for due in year.due], lang),
        sheet(Text("Kegiatan", "Actions"), _ACTIONS, actions, lang),
        sheet(Text("Dampak kegiatan", "Effects of actions"), _effects(report.plan), effects, lang),
        sheet(Text("Digeser", "Carried over"), _MOVES, moves, lang),
    )


_YEARS: tuple[Field[StageYear], ...] = (
    (YEAR, lambda one, _: one.year),
    (Text("Fokus", "Focus"), lambda one, _: focus(one) or None),
    (Text("OPD fokus", "Focus OPD"), lambda one, _: joined(focus_opd(one))),
    (TARGET, lambda one, _: len(one.due)),
    (Text("Kegiatan", "Actions"), lambda one, _: len(one.actions)),
    (Text("Bergeser keluar", "Put off to later"), lambda one, _: _codes(one.carried_out)),
    (Text("Bergeser masuk", "Carried in"), lambda one, _: _codes(one.carried_in)),
    (
        Text("Indikator terbuka tanpa target dan kegiatan", "Open indicators without target and action"),
        lambda one, _: joined(indicator.code for indicator in one.empty),
    ),
)


def _codes(moves: tuple[CarriedOver, ...]) -> str | None:
    return joined(move.scheduled.code for move in moves)


def _of_due(due: DueTarget) -> Indicator:
    return due.indicator


_TARGETS: tuple[Field[DueTarget], ...] = (
    (YEAR, lambda due, _: due.target.year),
    *named_cells(_of_due),
    (TARGET, lambda due, _: amount(due.target.value)),
    (UNIT, lambda due, lang: unit_of(due.indicator, lang)),
    (BASIS, lambda due, _: due.target.basis),
    (VALUE, lambda due, _: amount(due.value.amount) if due.value else None),
    (
        Text("Nilai per", "Value as of"),
        lambda due, lang: said(due.value.measurement.as_of, lang) if due.value else None,
    ),
    (Text("Hasil", "Result"), lambda due, lang: RESULTS[due.result][0].for_lang(lang)),
)
_ACTIONS: tuple[Field[Scheduled], ...] = (
    (CODE, lambda one, _: one.code),
    (ACTION, lambda one, _: one.action.name),
    (OPD, lambda one, _: one.opd),
    (Text("Keadaan", "State"), lambda one, lang: one.state.value.for_lang(lang)),
    (Text("Mulai", "Start"), lambda one, lang: said(one.start, lang)),
    (FINISH, lambda one, lang: said(one.finish, lang)),
    (FINISH_DAY, lambda one, _: last_day(one.finish)),
    (OVERDUE, lambda one, lang: yes_no(one.late, lang)),
    (INDICATOR, lambda one, _: joined(effect.code for effect in one.action.indicators)),
)
_Effect = tuple[Scheduled, Effect]


def _effects(plan: Plan) -> tuple[Field[_Effect], ...]:
    known = plan.indicator_by_code
    return (
        (CODE, lambda one, _: one[0].code),
        (ACTION, lambda one, _: one[0].action.name),
        (INDICATOR, lambda one, _: one[1].code),
        (Text("Dampak", "Effect"), lambda one, _: amount(one[1].adds)),
        (UNIT, lambda one, lang: unit_of(known[one[1].code], lang) if one[1].code in known else None),
    )


_MOVES: tuple[Field[CarriedOver], ...] = (
    (CODE, lambda one, _: one.scheduled.code),
    (ACTION, lambda one, _: one.scheduled.action.name),
    (Text("Dari", "From"), lambda one, lang: said(one.before, lang)),
    (Text("Ke", "To"), lambda one, lang: said(one.move.to, lang)),
    (Text("Diketahui", "Known"), lambda one, lang: said(one.move.known, lang)),
    (Text("OPD semula", "OPD before"), lambda one, _: one.opd),
    (Text("OPD kemudian", "OPD after"), lambda one, _: one.move.opd or one.opd),
    (Text("Alasan", "Reason"), lambda one, _: one.move.reason),
)
