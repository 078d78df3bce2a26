"""Plans that are read once: whoever opens the same files for the same day again gets the same value.

A reading is frozen, and so it can be given to many. What reading itself does is told by tests that call it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from unittest.mock import patch

from serang_plan.reading.decoding import read_bytes
from serang_plan.reading.folder import Given, Reading, read_texts

MOST_BYTES = 1 << 20
"""Of all files of a plan that is kept, for it takes memory."""
Texts = tuple[tuple[str, str | bytes], ...]


@contextmanager
def plans_read_once() -> Iterator[None]:
    """Let every command that opens plans in this process share what was read."""
    with (
        patch("serang_plan.operations.files.loading.read_texts", _read),
        patch("serang_plan.operations.files.plan_states.read_texts", _read),
    ):
        yield


def _read(files: Iterator[tuple[str, Given]], as_of: date) -> Reading:
    given = tuple(files)
    texts = tuple(_texts(given))
    if len(texts) < len(given) or sum(len(text) for _, text in texts) > MOST_BYTES:
        return read_texts(iter(given), as_of)
    return _read_before(texts, as_of)


def _texts(given: Texts) -> Iterator[tuple[str, str | bytes]]:
    """Give the files that can be read."""
    for path, text in given:
        try:
            text = read_bytes(path)[0] if text is None else text
        except (OSError, ValueError):
            continue
        if isinstance(text, str | bytes):
            yield path, text


@lru_cache(maxsize=16)
def _read_before(texts: Texts, as_of: date) -> Reading:
    return read_texts(iter(texts), as_of)
