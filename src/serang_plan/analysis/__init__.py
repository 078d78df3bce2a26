"""Analysis: what follows from a plan; one question per file, values out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from serang_plan.model.plan import Plan

Record = TypeVar("Record")
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


def once_each(work_out: Callable[[Plan, Record], Found]) -> Callable[[Plan, Record], Found]:
    """Work it out when it is asked for first of each record, so that a hundred rules need not.

    The plan keeps it with the record itself, so that no other bears its id.
    """
    name = f"{work_out.__module__}.{work_out.__name__}"

    @wraps(work_out)
    def found(plan: Plan, record: Record) -> Found:
        of_plan: dict[int, tuple[Record, Found]] = plan.__dict__.setdefault(name, {})
        kept = of_plan.get(id(record))
        if kept is None:
            kept = of_plan[id(record)] = (record, work_out(plan, record))
        return kept[1]

    return found
