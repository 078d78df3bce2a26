"""undo: what was recorded last is taken back, while the files still are what was written."""

from __future__ import annotations

import os
from collections.abc import Iterator

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.plan_writer import put_back, state_folder
from serang_plan.operations.files.archive import is_as_kept, throw_away
from serang_plan.operations.recording.undoing import forget, last_edit, still_written
from serang_plan.wording import Text, backquoted_path


def command(context: RunContext, *, at: PlanOptions, writing: Writing) -> int:
    """Take back what was recorded last."""
    edit = last_edit(state_folder(), at.data)
    files, archive = still_written(edit.files), edit.archive
    if put_back(files, _of_archive(archive), writing, context):
        forget(state_folder(), at.data)
        if files and is_as_kept(archive):
            throw_away(archive)
    return FINE


def _of_archive(archive: str) -> Iterator[Text]:
    """Say what becomes of the archive that was made with what is taken back, if it is there."""
    path = backquoted_path(archive)
    if is_as_kept(archive):
        yield Text(f"Arsip {path} ikut dihapus.", f"The archive {path} is removed with it.")
    elif os.path.lexists(archive):
        yield Text(
            f"Arsip {path} tetap ada: isinya berubah sejak disimpan.",
            f"The archive {path} stays: it has changed since it was kept.",
        )
