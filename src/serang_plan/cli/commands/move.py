"""move: an action is put off, or handed to another OPD."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.action_options import Progress
from serang_plan.cli.arguments.code_lookup import opd_of
from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import text_of, time_of
from serang_plan.cli.arguments.writing_options import (
    Note,
    On,
    OpenActionCode,
    Reason,
    SourceOptions,
    Writing,
    codes,
    fields_of,
)
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.wording import Text

To = Annotated[
    str,
    argument("WHEN", "Rencana selesai yang baru: 2027-TW2.", "The new planned finish: 2027-TW2."),
]
Carrier = Annotated[
    str,
    option(
        "--opd",
        "OPD pelaksana sesudahnya, bila berganti.",
        "The OPD that carries it from then on, if another.",
        metavar="OPD",
        completion=codes("opd"),
    ),
]

_TO = Question(Text("rencana selesai yang baru", "new planned finish"), "2027-TW2")
_WHY = Question(Text("alasan bergeser", "reason for the move"), '--reason "…"')


def command(
    context: RunContext,
    code: OpenActionCode = "",
    to: To = "",
    opd: Carrier = "",
    reason: Reason = "",
    note: Note = "",
    on: On = "",
    *,
    progress: Progress,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record that an action is put off."""
    plan = recorder(at, writing, context)
    about, at_source = plan.open_action(code), plan.source(source)
    fields = fields_of(
        status="geser",
        finish=plan.asking.value(to, _TO, lambda typed: time_of(typed, "WHEN")),
        opd=opd and opd_of(plan.plan, opd),
        reason=plan.asking.value(reason, _WHY, text_of),
        note=note,
    )
    return plan.tell(about, on, at_source, fields | progress.fields())
