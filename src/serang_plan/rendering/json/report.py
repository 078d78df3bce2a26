"""A report for programs: JSON with a version, the same bytes for the same plan and date."""

from __future__ import annotations

import json
from typing import Any


def render(data: dict[str, Any]) -> str:
    """Return the data as JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
