"""Findings as JSON, with a version so that programs can rely on it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from serang_plan.findings import Located, Severity
from serang_plan.places import Span
from serang_plan.wording import Lang

SCHEMA_VERSION = 1
_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(findings: Sequence[Located], lang: Lang, files: Sequence[str], as_of: date) -> str:
    """Return one JSON object: the files that were read, the counts and the findings in reading order."""
    severities = [one.finding.rule.severity for one in findings]
    counts = {word: severities.count(severity) for severity, word in _WORDS.items()}
    value = {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "language": lang,
        "files": list(files),
        "counts": counts,
        "findings": [_finding(one, lang) for one in findings],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _finding(one: Located, lang: Lang) -> dict[str, Any]:
    finding = one.finding
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": _WORDS[finding.rule.severity],
        "message": finding.message.in_(lang),
        "help": finding.help.in_(lang) if finding.help else None,
        **_place(one.at),
        "labels": [{"text": text.in_(lang), **_place(span)} for text, span in one.labels],
    }


def _place(at: Span) -> dict[str, Any]:
    return {"path": at.path, "line": at.line, "column": at.column, "length": at.length}
