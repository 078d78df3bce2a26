"""Policy: what a plan itself says about its findings, in its settings and in comments; one file per rule."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from serang_plan.findings import Rule, RuleModule

FILES = (
    "p901_unread_comment",
    "p902_ignored_without_reason",
    "p903_ignored_too_long",
    "p904_unknown_rule",
    "p905_nothing_to_ignore",
    "p906_never_ignored",
    "p907_eased_without_reason",
    "p908_section_gone",
)


def rules() -> tuple[Rule, ...]:
    """Return the rules with their pages."""
    modules = (cast(RuleModule, import_module(f"{__name__}.{file}")) for file in FILES)
    return tuple(module.RULE for module in modules)
