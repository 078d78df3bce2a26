"""Swapping: two files trade their names in one step, where the system can."""

from __future__ import annotations

import errno
import os

_HERE = -100
_EXCHANGE = 2
"""How Linux calls the folder that we run in, and the trade."""
_UNABLE = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


def swapped(first: str, second: str) -> bool:
    """Let two files trade names, and return whether this system can. Raises OSError if it refuses."""
    try:
        import ctypes

        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, AttributeError, OSError, TypeError):
        return False
    if renameat2(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE) == 0:
        return True
    reason = ctypes.get_errno()
    if reason in _UNABLE:
        return False
    raise OSError(reason, os.strerror(reason), second)
