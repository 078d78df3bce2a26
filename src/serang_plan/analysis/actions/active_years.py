"""Active years: in which years an action runs and which OPD carries it, as known on the plan's date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from serang_plan.analysis.lookups.references import Reference
from serang_plan.model.action import Action, Move
from serang_plan.model.plan import Plan
from serang_plan.model.when import When


def is_over(action: Action) -> bool:
    """Whether an action is finished or cancelled."""
    return action.status in ("selesai", "batal")


def moves_known(plan: Plan, action: Action) -> tuple[Move, ...]:
    """Return the times that an action was put off, as far as they were known on the plan's date."""
    return tuple(move for move in action.moves if move.known is None or move.known.first <= plan.as_of)


def end_of(plan: Plan, action: Action) -> When | None:
    """Return when an action was done, else to when it was put off last, else when it should finish."""
    if action.done is not None:
        return action.done
    moves = moves_known(plan, action)
    return moves[-1].to if moves else action.finish


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
    """Return the OPD that carries an action, and where that is written: a move may change it."""
    for move in reversed(moves_known(plan, action)):
        if move.opd is not None:
            return Reference(move.opd, move, ("opd",))
    return Reference(action.opd, action, ("opd",)) if action.opd is not None else None


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
