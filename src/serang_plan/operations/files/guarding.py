"""Guarding: one run at a time writes into a folder."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

_WAITS = 50
"""Tenths of a second that another run may take."""


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
