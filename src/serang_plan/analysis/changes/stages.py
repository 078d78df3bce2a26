"""Stages: a year's focus that moved to another year, is another, or is held by another OPD."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from serang_plan.analysis.changes.both_states import BothStates, Details, gone, now
from serang_plan.analysis.changes.change import Change, FieldChange, What
from serang_plan.analysis.changes.significance import differing
from serang_plan.model.action import Stage
from serang_plan.model.plan import Plan
from serang_plan.wording import without_form

_S = "stages"
_Years = Mapping[int, Stage]


def stage_changes(sides: BothStates) -> Iterator[Change]:
    """Give what happened to the years' focus; before and after are years where the focus moved."""
    old, new = _by_year(sides.before), _by_year(sides.after)
    moved = _moved(old, new)
    for year in sorted(old.keys() | new.keys()):
        if year in moved:
            yield from _other_year(old, new, moved, year)
        elif year in old and year in new:
            yield from _detail(new[year], tuple(differing(old[year], new[year])))
        elif sides.was_refused(_S, str(year)):
            continue
        elif year in new:
            yield now(What.NEW, _S, str(year), new[year], "year", who=new[year].opd)
        elif year not in moved.values():
            yield gone(What.REMOVED, _S, str(year), old[year], "year", who=old[year].opd)


def _other_year(old: _Years, new: _Years, moved: Mapping[int, int], year: int) -> Iterator[Change]:
    """Tell a focus that stood in another year, and what it took the place of unless that moved too."""
    was, stage = moved[year], new[year]
    what = What.FOCUS_LATER if year > was else What.FOCUS_SOONER
    more: Details = {"before": was, "after": year, "who": stage.opd}
    yield now(what, _S, str(year), stage, "year", **more)
    fields = tuple(differing(old[was], stage, frozenset({"year"})))
    if year in old and year not in moved.values() and old[year].focus is not None:
        fields = (FieldChange("focus", old[year].focus, stage.focus), *fields)
    yield from _detail(stage, fields)


def _detail(stage: Stage, fields: tuple[FieldChange, ...]) -> Iterator[Change]:
    if fields:
        yield now(What.DETAIL, _S, str(stage.year), stage, fields[0].name, after=fields, who=stage.opd)


def _moved(old: _Years, new: _Years) -> dict[int, int]:
    """Return by year where its focus stood before, word for word, if that was another year."""
    before, after = _by_focus(old), _by_focus(new)
    return {year: before[focus] for focus, year in after.items() if focus in before and before[focus] != year}


def _by_focus(years: _Years) -> dict[str, int]:
    worded = {year: without_form(stage.focus) for year, stage in years.items() if stage.focus is not None}
    counts = Counter(worded.values())
    return {focus: year for year, focus in worded.items() if counts[focus] == 1}


def _by_year(plan: Plan) -> dict[int, Stage]:
    return {stage.year: stage for stage in reversed(plan.stages)}
