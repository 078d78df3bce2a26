"""An outcome for the tests of formats, from findings or from a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from serang_plan.findings import Located
from serang_plan.rendering.findings.outcome import CheckOutcome, Explained


def outcome(
    found: Sequence[Located], line_of: Callable[[str, int], str] = lambda path, line: "", **changed: Any
) -> CheckOutcome:
    """Return what the formats take; every finding fails, and its fingerprint is its number."""
    whole = CheckOutcome(
        findings=found,
        files=tuple(dict.fromkeys(one.at.path for one in found)) or ("data/plan.yaml",),
        lang="id",
        as_of=date(2026, 6, 30),
        version="1.2.3",
        line_of=line_of,
        fails=lambda one: True,
        fingerprints=lambda: [f"{nth:040}" for nth in range(len(found))],
        explained=lambda rule: Explained("Judul", "Sebab", "salah: 1", "benar: 2"),
    )
    return whole._replace(**changed)
