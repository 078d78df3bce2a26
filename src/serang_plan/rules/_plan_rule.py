"""A rule of the plan: a function that gives every place with a fault; its docstring is the rule's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan

Check = Callable[[Plan], Iterator[Finding]]


class PlanRule:
    """A rule with its check; the name of the function is the rule's name."""

    __slots__ = ("check", "finding", "rule")

    def __init__(self, check: Check, code: str, severity: Severity) -> None:
        self.check = check
        self.rule = Rule(code, check.__name__.replace("_", "-"), check.__doc__, severity)
        self.finding = self.rule.finding


def rule(code: str, severity: Severity = Severity.ERROR) -> Callable[[Check], PlanRule]:
    """Return the decorator that makes a rule of a check."""
    return partial(PlanRule, code=code, severity=severity)
