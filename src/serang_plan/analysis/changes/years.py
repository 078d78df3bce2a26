"""Years: what each year of the plan holds, where that is other than before."""

from collections import Counter
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.changes.both_states import BothStates
from serang_plan.model.plan import Plan


class YearContent(NamedTuple):
    """What is aimed at and done in one year."""

    focus: bool = False
    opd: tuple[str, ...] = ()
    targets: int = 0
    actions: int = 0
    """Actions that run in it."""


class YearChange(NamedTuple):
    """One year that holds something else."""

    year: int
    before: YearContent
    after: YearContent


def year_changes(sides: BothStates) -> tuple[YearChange, ...]:
    """Return the years that hold something else, in order."""
    old, new = _years(sides.before), _years(sides.after)
    changes = (
        YearChange(year, old.get(year, YearContent()), new.get(year, YearContent()))
        for year in sorted(old.keys() | new.keys())
    )
    return tuple(change for change in changes if change.before != change.after)


def _years(plan: Plan) -> dict[int, YearContent]:
    targets = Counter(target.year for indicator in plan.indicators for target in indicator.targets)
    actions = Counter(year for scheduled in schedule(plan) for year in scheduled.years)
    stages = {stage.year: stage for stage in reversed(plan.stages)}
    return {
        year: YearContent(
            year in stages and stages[year].focus is not None,
            tuple(sorted(stages[year].opd)) if year in stages else (),
            targets[year],
            actions[year],
        )
        for year in dict.fromkeys((*stages, *targets, *actions))
    }
