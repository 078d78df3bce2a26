"""Guarding: one run at a time writes into a folder, and a program that is asked to end tidies up first."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_WAITS = 50
"""Tenths of a second that another run may take."""
_ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def locked(folder: str) -> Iterator[int | None]:
    """Let one run at a time write into a folder, where the system has locks; give a handle of the folder.

    Whoever holds the lock for longer than a write takes is no run of ours, or stopped: we go on without it.
    """
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield None
        return
    try:
        for _ in range(_WAITS):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.1)
            except OSError:  # a file system without locks
                break
        yield handle
    finally:
        os.close(handle)


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Let a program that is asked to end clean up first; what cannot be caught leaves a file to be swept."""
    numbers = [number for number in _ENDS if _would_end(number)]
    before = {number: signal.signal(number, _leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _would_end(number: int) -> bool:
    """Whether a signal would end the program as it is; `nohup` and whoever called us may want otherwise."""
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and signal.getsignal(number) is signal.SIG_DFL


def _leave(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)
