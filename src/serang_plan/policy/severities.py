"""Severities: what the plan's settings make of the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.header import Settings
from serang_plan.model.plan import Plan
from serang_plan.policy.p904_unknown_rule import unknown_rule
from serang_plan.policy.p906_never_ignored import is_unread, not_lowered

WORDS: Mapping[str, Severity] = {severity.word.id: severity for severity in Severity}
REQUIRED: Mapping[str, str] = {
    "alasan-target": "P907",
    "ambang": "C302",
    "target": "C303",
    "biaya": "C312",
    "tempat": "C313",
    "budaya": "C314",
    "bukti-kegiatan": "E608",
    "batas-waktu-keputusan": "R802",
    "bukti-keputusan": "R806",
}
"""What a plan can require, and the rule that finds where it is missing."""


class Catalogue(NamedTuple):
    """All codes there are, and the rule of a code."""

    codes: tuple[str, ...]
    rule: Callable[[str], Rule]

    def named(self, name: str) -> str | None:
        """Return the code of the rule that is called so."""
        return next((code for code in self.codes if self.rule(code).name == name), None)


def severities(settings: Settings, rules: Catalogue) -> Mapping[str, Severity]:
    """Return the severities that differ from the rules' own: what is required is an error, unless named."""
    wanted = dict.fromkeys((REQUIRED[word] for word in settings.required), Severity.ERROR)
    wanted |= {code: WORDS[word] for code, word in settings.severity}
    return {
        code: severity
        for code, severity in wanted.items()
        if code in rules.codes and not _is_lowered(rules.rule(code), severity)
    }


def _is_lowered(rule: Rule, severity: Severity) -> bool:
    return is_unread(rule) and severity < rule.severity


def faults_of_settings(plan: Plan, rules: Catalogue) -> Iterator[Finding]:
    """Give what is wrong with the severities that the settings name."""
    header = plan.header
    if header is None or header.settings is None:
        return
    for code, word in header.settings.severity:
        at = header.settings.at("severity", code)
        if code not in rules.codes:
            yield unknown_rule(code, rules.codes, at.name, named=rules.named(code))
        elif _is_lowered(rule := rules.rule(code), WORDS[word]):
            yield not_lowered(rule, at)


def with_severity(finding: Finding, wanted: Mapping[str, Severity]) -> Finding:
    """Return a finding as bad as the plan calls it."""
    severity = wanted.get(finding.rule.code)
    return finding if severity is None else finding._replace(rule=finding.rule._replace(severity=severity))
