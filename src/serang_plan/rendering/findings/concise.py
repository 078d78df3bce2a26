"""Findings, one line each: `PATH:LINE:COLUMN: CODE sentence`."""

from __future__ import annotations

from serang_plan.rendering.findings.outcome import CheckOutcome, advised, one_line


def render(outcome: CheckOutcome) -> str:
    """Return one line for each finding, its advice behind a dash."""
    return "".join(f"{one_line(located, advised(located, outcome.lang))}\n" for located in outcome.findings)
