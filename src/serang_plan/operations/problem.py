"""Problem: why something cannot be done, in one sentence, and what to do about it."""

from __future__ import annotations

from serang_plan.wording import Text


class ProblemError(Exception):
    """Something cannot be done: one sentence, and advice if there is any."""

    def __init__(self, message: Text, help: Text | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.help = help


class AlreadyThereError(ProblemError):
    """A file is there already, and nobody said that it may be replaced."""
