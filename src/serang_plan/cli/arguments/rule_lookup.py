"""Rule lookup: rules that somebody named by code or by name."""

from __future__ import annotations

from serang_plan.cli.arguments.usage_error import choose_language, usage_problem
from serang_plan.findings import Rule
from serang_plan.wording import Text, backquoted, did_you_mean


def rule_codes() -> list[tuple[str, str]]:
    """Return the codes that a shell completes, each with what the rule finds."""
    from serang_plan.operations.checking.all_rules import all_rules
    from serang_plan.reports.explain.page import parts

    lang, _ = choose_language([])
    return [(rule.code, parts(rule).title.for_lang(lang)) for rule in all_rules()]


def rule_of(code: str) -> Rule:
    """Return a rule by its code or name. Raises UsageProblemError, with the nearest one, if there is none."""
    from serang_plan.analysis.lookups.meant_code import code_meant
    from serang_plan.operations.checking.all_rules import all_rules

    known = {name: rule for rule in all_rules() for name in (rule.code, rule.name)}
    rule = known.get(code.upper()) or known.get(code.lower())
    if rule is None:
        raise usage_problem(
            f"tidak ada aturan {backquoted(code)}",
            f"there is no rule {backquoted(code)}",
            code_meant(code, known)
            or did_you_mean(code.upper() if len(code) < 6 else code, known)
            or Text(
                "lihat daftarnya dengan `serang-plan explain`", "see the list with `serang-plan explain`"
            ),
        )
    return rule
