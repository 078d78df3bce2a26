"""Stages as sheets: the years, their targets, the actions, and what was carried over."""

from __future__ import annotations

from serang_plan.analysis.actions.schedule import CarriedOver, Scheduled
from serang_plan.analysis.outlook.stages import DueTarget, StageYear
from serang_plan.model.action import Effect
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import Sheet
from serang_plan.reports.parts.evidence_columns import STRENGTH, named_cells, strength_word
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
    sheet,
    time_words,
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
    (YEAR, lambda year, _: year.year),
    (Text("Fokus", "Focus"), lambda year, _: focus(year) or None),
    (Text("OPD fokus", "Focus OPD"), lambda year, _: joined(focus_opd(year))),
    (TARGET, lambda year, _: len(year.due)),
    (Text("Kegiatan", "Actions"), lambda year, _: len(year.actions)),
    (Text("Bergeser keluar", "Put off to later"), lambda year, _: _codes(year.carried_out)),
    (Text("Bergeser masuk", "Carried in"), lambda year, _: _codes(year.carried_in)),
    (
        Text("Indikator terbuka tanpa target dan kegiatan", "Open indicators without a target or an action"),
        lambda year, _: joined(indicator.code for indicator in year.empty),
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
        lambda due, lang: time_words(due.value.measurement.as_of, lang) if due.value else None,
    ),
    (Text("Hasil", "Result"), lambda due, lang: RESULTS[due.result][0].for_lang(lang)),
    (STRENGTH, lambda due, lang: strength_word(due.strength, lang)),
)
_ACTIONS: tuple[Field[Scheduled], ...] = (
    (CODE, lambda scheduled, _: scheduled.code),
    (ACTION, lambda scheduled, _: scheduled.action.name),
    (OPD, lambda scheduled, _: scheduled.opd),
    (Text("Keadaan", "State"), lambda scheduled, lang: scheduled.state.value.for_lang(lang)),
    (Text("Mulai", "Start"), lambda scheduled, lang: time_words(scheduled.start, lang)),
    (FINISH, lambda scheduled, lang: time_words(scheduled.finish, lang)),
    (FINISH_DAY, lambda scheduled, _: last_day(scheduled.finish)),
    (OVERDUE, lambda scheduled, lang: yes_no(scheduled.late, lang)),
    (INDICATOR, lambda scheduled, _: joined(effect.code for effect in scheduled.action.indicators)),
)
_Effect = tuple[Scheduled, Effect]


def _effects(plan: Plan) -> tuple[Field[_Effect], ...]:
    known = plan.indicator_by_code
    return (
        (CODE, lambda row, _: row[0].code),
        (ACTION, lambda row, _: row[0].action.name),
        (INDICATOR, lambda row, _: row[1].code),
        (Text("Dampak", "Effect"), lambda row, _: amount(row[1].adds)),
        (UNIT, lambda row, lang: unit_of(known[row[1].code], lang) if row[1].code in known else None),
    )


_MOVES: tuple[Field[CarriedOver], ...] = (
    (CODE, lambda carried, _: carried.scheduled.code),
    (ACTION, lambda carried, _: carried.scheduled.action.name),
    (Text("Dari", "From"), lambda carried, lang: time_words(carried.before, lang)),
    (Text("Ke", "To"), lambda carried, lang: time_words(carried.move.to, lang)),
    (Text("Diketahui", "Known"), lambda carried, lang: time_words(carried.move.known, lang)),
    (Text("OPD semula", "OPD before"), lambda carried, _: carried.opd),
    (Text("OPD kemudian", "OPD after"), lambda carried, _: carried.move.opd or carried.opd),
    (Text("Alasan", "Reason"), lambda carried, _: carried.move.reason),
)
