"""schema: what an editor needs to complete and explain the keys."""

from __future__ import annotations

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.streams import write
from serang_plan.operations.files.new_plan import schema_text


def command(context: RunContext) -> int:
    """Print the JSON Schema of the plan's files."""
    write(schema_text())
    return FINE
