"""Stages: the years of the plan, their focus, targets and actions, what was carried over, what is empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, CarriedOver, Scheduled
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.outlook.stages import DueTarget, Stages, StageYear, TargetResult, stages_of
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Callout,
    Cell,
    Column,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
    Table,
)
from serang_plan.reports.parts.phrases import NOTHING, named, next_steps, report_page, table
from serang_plan.reports.stages.action_timeline import MOST_LANES, years_of
from serang_plan.reports.stages.one_year import one_year
from serang_plan.reports.stages.year_parts import RESULTS, called, carried_over, focus, focus_opd, overloaded
from serang_plan.wording import Lang, Text, listed, room_for, year_spans

NO_FOCUS = Text("fokus belum ditetapkan", "no focus set")


class StagesReport(NamedTuple):
    """The stages, all of them or those of one year."""

    stages: Stages
    year: int | None = None

    @property
    def plan(self) -> Plan:
        """The plan whose stages they are."""
        return self.stages.plan

    @property
    def years(self) -> tuple[StageYear, ...]:
        """The years that are shown."""
        return tuple(year for year in self.stages.years if self.year in (None, year.year))

    @property
    def actions(self) -> tuple[Scheduled, ...]:
        """The actions that are shown."""
        return tuple(action for action in self.stages.actions if self._shows(action))

    @property
    def carried(self) -> tuple[CarriedOver, ...]:
        """What was carried over, of the actions that are shown."""
        return tuple(carried for carried in self.stages.carried if self._shows(carried.scheduled))

    def _shows(self, action: Scheduled) -> bool:
        codes = (action.code for year in self.years for action in year.actions)
        return self.year is None or action.code in codes


def build(plan: Plan, year: int | None = None) -> StagesReport:
    """Look at all years of the plan, or at one of them."""
    return StagesReport(stages_of(plan), year)


def page(report: StagesReport, lang: Lang) -> Page:
    """Lay out all years, or one in detail."""
    if report.year is None:
        return report_page(report.plan, Text("tahapan", "stages"), _all_years(report.stages, lang), lang)
    (year,) = report.years
    name = Text(f"tahapan {report.year}", f"stages {report.year}")
    return report_page(report.plan, name, one_year(report.plan, year, lang), lang)


# -- all years -----------------------------------------------------------------------------


def _all_years(stages: Stages, lang: Lang) -> Iterator[Block]:
    if not stages.years:
        yield Callout(Text("Rencana ini belum punya tahun.", "This plan has no years yet.").for_lang(lang))
    else:
        yield _table_of_years(stages, lang)
        yield from _timeline(stages, lang)
        yield from carried_over(stages.carried, lang)
        yield from overloaded(stages.years, stages.plan, lang)
        yield from _empty(stages, lang)
    yield from next_steps(_next(stages, lang), lang)


_YEAR_COLUMNS = (
    (Text("Tahun", "Year"), Column("")),
    (Text("Fokus", "Focus"), Column("", wrap=True, bare=True)),
    (Text("OPD fokus", "Focus OPD"), Column("", drop=3)),
    (Text("Target", "Targets"), Column("", drop=1, wrap=True)),
    (Text("Kegiatan", "Actions"), Column("", "right")),
    (Text("Digeser", "Put off"), Column("", drop=2)),
    (Text("Kosong", "Empty"), Column("", "right")),
)


def _table_of_years(stages: Stages, lang: Lang) -> Table:
    rows = (_year_cells(year, stages.plan, lang) for year in stages.years)
    caption = Text(
        "Tahun demi tahun; kosong: indikator terbuka tanpa target dan kegiatan",
        "Year by year; empty: open indicators without a target or an action",
    )
    return table(caption, _YEAR_COLUMNS, rows, lang)


def _year_cells(year: StageYear, plan: Plan, lang: Lang) -> tuple[Cell, ...]:
    words = focus(year)
    ahead = year.year >= plan.as_of.year
    now = Text("kini", "now").for_lang(lang)
    return (
        Cell(f"{year.year} {now}" if year.year == plan.as_of.year else str(year.year)),
        Cell(words or NO_FOCUS.for_lang(lang), "plain" if words else "warn"),
        Cell("/".join(focus_opd(year)) or NOTHING),
        Cell(_targets_in_short(year.due, lang)),
        Cell(str(len(year.actions))),
        Cell(", ".join(f"{code_and_year(move)}" for move in year.carried_out) or NOTHING),
        Cell(str(len(year.empty)) if ahead else NOTHING, "warn" if year.empty else "plain"),
    )


def code_and_year(move: CarriedOver) -> str:
    """Write what was put off, and to which year: `A11 → 2027`."""
    return f"{move.scheduled.code} → {move.move.to.year}"


def _targets_in_short(due: Sequence[DueTarget], lang: Lang) -> str:
    if not due:
        return NOTHING
    counts = Counter(target.result for target in due)
    if set(counts) == {TargetResult.AHEAD}:
        return str(len(due))
    counted = (
        f"{counts[result]} {words.for_lang(lang)}" for result, (words, _) in RESULTS.items() if counts[result]
    )
    return f"{len(due)}: {', '.join(counted)}"


def _timeline(stages: Stages, lang: Lang) -> Iterator[Block]:
    drawn = [
        action for action in stages.actions if action.state is not ActionState.CANCELLED and action.years
    ]
    if drawn:
        yield years_of(stages.plan, stages.years, drawn, lang)
    if rest := len(drawn) - room_for(len(drawn), MOST_LANES):
        words = Text(f"{rest} kegiatan lain tidak digambar.", f"{rest} more actions are not drawn.")
        yield Paragraph(words.for_lang(lang), "muted")
    yield from _not_drawn(stages.actions, lang)


def _not_drawn(actions: Iterable[Scheduled], lang: Lang) -> Iterator[Paragraph]:
    timeless, cancelled = [], []
    for action in actions:
        if action.state is ActionState.CANCELLED:
            cancelled.append(called(action))
        elif not action.years:
            timeless.append(called(action))
    for words, names in ((_TIMELESS, timeless), (_CANCELLED, cancelled)):
        if names:
            yield Paragraph(f"{words.for_lang(lang)}: {listed(names, lang, most=6)}.", "muted")


_TIMELESS = Text("Tanpa waktu", "Without any time")
_CANCELLED = Text("Batal", "Cancelled")


def _empty(stages: Stages, lang: Lang) -> Iterator[Block]:
    """Say which open indicators have years without target and action, alike ones together."""
    empty = ((indicator.code, year.year) for year in stages.years for indicator in year.empty)
    alike = grouped((", ".join(year_spans(years)), code) for code, years in grouped(empty).items())
    if alike:
        yield Heading(
            Text(
                "Tahun kosong: indikator terbuka tanpa target dan kegiatan",
                "Empty years: open indicators without a target or an action",
            ).for_lang(lang)
        )
        yield Items(
            tuple(
                Item(f"{years}: {named(codes, stages.plan, lang, 6)}", tone="warn")
                for years, codes in alike.items()
            )
        )


def _next(stages: Stages, lang: Lang) -> Iterator[Item]:
    if stages.years:
        first, last = stages.years[0].year, stages.years[-1].year
        year = min(max(stages.plan.as_of.year + 1, first), last)
        yield Item(
            Text(f"Rincian {year}", f"{year} in detail").for_lang(lang), f"serang-plan stages --year {year}"
        )
    if any(not indicator.targets for indicator in stages.plan.indicators):
        yield Item(
            Text("Usulan target untuk yang belum punya", "Propose targets where there are none").for_lang(
                lang
            ),
            "serang-plan stages --propose",
        )
