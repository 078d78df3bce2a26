"""Suppression: which findings are shown, and what is wrong with the comments that ignore some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from serang_plan.findings import Finding, Located, Suppression
from serang_plan.places import Comment
from serang_plan.policy.directives import Directive, NamedRule, read_remark
from serang_plan.policy.p902_ignored_without_reason import without_reason
from serang_plan.policy.p903_ignored_too_long import expired
from serang_plan.policy.p904_unknown_rule import unknown_rule
from serang_plan.policy.p905_nothing_to_ignore import nothing_to_ignore
from serang_plan.policy.p906_never_ignored import is_never_ignored, not_ignored
from serang_plan.policy.severities import Catalogue


class JudgedFindings(NamedTuple):
    """Findings that are shown, findings that a comment keeps back, and findings about the comments."""

    shown: list[Located]
    suppressed: list[Located]
    about_comments: list[Finding]


_Place = tuple[str, int, str]
"""A file, a line and the code of a rule."""


class _Suppressing(NamedTuple):
    """One code of a comment that may keep back findings of its line."""

    named: NamedRule
    line: int
    suppression: Suppression

    @property
    def place(self) -> _Place:
        return self.named.at.path, self.line, self.named.code


def judge(
    findings: Iterable[Located], comments: Iterable[Comment], as_of: date, rules: Catalogue, *, all_read: bool
) -> JudgedFindings:
    """Keep back the findings that a comment ignores, with a reason, on the finding's line or above it.

    A comment that ignores nothing is only told if all was read: else the finding may just not have come up.
    """
    remarks = [read_remark(comment) for comment in comments]
    about = [remark for remark in remarks if isinstance(remark, Finding)]
    suppressing: dict[_Place, _Suppressing] = {}
    idle: list[_Suppressing] = []
    for remark in remarks:
        if isinstance(remark, Directive):
            able = tuple(name for name in remark.named if _can_be_ignored(name, rules))
            about += [*_unable(remark, rules), *_not_in_force(remark, able, as_of)]
            for code in _suppressing(remark, able, as_of):
                if suppressing.setdefault(code.place, code) is not code:
                    idle.append(code)
    shown, suppressed = _parted(findings, suppressing)
    if all_read:
        used = {_place(located) for located in suppressed}
        idle += (
            code
            for at, code in suppressing.items()
            if at not in used and not rules.rule(code.named.code).compares
        )
        about += (nothing_to_ignore(code.named.code, code.named.at) for code in idle)
    return JudgedFindings(shown, suppressed, about)


def _place(located: Located) -> _Place:
    return located.at.path, located.at.line, located.finding.rule.code


def _can_be_ignored(name: NamedRule, rules: Catalogue) -> bool:
    return name.code in rules.codes and not is_never_ignored(rules.rule(name.code))


def _unable(remark: Directive, rules: Catalogue) -> Iterator[Finding]:
    """Say which codes of a comment are no rule, or none that can be ignored."""
    for code, at in remark.named:
        if code not in rules.codes:
            yield unknown_rule(code, rules.codes, at, named=rules.named(code))
        elif is_never_ignored(rule := rules.rule(code)):
            yield not_ignored(rule, at)


def _not_in_force(remark: Directive, able: tuple[NamedRule, ...], as_of: date) -> Iterator[Finding]:
    """Say why a comment does not hold: it gives no reason, or has run out."""
    codes = tuple(name.code for name in able)
    if able and not remark.reason:
        yield without_reason(codes, remark.at)
    elif able and remark.until is not None and remark.until < as_of:
        yield expired(codes, remark.until, remark.at)


def _suppressing(remark: Directive, able: tuple[NamedRule, ...], as_of: date) -> Iterator[_Suppressing]:
    if remark.reason and (remark.until is None or as_of <= remark.until):
        suppression = Suppression(remark.reason, remark.at, remark.until)
        yield from (_Suppressing(name, remark.line, suppression) for name in able)


def _parted(
    findings: Iterable[Located], suppressing: dict[_Place, _Suppressing]
) -> tuple[list[Located], list[Located]]:
    shown, suppressed = [], []
    for located in findings:
        by = suppressing.get(_place(located))
        if by is None:
            shown.append(located)
        else:
            suppressed.append(located._replace(suppressed=by.suppression))
    return shown, suppressed
