"""Simulation for programs: what was supposed, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from serang_plan.analysis.actions.readiness import LateNeed
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.outlook.forecast import ForecastOutcome, Scenario
from serang_plan.analysis.outlook.scenario import Assume, Comparison, Delay, Drop, WhatIf, Without
from serang_plan.model.when import When
from serang_plan.reports.parts.json_values import AsOf, Code, Count, Title
from serang_plan.reports.parts.phrases import full_name, plan_title
from serang_plan.reports.parts.yearly_counts import ScenarioCounts, scenario_counts
from serang_plan.reports.simulate.page import SimulationReport, changed_loads, changes
from serang_plan.wording import Lang, Number


class DelayRecord(NamedTuple):
    """An action is finished so many quarters later."""

    kind: Literal["delay"]
    action: Code
    quarters: int


class DropRecord(NamedTuple):
    """An action fails."""

    kind: Literal["drop"]
    action: Code


class WithoutRecord(NamedTuple):
    """All open actions of an OPD fail."""

    kind: Literal["without"]
    opd: Code


class AssumeRecord(NamedTuple):
    """An indicator has a value at the end of a year."""

    kind: Literal["assume"]
    indicator: Code
    value: Number
    year: int


class TouchedRecord(NamedTuple):
    """An action that the changes touch."""

    code: Code
    opd: Code | None
    fails: bool
    finish: When | None
    new_finish: When | None


class BeforeAfter(NamedTuple):
    """The counts without and with the changes."""

    before: ScenarioCounts
    after: ScenarioCounts


class ChangedIndicator(NamedTuple):
    """An indicator whose answer for a year changes."""

    code: Code
    name: str
    scenario: Scenario
    year: int
    before: ForecastOutcome
    after: ForecastOutcome


class WidenedGapRecord(NamedTuple):
    """An indicator that is further from its threshold at the end of the plan; zero if it was reached."""

    code: Code
    name: str
    year: int
    before: Number
    after: Number


class BrokenChain(NamedTuple):
    """An action that has to wait because of the changes."""

    action: Code
    needs: Code
    ready: When | None
    because_of: Code


class LoadRecord(NamedTuple):
    """How many actions an OPD has in a year."""

    opd: Code
    year: int
    before: Count
    after: Count


class SimulationData(NamedTuple):
    """Rencana di samping akibatnya bila sesuatu berubah.

    The plan beside what becomes of it if something changes.
    """

    title: Title
    as_of: AsOf
    changes: tuple[DelayRecord | DropRecord | WithoutRecord | AssumeRecord, ...]
    """The changes that were assumed."""
    actions: tuple[TouchedRecord, ...]
    years: tuple[int, ...]
    counts: BeforeAfter
    indicators: tuple[ChangedIndicator, ...]
    """Those whose standing changes in a year."""
    widened_gaps: tuple[WidenedGapRecord, ...]
    """Gaps that grow, whether or not that changes a count."""
    broken_chains: tuple[BrokenChain, ...]
    load: tuple[LoadRecord, ...]
    """Actions of an OPD in a year, where they change."""


def data(report: SimulationReport, lang: Lang) -> SimulationData:
    """Return the report for programs."""
    result = report.comparison
    return SimulationData(
        plan_title(report.plan, lang),
        report.plan.as_of,
        tuple(map(_change, report.changes)),
        tuple(_touched(old, new) for old, new in result.touched),
        result.before.years,
        BeforeAfter(scenario_counts(result.before), scenario_counts(result.after)),
        tuple(changed_indicators(report, lang)),
        tuple(
            WidenedGapRecord(gap.indicator.code, full_name(gap.indicator, lang), *gap[1:])
            for gap in result.widened
        ),
        tuple(map(_broken, result.late)),
        tuple(load_record(result, key) for key in changed_loads(result)),
    )


def _change(change: WhatIf) -> DelayRecord | DropRecord | WithoutRecord | AssumeRecord:
    match change:
        case Delay(action, quarters):
            return DelayRecord("delay", action, quarters)
        case Drop(action):
            return DropRecord("drop", action)
        case Without(opd):
            return WithoutRecord("without", opd)
        case Assume(indicator, value, year):
            return AssumeRecord("assume", indicator, value, year)


def _touched(old: Scheduled, new: Scheduled) -> TouchedRecord:
    return TouchedRecord(old.code, old.opd, new.state is ActionState.CANCELLED, old.finish, new.finish)


def changed_indicators(report: SimulationReport, lang: Lang) -> Iterator[ChangedIndicator]:
    """Give the indicators whose answer for a year changes in a scenario."""
    for scenario in Scenario:
        for nth, year in enumerate(report.comparison.before.years):
            for code, before, after in changes(report.comparison, scenario, nth):
                name = full_name(report.plan.indicator_by_code[code], lang)
                yield ChangedIndicator(code, name, scenario, year, before.outcome, after.outcome)


def _broken(late: LateNeed) -> BrokenChain:
    return BrokenChain(late.scheduled.code, late.need, late.ready.when, late.ready.at or late.need)


def load_record(result: Comparison, key: tuple[str, int]) -> LoadRecord:
    """Return how many actions an OPD has in a year, before and after."""
    return LoadRecord(*key, result.load_before.get(key, 0), result.load_after.get(key, 0))
