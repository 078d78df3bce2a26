"""Watching: wakes whenever a file of the plan was saved."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from serang_plan.reading.folder import NothingToReadError, find_files

LOOK_AT_LEAST_EVERY = 500
"""Milliseconds: a folder that was moved away and came back is seen again, though its watch was lost."""
SETTLED_AFTER = 200
"""Milliseconds: many files saved at once, or one written in pieces, are one change."""


def changes(paths: Sequence[str]) -> Iterator[None]:
    """Return what yields after every change from now on. Raises ImportError without `watchfiles`."""
    from watchfiles import watch

    there = [path for path in paths if os.path.exists(path)]
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in there}
    waking = watch(
        *sorted(folders) or ".",
        watch_filter=None,
        debounce=SETTLED_AFTER,
        rust_timeout=LOOK_AT_LEAST_EVERY,
        yield_on_timeout=True,
        recursive=any(map(os.path.isdir, there)),
        ignore_permission_denied=True,
    )
    return _changed(paths, waking, _stamps(paths))


def _changed(
    paths: Sequence[str], waking: Iterator[object], before: dict[str, tuple[int, int, int]]
) -> Iterator[None]:
    for _ in waking:
        now = _stamps(paths)
        if now != before:
            before = now
            yield


def _stamps(paths: Sequence[str]) -> dict[str, tuple[int, int, int]]:
    """Return what tells one state of the files from the next, however an editor writes them."""
    stamps = {}
    for path in paths:
        try:
            files = find_files(path)
        except NothingToReadError:
            continue
        for file in files:
            try:
                about = os.stat(file)
            except OSError:
                continue
            stamps[file] = (about.st_mtime_ns, about.st_size, about.st_ino)
    return stamps
