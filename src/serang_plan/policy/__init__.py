"""Policy: what a plan itself says about its findings, in its settings and in comments; one file per rule."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from serang_plan.findings import Rule, RuleModule

FILES = tuple(sorted(path.stem for path in Path(__file__).parent.glob("[a-z][0-9]*_*.py")))
"""The files of the rules: what lies in this folder under a code is one."""


def rules() -> tuple[Rule, ...]:
    """Return the rules with their pages."""
    modules = (cast(RuleModule, import_module(f"{__name__}.{file}")) for file in FILES)
    return tuple(module.RULE for module in modules)
