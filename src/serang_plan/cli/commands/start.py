"""start: an action is under way."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.action_options import Progress
from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import (
    Note,
    On,
    OpenActionCode,
    SourceOptions,
    Writing,
    fields_of,
    if_time,
)
from serang_plan.cli.output.recorder import recorder

At = Annotated[
    str,
    option(
        "--at", "Kapan mulai, bila lain dari rencana.", "When it began, if not as planned.", metavar="WHEN"
    ),
]


def command(
    context: RunContext,
    code: OpenActionCode = "",
    moment: At = "",
    note: Note = "",
    on: On = "",
    *,
    progress: Progress,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record that an action is under way."""
    plan = recorder(at, writing, context)
    fields = fields_of(status="berjalan", start=if_time(moment, "--at"), note=note)
    return plan.tell(plan.open_action(code), on, plan.source(source), fields | progress.fields())
