"""Rules: what is wrong with a plan that can be read; one file per rule, listed here."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan

FILES = (
    "l201_unknown_opd",
)


def _modules() -> Iterator[Any]:
    for file in FILES:
        yield import_module(f"{__name__}.{file}")


def check(plan: Plan) -> Iterator[Finding]:
    """Give everything that the rules find, in the order of the rules."""
    for module in _modules():
        yield from module.check(plan)


def rules() -> tuple[Rule, ...]:
    """Return the rules with their pages."""
    return tuple(module.RULE for module in _modules())
