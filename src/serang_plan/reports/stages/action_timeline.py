"""Lanes: actions as a timeline, over the years of the plan or the months of one year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.outlook.stages import StageYear
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.page import Interval, Mark, Timeline, TimelineRow
from serang_plan.wording import Lang, Text, long_date, quarter, room_for

MOST_LANES = 60
"""How many actions are drawn; more cannot be taken in."""
_MONTHS_IN_A_SLOT_OF_YEARS, _MONTHS_IN_A_SLOT_OF_MONTHS = 3, 1

_MARKS: dict[ActionState, Mark] = {
    ActionState.DONE: "done",
    ActionState.RUNNING: "running",
    ActionState.PLANNED: "planned",
    ActionState.MOVED: "planned",
    ActionState.UNSTATED: "planned",
    ActionState.CANCELLED: "moved",
}
_LEGEND: dict[Mark, Text] = {
    "done": Text("selesai", "done"),
    "running": Text("berjalan", "running"),
    "planned": Text("rencana", "planned"),
    "moved": Text("sebelum digeser", "before it was put off"),
    "unsure": Text("belum pasti", "not sure"),
}


class _YearScale(NamedTuple):
    """Turns days into slots of so many months, from the first day of a year on."""

    first_year: int
    months: int
    slots: int

    def at(self, day: date) -> int:
        return ((day.year - self.first_year) * 12 + day.month - 1) // self.months

    def holds(self, slot: int) -> bool:
        return 0 <= slot < self.slots

    def interval(self, first: date, last: date, mark: Mark) -> Iterator[Interval]:
        start, end = max(0, self.at(first)), min(self.slots, self.at(last) + 1)
        if start < end:
            yield Interval(start, end, mark)


def years_of(plan: Plan, years: Sequence[StageYear], actions: Sequence[Scheduled], lang: Lang) -> Timeline:
    """Draw actions over the years of the plan, by quarter."""
    scale = _YearScale(years[0].year, _MONTHS_IN_A_SLOT_OF_YEARS, len(years) * 4)
    ticks = tuple(str(year.year) for year in years)
    caption = Text("Kegiatan sepanjang rencana", "Actions over the years").for_lang(lang)
    return _timeline(plan, scale, caption, ticks, actions, lang)


def months_of(plan: Plan, year: int, actions: Sequence[Scheduled], lang: Lang) -> Timeline:
    """Draw actions over the quarters of one year, by month."""
    scale = _YearScale(year, _MONTHS_IN_A_SLOT_OF_MONTHS, 12)
    ticks = tuple(quarter(year, nth, lang).replace(f" {year}", "") for nth in (1, 2, 3, 4))
    caption = Text(f"Kegiatan sepanjang {year}", f"Actions over {year}").for_lang(lang)
    return _timeline(plan, scale, caption, ticks, actions, lang)


def _timeline(
    plan: Plan,
    scale: _YearScale,
    caption: str,
    ticks: tuple[str, ...],
    actions: Sequence[Scheduled],
    lang: Lang,
) -> Timeline:
    drawn = actions[: room_for(len(actions), MOST_LANES)]
    lanes = tuple(_lane(plan, action, scale, lang) for action in drawn)
    used = {interval.mark for lane in lanes for interval in lane.intervals}
    legend = tuple((mark, words.for_lang(lang)) for mark, words in _LEGEND.items() if mark in used)
    now = scale.at(plan.as_of)
    if not scale.holds(now):
        return Timeline(caption, ticks, scale.slots // len(ticks), lanes, legend)
    today: tuple[Mark, str] = ("now", long_date(plan.as_of, lang).partition(", ")[2])
    return Timeline(caption, ticks, scale.slots // len(ticks), lanes, (*legend, today), now)


def _lane(plan: Plan, action: Scheduled, scale: _YearScale, lang: Lang) -> TimelineRow:
    return TimelineRow(
        f"{action.code} {action.action.name}", tuple(_stretches(plan, action, scale)), _words(action, lang)
    )


def _stretches(plan: Plan, action: Scheduled, scale: _YearScale) -> Iterator[Interval]:
    """Give where an action was before it was put off, where it is now, and where that is not sure."""
    mark, before = _MARKS[action.state], action.action.finish
    start = action.start or action.finish
    if action.moves and before is not None and action.finish is not None:
        yield from scale.interval((action.start or before).first, before.last, "moved")
        start = action.finish if action.state is not ActionState.RUNNING else start
    if start is None:
        return
    end = action.finish or start
    yield from scale.interval(start.first, max(end.last, start.first), mark)
    if action.finish is None and action.is_open:
        yield from scale.interval(*_open_end(start, plan.as_of), "unsure")
    if action.late:
        yield from scale.interval(end.last, plan.as_of, "unsure")
        yield from scale.interval(start.first, end.last, mark)


def _open_end(start: When, as_of: date) -> tuple[date, date]:
    """Return the time after the start in which it is not known whether an action still runs."""
    first = start.last
    following = date(first.year + 1, 1, 1) if first.month == 12 else date(first.year, first.month + 1, 1)
    return following, max(following, as_of)


def _words(action: Scheduled, lang: Lang) -> str:
    """Say the same as the lane, short enough to stand behind it."""
    late = f", {Text('terlewat', 'overdue').for_lang(lang)}" if action.late else ""
    finish = action.finish.text(lang) if action.finish else Text("selesai ?", "until ?").for_lang(lang)
    return f"{action.state.value.for_lang(lang)}, {finish}{late}"
