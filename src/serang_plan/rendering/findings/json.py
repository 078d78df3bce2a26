"""Findings as JSON for programs, with a version; `schema/validate.schema.json` describes it."""

from __future__ import annotations

from typing import Any

from serang_plan.findings import Located, Severity, Suppression
from serang_plan.places import Span
from serang_plan.rendering.findings.outcome import SEVERITY_NAMES, CheckOutcome
from serang_plan.rendering.json.encoder import dumped
from serang_plan.wording import Lang

SCHEMA_VERSION = 1


def render(outcome: CheckOutcome) -> str:
    """Return one JSON object: the files that were read, the counts and the findings in reading order."""
    severities = [one.finding.rule.severity for one in outcome.found]
    marks = outcome.fingerprints()
    return dumped(
        {
            "schema_version": SCHEMA_VERSION,
            "as_of": outcome.as_of.isoformat(),
            "language": outcome.lang,
            "files": list(outcome.files),
            "counts": {SEVERITY_NAMES[one]: severities.count(one) for one in sorted(Severity, reverse=True)},
            "findings": [
                {**_finding(one, outcome.lang), "fails": outcome.fails(one), "fingerprint": mark}
                for one, mark in zip(outcome.found, marks, strict=True)
            ],
            "suppressed": [
                {**_finding(one, outcome.lang), **_why(one.suppressed)}
                for one in outcome.suppressed
                if one.suppressed is not None
            ],
            **({"changes": outcome.changes} if outcome.changes is not None else {}),
        }
    )


def _finding(one: Located, lang: Lang) -> dict[str, Any]:
    finding = one.finding
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": SEVERITY_NAMES[finding.rule.severity],
        "message": finding.message.for_lang(lang),
        "help": finding.help.for_lang(lang) if finding.help else None,
        **_place(one.at),
        "labels": [{"text": text.for_lang(lang), **_place(span)} for text, span in one.labels],
    }


def _why(comment: Suppression) -> dict[str, Any]:
    return {"reason": comment.reason, "until": comment.until.isoformat() if comment.until else None}


def _place(at: Span) -> dict[str, Any]:
    return {"path": at.path, "line": at.line, "column": at.column, "length": at.length}
