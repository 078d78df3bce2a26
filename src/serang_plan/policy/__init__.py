"""Policy: what a plan itself says about its findings, in its settings and in comments; one file per rule."""

from __future__ import annotations

import os
from importlib import import_module
from typing import cast

from serang_plan.findings import Rule, RuleModule, rule_files

FILES = rule_files(os.path.dirname(__file__))


def rules() -> tuple[Rule, ...]:
    """Return the rules with their pages."""
    return tuple(module_of(file).RULE for file in FILES)


def module_of(file: str) -> RuleModule:
    """Return the module of a rule's file."""
    return cast(RuleModule, import_module(f"{__name__}.{file}"))
