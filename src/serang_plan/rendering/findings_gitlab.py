"""Findings as GitLab Code Quality: a list with fingerprints that do not move with the lines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

from serang_plan.findings import Located, Severity
from serang_plan.wording import Lang, visible

LineOf = Callable[[str, int], str]
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(findings: Sequence[Located], lang: Lang, line_of: LineOf) -> str:
    """Return GitLab's JSON; every fingerprint is unique."""
    marks = fingerprints(findings, line_of)
    value = [_finding(one, mark, lang) for one, mark in zip(findings, marks, strict=True)]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def fingerprints(findings: Sequence[Located], line_of: LineOf) -> list[str]:
    """Return a mark for each finding: from its rule, file, words and the line's text, never its number."""
    seen: Counter[str] = Counter()
    marks = []
    for one in findings:
        at, finding = one.at, one.finding
        parts = (finding.rule.code, at.path, finding.message.en, line_of(at.path, at.line).strip())
        base = sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
        seen[base] += 1
        marks.append(base if seen[base] == 1 else sha256(f"{base}{seen[base]}".encode()).hexdigest())
    return marks


def _finding(one: Located, mark: str, lang: Lang) -> dict[str, Any]:
    at, finding = one.at, one.finding
    place = {"path": at.path, "positions": _positions(one)}
    return {
        "description": visible(f"{finding.rule.code}: {finding.message.in_(lang)}"),
        "check_name": finding.rule.code,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.rule.severity],
        "location": place,
    }


def _positions(one: Located) -> dict[str, Any]:
    at = one.at
    return {
        "begin": {"line": at.line, "column": at.column},
        "end": {"line": at.line, "column": at.column + at.length},
    }
