"""Simulation as sheets: the counts before and after, which indicators change, what waits, and the load."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.actions.readiness import LateNeed
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.outlook.forecast import ForecastOutcome, Scenario
from serang_plan.analysis.outlook.scenario import Comparison, WidenedGap
from serang_plan.model.indicator import Indicator
from serang_plan.page import Sheet
from serang_plan.reports.parts.evidence_columns import named_cells
from serang_plan.reports.parts.outlook_labels import OUTCOMES, SCENARIOS
from serang_plan.reports.parts.phrases import unit_of
from serang_plan.reports.parts.sheet_columns import (
    ACTION,
    CODE,
    OPD,
    UNIT,
    YEAR,
    Field,
    amount,
    filled,
    said,
    sheet,
    yes_no,
)
from serang_plan.reports.simulate.page import ChangedProspect, SimulationReport, changed_loads, changes
from serang_plan.wording import Lang, Text


def sheets(report: SimulationReport, lang: Lang) -> tuple[Sheet, ...]:
    """Return what changes; the counts always."""
    result = report.comparison
    loads = [_Load(key[0], key[1], result) for key in changed_loads(result)]
    return filled(
        sheet(Text("Hitungan", "Counts"), _COUNTS, tuple(_counts(result)), lang),
        sheet(Text("Indikator", "Indicators"), _indicators(report), tuple(_changes(result)), lang),
        sheet(Text("Kegiatan", "Actions"), _ACTIONS, result.touched, lang),
        sheet(Text("Kesenjangan", "Gaps"), _WIDENED, result.widened, lang),
        sheet(Text("Rantai yang putus", "Chains that break"), _LATE, result.late, lang),
        sheet(Text("Beban", "Load"), _LOADS, loads, lang),
    )


class _BeforeAfter(NamedTuple):
    """The counts of one scenario at the end of one year, before and after."""

    scenario: Scenario
    year: int
    before: tuple[int, ...]
    after: tuple[int, ...]


def _counts(result: Comparison) -> Iterator[_BeforeAfter]:
    for scenario in Scenario:
        for year in result.before.years:
            before, after = result.before.counts(scenario, year), result.after.counts(scenario, year)
            yield _BeforeAfter(
                scenario,
                year,
                tuple(before[outcome] for outcome in ForecastOutcome),
                tuple(after[one] for one in ForecastOutcome),
            )


_WAY = Text("Jalan", "Way")
_END_OF = Text("Akhir tahun", "End of")
_BEFORE = Text("Semula", "Unchanged")
_AFTER = Text("Menjadi", "Becomes")


def _counted(nth: int, outcome: ForecastOutcome) -> tuple[Field[_BeforeAfter], Field[_BeforeAfter]]:
    word = OUTCOMES[outcome][0]
    before = Text(f"{_BEFORE.id}: {word.id}", f"{_BEFORE.en}: {word.en}")
    after = Text(f"{_AFTER.id}: {word.id}", f"{_AFTER.en}: {word.en}")
    return (before, lambda one, _: one.before[nth]), (after, lambda one, _: one.after[nth])


_COUNTS: tuple[Field[_BeforeAfter], ...] = (
    (_WAY, lambda one, lang: SCENARIOS[one.scenario].for_lang(lang)),
    (_END_OF, lambda one, _: one.year),
    *(_counted(nth, outcome)[0] for nth, outcome in enumerate(ForecastOutcome)),
    *(_counted(nth, outcome)[1] for nth, outcome in enumerate(ForecastOutcome)),
)


class _Change(NamedTuple):
    """An indicator whose answer for a year changes in a scenario."""

    scenario: Scenario
    year: int
    found: ChangedProspect


def _changes(result: Comparison) -> Iterator[_Change]:
    for scenario in Scenario:
        for nth, year in enumerate(result.before.years):
            yield from (_Change(scenario, year, change) for change in changes(result, scenario, nth))


def _indicators(report: SimulationReport) -> tuple[Field[_Change], ...]:
    known = report.plan.indicator_by_code

    def changed(change: _Change) -> Indicator:
        return known[change.found.indicator]

    return (
        *named_cells(changed),
        (_WAY, lambda one, lang: SCENARIOS[one.scenario].for_lang(lang)),
        (_END_OF, lambda one, _: one.year),
        (_BEFORE, lambda one, lang: OUTCOMES[one.found.before.outcome][0].for_lang(lang)),
        (_AFTER, lambda one, lang: OUTCOMES[one.found.after.outcome][0].for_lang(lang)),
    )


_Touched = tuple[Scheduled, Scheduled]
_ACTIONS: tuple[Field[_Touched], ...] = (
    (CODE, lambda one, _: one[0].code),
    (ACTION, lambda one, _: one[0].action.name),
    (OPD, lambda one, _: one[0].opd),
    (Text("Gagal", "Fails"), lambda one, lang: yes_no(one[1].state is ActionState.CANCELLED, lang)),
    (Text("Selesai semula", "Finish before"), lambda one, lang: said(one[0].finish, lang)),
    (
        Text("Selesai menjadi", "Finish after"),
        lambda one, lang: None if one[1].state is ActionState.CANCELLED else said(one[1].finish, lang),
    ),
)


def _indicator_of(gap: WidenedGap) -> Indicator:
    return gap.indicator


_WIDENED: tuple[Field[WidenedGap], ...] = (
    *named_cells(_indicator_of),
    (UNIT, lambda gap, lang: unit_of(gap.indicator, lang)),
    (_END_OF, lambda gap, _: gap.year),
    (_BEFORE, lambda gap, _: amount(gap.before)),
    (_AFTER, lambda gap, _: amount(gap.after)),
)
_LATE: tuple[Field[LateNeed], ...] = (
    (CODE, lambda one, _: one.scheduled.code),
    (OPD, lambda one, _: one.scheduled.opd),
    (Text("Menunggu", "Waits for"), lambda one, _: one.need),
    (Text("Siap", "Ready"), lambda one, lang: said(one.ready.when, lang)),
)


class _Load(NamedTuple):
    """An OPD and a year in which it carries more or fewer actions."""

    opd: str
    year: int
    result: Comparison


_LOADS: tuple[Field[_Load], ...] = (
    (OPD, lambda one, _: one.opd),
    (YEAR, lambda one, _: one.year),
    (_BEFORE, lambda one, _: one.result.load_before.get((one.opd, one.year), 0)),
    (_AFTER, lambda one, _: one.result.load_after.get((one.opd, one.year), 0)),
)
