"""Simulation as sheets: the counts before and after, which indicators change, what waits, and the load."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

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
    INDICATOR,
    OPD,
    UNIT,
    YEAR,
    Field,
    amount,
    filled,
    sheet,
    time_words,
    yes_no,
)
from serang_plan.reports.parts.yearly_counts import YearCounts, scenario_counts
from serang_plan.reports.simulate.data import ChangedIndicator, LoadRecord, changed_indicators, load_record
from serang_plan.reports.simulate.page import SimulationReport, changed_loads
from serang_plan.wording import Lang, Text


def sheets(report: SimulationReport, lang: Lang) -> tuple[Sheet, ...]:
    """Return what changes; the counts always."""
    result = report.comparison
    loads = [load_record(result, key) for key in changed_loads(result)]
    changed = tuple(changed_indicators(report, lang))
    return filled(
        sheet(Text("Hitungan", "Counts"), _COUNTS, tuple(_counts(result)), lang),
        sheet(Text("Indikator", "Indicators"), _CHANGED, changed, lang),
        sheet(Text("Kegiatan", "Actions"), _ACTIONS, result.touched, lang),
        sheet(Text("Kesenjangan", "Gaps"), _WIDENED, result.widened, lang),
        sheet(Text("Rantai yang putus", "Chains that break"), _LATE, result.late, lang),
        sheet(Text("Beban", "Load"), _LOADS, loads, lang),
    )


_BeforeAfter = tuple[Scenario, YearCounts, YearCounts]


def _counts(result: Comparison) -> Iterator[_BeforeAfter]:
    """Give the counts of each scenario at the end of each year, before and after."""
    after = scenario_counts(result.after)
    for scenario, before in scenario_counts(result.before).items():
        yield from ((scenario, old, new) for old, new in zip(before, after[scenario], strict=True))


_WAY = Text("Jalan", "Way")
_END_OF = Text("Akhir tahun", "End of")
_BEFORE = Text("Semula", "Unchanged")
_AFTER = Text("Menjadi", "Becomes")


def _counted(outcome: ForecastOutcome) -> tuple[Field[_BeforeAfter], Field[_BeforeAfter]]:
    word = OUTCOMES[outcome][0]
    before = Text(f"{_BEFORE.id}: {word.id}", f"{_BEFORE.en}: {word.en}")
    after = Text(f"{_AFTER.id}: {word.id}", f"{_AFTER.en}: {word.en}")
    count = attrgetter(outcome.name.lower())
    return (before, lambda row, _: count(row[1])), (after, lambda row, _: count(row[2]))


_COUNTS: tuple[Field[_BeforeAfter], ...] = (
    (_WAY, lambda row, lang: SCENARIOS[row[0]].for_lang(lang)),
    (_END_OF, lambda row, _: row[1].year),
    *(_counted(outcome)[0] for outcome in ForecastOutcome),
    *(_counted(outcome)[1] for outcome in ForecastOutcome),
)


_CHANGED: tuple[Field[ChangedIndicator], ...] = (
    (CODE, lambda change, _: change.code),
    (INDICATOR, lambda change, _: change.name),
    (_WAY, lambda change, lang: SCENARIOS[change.scenario].for_lang(lang)),
    (_END_OF, lambda change, _: change.year),
    (_BEFORE, lambda change, lang: OUTCOMES[change.before][0].for_lang(lang)),
    (_AFTER, lambda change, lang: OUTCOMES[change.after][0].for_lang(lang)),
)
_Touched = tuple[Scheduled, Scheduled]
_ACTIONS: tuple[Field[_Touched], ...] = (
    (CODE, lambda pair, _: pair[0].code),
    (ACTION, lambda pair, _: pair[0].action.name),
    (OPD, lambda pair, _: pair[0].opd),
    (Text("Gagal", "Fails"), lambda pair, lang: yes_no(pair[1].state is ActionState.CANCELLED, lang)),
    (Text("Selesai semula", "Finish before"), lambda pair, lang: time_words(pair[0].finish, lang)),
    (
        Text("Selesai menjadi", "Finish after"),
        lambda pair, lang: (
            None if pair[1].state is ActionState.CANCELLED else time_words(pair[1].finish, lang)
        ),
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
    (CODE, lambda late, _: late.scheduled.code),
    (OPD, lambda late, _: late.scheduled.opd),
    (Text("Menunggu", "Waits for"), lambda late, _: late.need),
    (Text("Siap", "Ready"), lambda late, lang: time_words(late.ready.when, lang)),
)


_LOADS: tuple[Field[LoadRecord], ...] = (
    (OPD, lambda load, _: load.opd),
    (YEAR, lambda load, _: load.year),
    (_BEFORE, lambda load, _: load.before),
    (_AFTER, lambda load, _: load.after),
)
