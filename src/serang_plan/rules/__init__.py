"""Rules: what is wrong with a plan that can be read; one file per rule, found by its code."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from serang_plan.analysis.known.known_plan import as_told
from serang_plan.findings import Finding, Rule, RuleModule
from serang_plan.model.plan import Plan

FILES = tuple(sorted(path.stem for path in Path(__file__).parent.glob("[a-z][0-9]*_*.py")))
"""The files of the rules: what lies in this folder under a code is one."""


class PlanRule(RuleModule, Protocol):
    """The file of a rule that finds its fault in a plan."""

    def check(self, plan: Plan) -> Iterator[Finding]:
        """Give every place in a plan that has the fault."""


def check(plan: Plan) -> Iterator[Finding]:
    """Give everything that the rules find, in the order of the rules; histories count, in full."""
    plan = as_told(plan)
    for module in _modules():
        yield from module.check(plan)


def rules() -> tuple[Rule, ...]:
    """Return the rules with their pages."""
    return tuple(module.RULE for module in _modules())


def _modules() -> Iterator[PlanRule]:
    return (cast(PlanRule, import_module(f"{__name__}.{file}")) for file in FILES)
