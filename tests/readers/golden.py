"""What was accepted before: `SERANG_PLAN_ACCEPT=1` writes it, people read it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
_WIDTH = 120


def accepted(path: Path, said: str) -> str:
    """Return what a file says, after writing it where that is asked for."""
    if os.environ.get("SERANG_PLAN_ACCEPT"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert path.exists(), f"{path.relative_to(ROOT)} is not there: SERANG_PLAN_ACCEPT=1 writes it"
    return path.read_text(encoding="utf-8")


def folded(value: Any, indent: int = 1) -> str:
    """Return JSON in which each record of a list begins a line, and lines are filled."""
    flat = json.dumps(value, ensure_ascii=False)
    if indent + len(flat) <= _WIDTH or not value or not isinstance(value, dict | list):
        return flat
    if isinstance(value, list):
        return "[" + f",\n{' ' * indent}".join(folded(part, indent + 1) for part in value) + "]"
    lines = [""]
    for part in (f"{json.dumps(key)}: {folded(one, indent + 1)}" for key, one in value.items()):
        if lines[-1] and ("\n" in part or len(lines[-1]) + len(part) + indent > _WIDTH):
            lines.append("")
        lines[-1] += f"{', ' if lines[-1] else ''}{part}"
        lines += [""] if "\n" in part else []
    return "{" + f",\n{' ' * indent}".join(filter(None, lines)) + "}"
