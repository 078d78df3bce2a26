"""add: an action that is not in the plan yet."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.action_options import Costs, Effects, costs_of, effects_of
from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import text_of, time_of
from serang_plan.cli.arguments.writing_options import (
    Note,
    On,
    SourceOptions,
    Writing,
    codes,
    fields_of,
    if_time,
    when_known,
)
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.operations.recording.new_records import new_record
from serang_plan.wording import Text

Called = Annotated[str, argument("NAME", "Nama kegiatan.", "The action's name.")]
Carrier = Annotated[
    str,
    option("--opd", "OPD pelaksana.", "The OPD that carries it.", metavar="OPD", completion=codes("opd")),
]
Start = Annotated[str, option("--start", "Mulai.", "Start.", metavar="WHEN")]
Finish = Annotated[str, option("--finish", "Rencana selesai.", "Planned finish.", metavar="WHEN")]

_NAME = Question(Text("nama kegiatan", "name of the action"), '"Taman kota"')

_START = Question(Text("mulai", "start"), "--start 2027")
_FINISH = Question(Text("rencana selesai", "planned finish"), "--finish 2028")


def command(
    context: RunContext,
    name: Called = "",
    opd: Carrier = "",
    indicator: Effects = None,
    start: Start = "",
    finish: Finish = "",
    cost: Costs = None,
    note: Note = "",
    on: On = "",
    *,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Add an action to the plan; its code is chosen."""
    plan = recorder(at, writing, context)
    called = plan.asking.value(name, _NAME, text_of)
    carrier = plan.opd(opd)
    if not name:
        start = plan.asking.if_any(start, _START, lambda typed: time_of(typed, "--start").iso) or ""
        finish = plan.asking.if_any(finish, _FINISH, lambda typed: time_of(typed, "--finish").iso) or ""
    source_code, added = plan.source(source)
    fields = fields_of(
        name=called,
        opd=carrier,
        indicators=tuple(effects_of(plan.plan, indicator)),
        known=when_known(on) or at.day,
        start=if_time(start, "--start"),
        finish=if_time(finish, "--finish"),
        status="rencana",
        funding=tuple(costs_of(cost)),
        sources=(source_code,) if source_code else (),
        note=note,
    )
    return plan.write(new_record(plan.plan, "actions", fields), added)
