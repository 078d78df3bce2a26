"""Ending: a program that is asked to end tidies up first."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

_ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Let what is within clean up when the program is asked to end; what cannot be caught ends it at once."""
    numbers = [number for number in _ENDS if _would_end(number)]
    before = {number: signal.signal(number, _leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _would_end(number: int) -> bool:
    """Whether a signal would end the program as it is; `nohup` and whoever called us may want otherwise."""
    return current_thread() is main_thread() and signal.getsignal(number) is signal.SIG_DFL


def _leave(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)
