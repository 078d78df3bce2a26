"""Stages for programs: years, targets, actions and what was carried over, in codes and numbers."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, CarriedOver, Scheduled
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.analysis.outlook.stages import DueTarget, StageYear, TargetResult
from serang_plan.model.indicator import TargetBasis
from serang_plan.model.when import When
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Count, Title
from serang_plan.reports.parts.phrases import full_name, plan_title
from serang_plan.reports.stages.page import StagesReport
from serang_plan.reports.stages.year_parts import focus, focus_opd
from serang_plan.wording import Lang, Number


class TargetRecord(NamedTuple):
    """A target of the year."""

    indicator: Code
    name: str
    target: Number
    basis: TargetBasis
    value: Number | None
    """The year's value."""
    value_as_of: When | None
    result: TargetResult
    """ahead: the year is not over."""
    strength: Strength | None
    """How well the year's value is supported."""


class CrowdedRecord(NamedTuple):
    """An OPD with more actions than the plan allows."""

    opd: Code
    actions: Count


class YearRecord(NamedTuple):
    """One year of the plan."""

    year: int
    focus: str | None
    opd: Codes
    """The focus OPD."""
    targets: tuple[TargetRecord, ...]
    actions: Codes
    carried_out: Codes
    """Put off to a later year."""
    carried_in: Codes
    """Put off to this year."""
    empty: Codes
    """Open indicators with neither target nor action."""
    crowded: tuple[CrowdedRecord, ...]


class EffectRecord(NamedTuple):
    """What an action adds to an indicator."""

    indicator: Code
    adds: Number | None
    """In the indicator's unit; null if nobody has estimated it."""


class ActionRecord(NamedTuple):
    """An action of the plan."""

    code: Code
    name: str
    opd: Code | None
    state: ActionState
    start: When | None
    finish: When | None
    overdue: bool
    effects: tuple[EffectRecord, ...]


class MoveRecord(NamedTuple):
    """An action that was put off."""

    action: Code
    from_: When | None
    to: When
    known: When | None
    opd_from: Code | None
    opd_to: Code | None
    reason: str | None


class StagesData(NamedTuple):
    """Tahapan tahun demi tahun.

    The stages year by year.
    """

    title: Title
    as_of: AsOf
    most_actions: int | None
    """The plan's limit of actions in a year for one OPD."""
    years: tuple[YearRecord, ...]
    actions: tuple[ActionRecord, ...]
    carried_over: tuple[MoveRecord, ...]


def data(report: StagesReport, lang: Lang) -> StagesData:
    """Return the report for programs; with a year that year only."""
    return StagesData(
        plan_title(report.plan, lang),
        report.plan.as_of,
        report.plan.settings.most_actions,
        tuple(_year(year, lang) for year in report.years),
        tuple(map(_action, report.actions)),
        tuple(map(_move, report.carried)),
    )


def _year(year: StageYear, lang: Lang) -> YearRecord:
    return YearRecord(
        year=year.year,
        focus=focus(year) or None,
        opd=focus_opd(year),
        targets=tuple(_target(due, lang) for due in year.due),
        actions=tuple(action.code for action in year.actions),
        carried_out=tuple(move.scheduled.code for move in year.carried_out),
        carried_in=tuple(move.scheduled.code for move in year.carried_in),
        empty=tuple(indicator.code for indicator in year.empty),
        crowded=tuple(CrowdedRecord(opd, count) for opd, count in year.crowded),
    )


def _target(due: DueTarget, lang: Lang) -> TargetRecord:
    indicator, target, value = due.indicator, due.target, due.value
    amount, as_of = (value.amount, value.measurement.as_of) if value else (None, None)
    name = full_name(indicator, lang)
    return TargetRecord(
        indicator.code, name, target.value, target.basis, amount, as_of, due.result, due.strength
    )


def _action(scheduled: Scheduled) -> ActionRecord:
    return ActionRecord(
        scheduled.code,
        scheduled.action.name,
        scheduled.opd,
        scheduled.state,
        scheduled.start,
        scheduled.finish,
        scheduled.late,
        tuple(EffectRecord(effect.code, effect.adds) for effect in scheduled.action.indicators),
    )


def _move(carried: CarriedOver) -> MoveRecord:
    code, move, opd = carried.scheduled.code, carried.move, carried.opd
    return MoveRecord(code, carried.before, move.to, move.known, opd, move.opd or opd, move.reason)
