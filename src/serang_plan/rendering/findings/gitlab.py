"""Findings as GitLab Code Quality: one list, each with a fingerprint that does not move with the lines."""

from __future__ import annotations

from typing import Any

from serang_plan.findings import Located, Severity
from serang_plan.rendering.findings.outcome import CheckOutcome, advised
from serang_plan.rendering.json.encoder import dumped
from serang_plan.wording import Lang, escape_invisible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(outcome: CheckOutcome) -> str:
    """Return GitLab's JSON. The rule stands in the description too: GitLab does not show `check_name`."""
    marks = outcome.fingerprints()
    pairs = zip(outcome.found, marks, strict=True)
    return dumped([_finding(one, mark, outcome.lang) for one, mark in pairs])


def _finding(one: Located, mark: str, lang: Lang) -> dict[str, Any]:
    rule, at = one.finding.rule, one.at
    return {
        "description": escape_invisible(f"{rule.code}: {advised(one, lang)}"),
        "check_name": rule.code,
        "fingerprint": mark,
        "severity": _SEVERITIES[rule.severity],
        "location": {"path": at.path, "lines": {"begin": at.line, "end": at.line}},
    }
