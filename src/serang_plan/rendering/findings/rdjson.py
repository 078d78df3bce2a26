"""Findings as Reviewdog Diagnostic JSON: columns count bytes, and a range ends before its last one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from serang_plan.findings import Located, Severity
from serang_plan.places import Span
from serang_plan.rendering.findings.outcome import CheckOutcome, LineOf, Replacement, advised
from serang_plan.rendering.json.encoder import dumped
from serang_plan.wording import escape_invisible

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(outcome: CheckOutcome) -> str:
    """Return one DiagnosticResult."""
    return dumped(
        {
            "source": {"name": "serang-plan"},
            "diagnostics": [_diagnostic(one, outcome) for one in outcome.found],
        }
    )


def _diagnostic(one: Located, outcome: CheckOutcome) -> dict[str, Any]:
    rule, line_of, lang = one.finding.rule, outcome.line_of, outcome.lang
    fixes = outcome.fix(one)
    return {
        "message": escape_invisible(advised(one, lang)),
        "location": _location(one.at, line_of),
        "severity": _SEVERITIES[rule.severity],
        "code": {"value": rule.code},
        **({"suggestions": _suggestions(fixes, line_of)} if fixes else {}),
        "relatedLocations": [
            {"message": escape_invisible(text.for_lang(lang)), "location": _location(span, line_of)}
            for text, span in one.labels
        ],
    }


def _location(at: Span, line_of: LineOf) -> dict[str, Any]:
    start = _position(at.path, at.line, at.column, line_of)
    end = _position(at.path, at.line, at.column + at.length, line_of)
    return {"path": at.path, "range": {"start": start, "end": end}}


def _suggestions(fixes: Sequence[Replacement], line_of: LineOf) -> list[dict[str, Any]]:
    return [
        {
            "range": {
                "start": _position(one.path, one.line, one.column, line_of),
                "end": _position(one.path, one.end_line, one.end_column, line_of),
            },
            "text": one.text,
        }
        for one in fixes
    ]


def _position(path: str, line: int, column: int, line_of: LineOf) -> dict[str, int]:
    before = line_of(path, line)[: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
