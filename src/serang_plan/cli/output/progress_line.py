"""Progress line: how far long work is, on a terminal and only once it takes over a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from serang_plan.cli.output.streams import end_working

_PATIENCE = 1.0
"""Seconds in which nobody wonders."""


class ProgressLine:
    """A line on standard error that is written over, and gone at the end."""

    def __init__(self, what: str) -> None:
        self.what, self.since, self.shown = what, time.monotonic(), False

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def show(self, done: int, of: int) -> None:
        """Say how much of it is done."""
        if sys.stderr.isatty() and time.monotonic() - self.since > _PATIENCE:
            end_working()
            sys.stderr.write(f"\r{self.what} {done}/{of}\x1b[K")
            sys.stderr.flush()
            self.shown = True
