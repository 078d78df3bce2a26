"""rakor report: what an OPD says of a decision is added to its history."""

from __future__ import annotations

from typing import Annotated, get_args

from serang_plan.cli.arguments.options import PlanOptions, as_of_date, option
from serang_plan.cli.arguments.rakor_arguments import By, DecisionCode, Evidence, PartOpd
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import one_of
from serang_plan.cli.arguments.writing_options import Note, On, Reason, Writing, fields_of
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.rakor_recorder import recorder
from serang_plan.model.rakor import DecisionStatus
from serang_plan.operations.meetings.holding import reported
from serang_plan.wording import Text

Status = Annotated[
    str,
    option(
        "--status",
        "Keadaan yang dilaporkan.",
        "How it stands, as reported.",
        metavar="|".join(get_args(DecisionStatus)),
        choices=get_args(DecisionStatus),
    ),
]
Due = Annotated[str, option("--due", "Batas waktu yang baru.", "The new due date.", metavar="YYYY-MM-DD")]
_STATUS = Question(Text("keadaan", "how it stands"), "--status proses")


def command(
    context: RunContext,
    code: DecisionCode = "",
    status: Status = "",
    opd: PartOpd = "",
    evidence: Evidence = "",
    due: Due = "",
    reason: Reason = "",
    note: Note = "",
    by: By = "",
    on: On = "",
    *,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record what an OPD reports on a decision."""
    plan = recorder(at, writing, context)
    life = plan.decision(code)
    words = get_args(DecisionStatus)
    told = status if status or due or note else plan.asking.choice("", _STATUS, dict.fromkeys(words, ""))
    fields = fields_of(
        known=plan.known(on),
        by=by and plan.opd(by, "--by"),
        opd=opd and plan.opd(opd, "--opd"),
        status=told and one_of(told, words, "--status"),
        due=as_of_date(due, "--due") if due else None,
        evidence=evidence,
        reason=reason,
        note=note,
    )
    return plan.entry(life, reported, fields)
