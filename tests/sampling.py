"""Of cases that are slow and rarely speak, some: drawn by a seed that the tests print, all of them every night."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import TypeVar

Case = TypeVar("Case")

ALL = os.environ.get("SERANG_PLAN_TESTS") == "all"
SEED = os.environ.get("SERANG_PLAN_SEED", "1")
"""Fixed unless one is given: every process of a run must draw the same cases."""


def sample(cases: Sequence[Case], most: int) -> list[Case]:
    """Return all cases where all are asked for, otherwise at most so many, in their order."""
    if ALL or len(cases) <= most:
        return list(cases)
    drawn = random.Random(SEED).sample(range(len(cases)), most)
    return [cases[index] for index in sorted(drawn)]


INSTALLED = sample(("pre_commit", "prek", "list of a release"), 1)
"""What is tried in an environment of its own, with all that it installs there."""


def what_is_drawn() -> str:
    """Return the line that says below a run which cases it had."""
    if ALL:
        return "All there are (SERANG_PLAN_TESTS=all)."
    return f"Of the slow ones some, by SERANG_PLAN_SEED={SEED}; all of them with SERANG_PLAN_TESTS=all."
