"""rakor accept: somebody else than its lead says what became of a decision; only this closes it."""

from __future__ import annotations

from typing import Annotated, get_args

from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.rakor_arguments import By, DecisionCode, Evidence, PartOpd
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import one_of
from serang_plan.cli.arguments.writing_options import Note, On, Reason, Writing, fields_of
from serang_plan.cli.output.rakor_recorder import recorder
from serang_plan.model.rakor import Verified
from serang_plan.operations.meetings.holding import accepted
from serang_plan.reports.briefing.letter import planning_agency

As = Annotated[
    str,
    option(
        "--as",
        "Hasil pemeriksaan; baku: sesuai.",
        "What was found; default: sesuai, as decided.",
        metavar="|".join(get_args(Verified)),
        choices=get_args(Verified),
    ),
]


def command(
    context: RunContext,
    code: DecisionCode = "",
    found: As = "sesuai",
    opd: PartOpd = "",
    by: By = "",
    evidence: Evidence = "",
    reason: Reason = "",
    note: Note = "",
    on: On = "",
    *,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record the verdict on a decision."""
    plan = recorder(at, writing, context)
    life = plan.decision(code)
    fields = fields_of(
        known=plan.known(on),
        by=plan.opd(by or planning_agency(plan.plan), "--by"),
        opd=opd and plan.opd(opd, "--opd"),
        verified=one_of(found, get_args(Verified), "--as"),
        evidence=evidence,
        reason=reason,
        note=note,
    )
    return plan.entry(life, accepted, fields)
