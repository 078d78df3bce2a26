"""finish: an action is done."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.code_lookup import code_of
from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import (
    ActionCode,
    Note,
    On,
    SourceOptions,
    Writing,
    codes,
    if_time,
)
from serang_plan.cli.output.recorder import recorder

At = Annotated[
    str,
    option(
        "--at", "Kapan selesai, bila lain dari `--on`.", "When it was done, if not `--on`.", metavar="WHEN"
    ),
]
Evidence = Annotated[
    list[str] | None,
    option(
        "--evidence",
        "Kode sumber yang membuktikannya; boleh berulang.",
        "A source that proves it; may be repeated.",
        metavar="CODE",
        completion=codes("sources"),
    ),
]


def command(
    context: RunContext,
    code: ActionCode = "",
    moment: At = "",
    evidence: Evidence = None,
    note: Note = "",
    on: On = "",
    *,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record that an action is done."""
    plan = recorder(at, writing, context)
    known = plan.plan.source_by_code
    return plan.tell(
        plan.action(code),
        on,
        source,
        status="selesai",
        done=if_time(moment, "--at"),
        evidence=tuple(code_of(known, each, "--evidence") for each in evidence or ()),
        note=note,
    )
