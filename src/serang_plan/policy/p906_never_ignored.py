"""Temuan yang hendak didiamkan tidak dapat didiamkan.

A finding is to be kept quiet that cannot be.

Mengapa: isian yang tidak terbaca tidak ikut dihitung. Bila temuannya didiamkan, rencana tampak utuh
padahal ada yang hilang. Temuan tentang komentar dan pengaturan sendiri juga tetap ditampilkan.

Why: an entry that cannot be read is not counted. With its finding kept quiet, the plan would look
whole while something is missing. Findings about comments and settings themselves are always shown.

Salah:

    severity: {F105: catatan}

Benar:

    severity: {V503: catatan}
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.places import Location, Span
from serang_plan.wording import Text, backquoted

RULE = Rule("P906", "never-ignored", why=__doc__, severity=Severity.WARNING)
_ABOUT_POLICY = frozenset({"P901", "P902", "P903", "P904", "P905", "P906"})
_UNREAD = Text(
    "perbaiki datanya; yang tidak terbaca tidak ikut dihitung",
    "mend the data; what cannot be read is not counted",
)
_OWN = Text(
    "perbaiki komentar atau pengaturan yang dimaksud temuan itu",
    "mend the comment or the setting that the finding is about",
)


def is_never_ignored(rule: Rule) -> bool:
    """Whether what a rule finds is left out of the plan, or is a comment or a setting itself."""
    return rule.code in _ABOUT_POLICY or is_unread(rule)


def is_unread(rule: Rule) -> bool:
    """Whether what a rule finds is left out of the plan."""
    return rule.code[0] in "SF" and rule.severity is Severity.ERROR


def not_ignored(rule: Rule, at: Span) -> Finding:
    code = backquoted(rule.code)
    message = Text(f"temuan {code} tidak dapat diabaikan", f"findings of {code} cannot be ignored")
    return RULE.finding(message, at, help=_UNREAD if is_unread(rule) else _OWN)


def not_lowered(rule: Rule, at: Location) -> Finding:
    code = backquoted(rule.code)
    message = Text(f"tingkat {code} tidak dapat diturunkan", f"the severity of {code} cannot be lowered")
    return RULE.finding(message, at, help=_UNREAD)
