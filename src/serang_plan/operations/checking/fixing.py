"""Fixing: what is safe to put right, as changes of files, and the files that are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from serang_plan.operations.checking.safe_fixes import fixed, unread_files
from serang_plan.operations.checking.sorting import SortResult, UnsortedList, in_order
from serang_plan.operations.files.plan_file import has_changed, read_unchanged, replace_unchanged
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import Reading
from serang_plan.rendering.findings.patch import FileChange
from serang_plan.wording import Text, escape_invisible, quoted


class Fixes(NamedTuple):
    """What is to be written, and the plan as it is then."""

    reading: Reading
    changes: tuple[FileChange, ...]
    fixes: int
    lists: int
    """How many lists are put in order."""
    unsorted: tuple[UnsortedList, ...]

    def write(self, *, force: bool = False) -> tuple[Text, ...]:
        """Replace the files, each in one step; all are looked at before the first is touched.

        Returns what else there is to say of them; `force` writes files that have other names, too.
        Raises ProblemError at the first that has changed meanwhile or cannot be written, and says which were.
        """
        unchanged = [read_unchanged(change.path, change.before, force=force) for change in self.changes]
        remarks: list[Text | None] = []
        written: list[str] = []
        for change, (content, mark) in zip(self.changes, unchanged, strict=True):
            try:
                remarks.append(replace_unchanged(change.path, content, mark + change.after.encode("utf-8")))
            except ProblemError as problem:
                raise _half_done(problem, written) if written else problem from None
            written.append(change.path)
        return tuple(filter(None, remarks))


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


def _half_done(problem: ProblemError, written: Sequence[str]) -> ProblemError:
    names, verb = quoted(map(escape_invisible, written)), "is" if len(written) == 1 else "are"
    help = Text(
        f"{names} sudah ditulis, yang lain masih seperti semula; atasi sebabnya, lalu jalankan lagi",
        f"{names} {verb} written already, the rest is as it was; solve the cause, then run it again",
    )
    return ProblemError(problem.message, help)
