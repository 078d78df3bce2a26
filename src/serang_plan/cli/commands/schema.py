"""schema: what an editor needs to complete and explain the keys, and a program to read our JSON."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.options import argument
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.streams import write
from serang_plan.operations.files.schemas import output_schema, output_schemas, schema_text

Output = Annotated[
    str,
    argument(
        "OUTPUT",
        "Laporan yang JSON-nya dijelaskan, atau `validate`; tanpa ini: berkas rencana.",
        "The report whose JSON is described, or `validate`; without: the plan's files.",
        completion=lambda: list(output_schemas()),
    ),
]


def command(context: RunContext, output: Output = "") -> int:
    """Print the JSON Schema of the plan's files or of a report."""
    write(output_schema(output) if output else schema_text())
    return FINE
