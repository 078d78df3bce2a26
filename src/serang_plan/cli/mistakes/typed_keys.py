"""Typed keys: advice that names a key of the plan's files, for somebody who typed an option instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text

_OTHERWISE_CALLED = {"as_of": "--at", "known": "--on"}
_KEY = re.compile(r"`([a-z_]+)`")


def as_typed(problem: ProblemError, words: Sequence[str]) -> ProblemError:
    """Return a problem whose advice names the options that were typed where it names their keys."""
    options = {word.partition("=")[0] for word in words if word.startswith("--")}

    def typed(key: re.Match[str]) -> str:
        option = _OTHERWISE_CALLED.get(key[1], f"--{key[1].replace('_', '-')}")
        return f"`{option}`" if option in options else key[0]

    help = problem.help and Text(*(_KEY.sub(typed, sentence) for sentence in problem.help))
    return ProblemError(problem.message, help)
