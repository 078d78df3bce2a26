"""All rules: what can be found, in the order in which the list of rules tells of it."""

from __future__ import annotations

from serang_plan import policy, rules
from serang_plan.findings import Rule
from serang_plan.reading import faults
from serang_plan.reports.explain.page import FAMILIES


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, of reading, of the plan and of its policy, in the order of the families."""
    order = list(FAMILIES)
    every = (*faults.rules(), *rules.rules(), *policy.rules())
    return tuple(sorted(every, key=lambda rule: (order.index(rule.code[0]), rule.code)))
