"""Active years: in which years an action runs and which OPD carries it, as known on the plan's date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from serang_plan.analysis.known.actions import handed_on, known_action
from serang_plan.analysis.lookups.references import Reference
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.model.when import When


def is_over(action: Action) -> bool:
    """Whether an action is finished or cancelled."""
    return action.status in ("selesai", "batal")


def end_of(plan: Plan, action: Action) -> When | None:
    """Return when an action was done, else to when it was put off last, else when it should finish."""
    known = known_action(plan, action)
    if known.done is not None:
        return known.done
    return known.moves[-1].to if known.moves else known.finish


def years_of(plan: Plan, action: Action) -> range:
    """Return the years in which an action surely runs: none if it is cancelled or its time is unknown."""
    return range(0) if action.status == "batal" else sure_years(action.start, end_of(plan, action))


def sure_years(start: When | None, end: When | None) -> range:
    """Return the years from a start to an end; with only one of them known, that year alone is sure."""
    first, last = start or end, end or start
    return range(first.first.year, last.last.year + 1) if first and last else range(0)


def may_run_in(plan: Plan, action: Action, year: int) -> bool:
    """Whether an action runs in a year, or may, since its start or its end is unknown."""
    end = end_of(plan, action)
    started = action.start is None or action.start.first.year <= year
    ended = end is not None and end.last.year < year
    return action.status != "batal" and started and not ended


def carrier(plan: Plan, action: Action) -> Reference | None:
    """Return the OPD that carries an action, and where that is written: a move or a report may change it."""
    record = handed_on(known_action(plan, action)) or action
    return Reference(record.opd, record, ("opd",)) if record.opd is not None else None


def carriers_by_indicator(plan: Plan) -> Mapping[str, frozenset[str | None]]:
    """Return which OPD have an action for each indicator; None stands for one that names no OPD.

    Whoever carried an action before it was handed on still counts; cancelled actions do not.
    """
    carriers: dict[str, set[str | None]] = defaultdict(set)
    for action in plan.actions:
        if action.status != "batal":
            last = carrier(plan, action)
            codes = {action.opd, last.code} if last and action.opd else {last and last.code}
            for effect in action.indicators:
                carriers[effect.code] |= codes
    return {code: frozenset(opd) for code, opd in carriers.items()}
