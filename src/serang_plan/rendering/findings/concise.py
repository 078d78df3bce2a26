"""Findings, one line each: `PATH:LINE:COLUMN: CODE sentence`."""

from __future__ import annotations

from collections.abc import Iterable

from serang_plan.findings import Located
from serang_plan.wording import Lang, escape_invisible


def render(findings: Iterable[Located], lang: Lang) -> str:
    """Return one line for each finding, its advice behind a dash."""
    return "".join(f"{_line(one, lang)}\n" for one in findings)


def _line(one: Located, lang: Lang) -> str:
    at, finding = one.at, one.finding
    advice = f" — {finding.help.for_lang(lang)}" if finding.help else ""
    sentence = f"{finding.rule.code} {finding.message.for_lang(lang)}{advice}"
    return escape_invisible(f"{at.path}:{at.line}:{at.column}: {sentence}")
