"""undo: what was recorded last is taken back, while the files still are what was written."""

from __future__ import annotations

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.plan_writer import put_back, state_folder
from serang_plan.operations.recording.undoing import forget, last_edit, still_written


def command(context: RunContext, *, at: PlanOptions, writing: Writing) -> int:
    """Take back what was recorded last."""
    files = still_written(last_edit(state_folder(), at.data))
    if put_back(files, writing, context):
        forget(state_folder(), at.data)
    return FINE
