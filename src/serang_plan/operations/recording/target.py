"""Target: what is to be reached in a year; a later one stands beside the one that it replaces."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from serang_plan.analysis.indicators.evidence import reaches
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.editing.changes import AppendItem, Change, Value
from serang_plan.model.indicator import Indicator, Target
from serang_plan.model.plan import Plan
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text


def target_of(
    plan: Plan, indicator: Indicator, year: int, value: Decimal, fields: Mapping[str, Value]
) -> tuple[Change, ...]:
    """Return what sets a target; nothing if it stands so.

    One that replaces another is known from today on, and has the same basis if no other is said.
    Raises ProblemError if it asks for less than the one before it, and no reason is given.
    """
    before = _before(plan, indicator, year, fields.get("basis"))
    if before is not None and before.value == value:
        return ()
    if "reason" not in fields and is_eased(plan, indicator, year, value, fields.get("basis")):
        raise ProblemError(
            Text(
                f"target {indicator.code} {year} menjadi lebih mudah daripada yang sudah ada",
                f"the target of {indicator.code} for {year} becomes easier than the one there is",
            ),
            Text('sebut alasannya: `--reason "…"`', 'say why: `--reason "…"`'),
        )
    replacing = {} if before is None else {"basis": before.basis, "known": plan.as_of}
    whole = {"year": year, "value": value, **replacing, **fields}
    return (AppendItem(indicator.at("targets"), whole),)


def is_eased(plan: Plan, indicator: Indicator, year: int, value: Decimal, basis: Value | None) -> bool:
    """Whether a value asks for less than the target that stands for the year."""
    before = _before(plan, indicator, year, basis)
    return before is not None and not reaches(indicator.direction, value, before.value)


def _before(plan: Plan, indicator: Indicator, year: int, basis: Value | None) -> Target | None:
    standing = known_plan(plan).indicator_by_code[indicator.code].targets
    alike = (target for target in standing if target.year == year and basis in (None, target.basis))
    return next(alike, None)
