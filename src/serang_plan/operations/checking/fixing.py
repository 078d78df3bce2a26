"""Fixing: what is safe to put right, as changes of files, and the files that are written."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.operations.checking.safe_fixes import fixed, unread_files
from serang_plan.operations.checking.sorting import SortResult, UnsortedList, in_order
from serang_plan.operations.files.plan_file import has_changed, write_changes
from serang_plan.reading.folder import Reading
from serang_plan.rendering.findings.patch import FileChange
from serang_plan.wording import Text


class Fixes(NamedTuple):
    """What is to be written, and the plan as it is then."""

    reading: Reading
    changes: tuple[FileChange, ...]
    fixes: int
    lists: int
    """How many lists are put in order."""
    unsorted: tuple[UnsortedList, ...]

    def write(self, *, force: bool = False) -> tuple[Text, ...]:
        """Replace the files, as `write_changes` does."""
        return write_changes(self.changes, force=force)


def safe_fixes(reading: Reading, *, sort: bool = False) -> Fixes:
    """Return everything that is safe to put right, lists in the order of their codes included if asked to.

    Raises ProblemError if a file that could not be read at first can be now.
    """
    mended = fixed(reading)
    ordered = in_order(mended.reading) if sort else SortResult(mended.reading)
    texts = {**mended.texts, **ordered.texts}
    for path in unread_files(reading) & texts.keys():
        raise has_changed(path)
    sources = reading.sources
    changes = (
        FileChange(path, sources.source(path).text, texts[path], moved=path in ordered.texts)
        for path in sources.paths
        if path in texts
    )
    count = len(mended.findings) + mended.ended
    return Fixes(ordered.reading, tuple(changes), count, ordered.lists, ordered.left)
