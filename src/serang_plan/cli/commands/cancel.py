"""cancel: an action will not be done."""

from __future__ import annotations

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import text_of
from serang_plan.cli.arguments.writing_options import (
    Note,
    On,
    OpenActionCode,
    Reason,
    SourceOptions,
    Writing,
    fields_of,
)
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.wording import Text

_WHY = Question(Text("alasan batal", "reason for cancelling"), '--reason "…"')


def command(
    context: RunContext,
    code: OpenActionCode = "",
    reason: Reason = "",
    note: Note = "",
    on: On = "",
    *,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record that an action is cancelled."""
    plan = recorder(at, writing, context)
    about = plan.open_action(code)
    why = plan.asking.value(reason, _WHY, text_of)
    fields = fields_of(status="batal", reason=why, note=note)
    return plan.tell(about, on, plan.source(source), fields)
