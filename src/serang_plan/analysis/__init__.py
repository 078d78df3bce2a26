"""Analysis: what follows from a plan; one question per file, values out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from serang_plan.model.indicator import Indicator
    from serang_plan.model.plan import Plan

Found = TypeVar("Found")


def once(work_out: Callable[[Plan], Found]) -> Callable[[Plan], Found]:
    """Work it out when it is asked for first; the plan keeps it, as it does a cached property."""
    name = f"{work_out.__module__}.{work_out.__name__}"

    @wraps(work_out)
    def found(plan: Plan) -> Found:
        if name not in plan.__dict__:
            plan.__dict__[name] = work_out(plan)
        kept: Found = plan.__dict__[name]
        return kept

    return found


def once_each(work_out: Callable[[Plan, Indicator], Found]) -> Callable[[Plan, Indicator], Found]:
    """Work it out when it is asked for first of each indicator, so that a hundred rules need not.

    The plan keeps it with the indicator itself, so that no other bears its id.
    """
    name = f"{work_out.__module__}.{work_out.__name__}"

    @wraps(work_out)
    def found(plan: Plan, indicator: Indicator) -> Found:
        of_plan: dict[int, tuple[Indicator, Found]] = plan.__dict__.setdefault(name, {})
        kept = of_plan.get(id(indicator))
        if kept is None:
            kept = of_plan[id(indicator)] = (indicator, work_out(plan, indicator))
        return kept[1]

    return found
