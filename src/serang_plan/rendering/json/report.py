"""A report for programs: JSON with a version, the same bytes for the same plan and date."""

from __future__ import annotations

from serang_plan.rendering.json.encoder import encoded


def render(data: object) -> str:
    """Return the data as JSON."""
    return encoded(data)
