"""Findings as GitLab Code Quality: one list, each with a fingerprint that does not move with the lines."""

from __future__ import annotations

from serang_plan.findings import Located, Severity
from serang_plan.rendering.findings.outcome import CheckOutcome, advised
from serang_plan.rendering.json.encoder import encoded
from serang_plan.wording import Lang, escape_invisible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(outcome: CheckOutcome) -> str:
    """Return GitLab's JSON. The rule stands in the description too: GitLab does not show `check_name`."""
    pairs = zip(outcome.findings, outcome.fingerprints(), strict=True)
    return encoded([_issue(located, mark, outcome.lang) for located, mark in pairs])


def _issue(located: Located, mark: str, lang: Lang) -> dict[str, object]:
    rule, at = located.finding.rule, located.at
    return {
        "description": escape_invisible(f"{rule.code}: {advised(located, lang)}"),
        "check_name": rule.code,
        "fingerprint": mark,
        "severity": _SEVERITIES[rule.severity],
        "location": {"path": at.path, "lines": {"begin": at.line, "end": at.line}},
    }
