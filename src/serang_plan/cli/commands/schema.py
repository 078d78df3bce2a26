"""schema: what an editor needs to complete and explain the keys."""

from __future__ import annotations

import json

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.main import FINE
from serang_plan.cli.output.streams import write
from serang_plan.reading.json_schema import schema


def command(settled: RunContext) -> int:
    """Print the JSON Schema of the plan's files."""
    write(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
    return FINE
