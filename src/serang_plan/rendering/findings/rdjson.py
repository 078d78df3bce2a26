"""Findings as Reviewdog Diagnostic JSON: columns count bytes, and a range ends before its last one."""

from __future__ import annotations

from serang_plan.findings import Located, Severity
from serang_plan.places import Span
from serang_plan.rendering.findings.outcome import CheckOutcome, LineOf, Replacement, advised
from serang_plan.rendering.json.encoder import encoded
from serang_plan.wording import escape_invisible

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(outcome: CheckOutcome) -> str:
    """Return one DiagnosticResult."""
    diagnostics = [_diagnostic(located, outcome) for located in outcome.findings]
    return encoded({"source": {"name": "serang-plan"}, "diagnostics": diagnostics})


def _diagnostic(located: Located, outcome: CheckOutcome) -> dict[str, object]:
    rule, line_of, lang = located.finding.rule, outcome.line_of, outcome.lang
    suggestions = [_suggestion(fix, line_of) for fix in outcome.fix(located)]
    return {
        "message": escape_invisible(advised(located, lang)),
        "location": _location(located.at, line_of),
        "severity": _SEVERITIES[rule.severity],
        "code": {"value": rule.code},
        **({"suggestions": suggestions} if suggestions else {}),
        "relatedLocations": [
            {"message": escape_invisible(text.for_lang(lang)), "location": _location(span, line_of)}
            for text, span in located.labels
        ],
    }


def _location(at: Span, line_of: LineOf) -> dict[str, object]:
    start = _position(at.path, at.line, at.column, line_of)
    end = _position(at.path, at.line, at.column + at.length, line_of)
    return {"path": at.path, "range": {"start": start, "end": end}}


def _suggestion(fix: Replacement, line_of: LineOf) -> dict[str, object]:
    start = _position(fix.path, fix.line, fix.column, line_of)
    end = _position(fix.path, fix.end_line, fix.end_column, line_of)
    return {"range": {"start": start, "end": end}, "text": fix.text}


def _position(path: str, line: int, column: int, line_of: LineOf) -> dict[str, int]:
    before = line_of(path, line)[: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
