"""assign: an OPD answers for an indicator from a time on."""

from __future__ import annotations

from typing import Annotated, get_args

from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.code_lookup import opd_of
from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import time_of
from serang_plan.cli.arguments.usage_error import one_of
from serang_plan.cli.arguments.writing_options import (
    IndicatorCode,
    Note,
    On,
    SourceOptions,
    Writing,
    codes,
    fields_of,
    when_known,
)
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.plan_writer import record
from serang_plan.cli.output.sources import source_of
from serang_plan.model.opd import DutyBasis
from serang_plan.operations.recording.duty import duty_of
from serang_plan.wording import Text

Lead = Annotated[str, argument("OPD", "OPD pengampu.", "The OPD that leads.", completion=codes("opd"))]
Support = Annotated[
    list[str] | None,
    option(
        "--support",
        "OPD pendukung; boleh berulang.",
        "An OPD that supports; may be repeated.",
        metavar="OPD",
        completion=codes("opd"),
    ),
]
From = Annotated[
    str,
    option(
        "--from",
        "Sejak kapan; tugas pengampu sebelumnya berakhir sehari sebelumnya.",
        "Since when; the duty of the one before ends on the day before.",
        metavar="WHEN",
    ),
]
Until = Annotated[str, option("--until", "Sampai kapan.", "Until when.", metavar="WHEN")]
Basis = Annotated[
    str,
    option(
        "--basis",
        "Usulan, atau sudah diputuskan.",
        "A proposal, or decided.",
        metavar="|".join(get_args(DutyBasis)),
        choices=get_args(DutyBasis),
    ),
]

_WHICH = Question(Text("indikator", "indicator"), "M02")
_LEAD = Question(Text("OPD pengampu", "OPD that leads"), "OPD")


def command(
    context: RunContext,
    code: IndicatorCode = "",
    lead: Lead = "",
    support: Support = None,
    since: From = "",
    until: Until = "",
    basis: Basis = "",
    note: Note = "",
    on: On = "",
    *,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Give an OPD the lead of an indicator; whoever led it before hands over."""
    reading, asking = at.read(), Asking(context.lang)
    plan = reading.plan
    indicator = asking.choice(code, _WHICH, plan_names.indicators(plan))
    leading = opd_of(plan, asking.choice(lead, _LEAD, plan_names.opd(plan)), "OPD")
    source_code, added = source_of(plan, source, asking)
    fields = fields_of(
        lead=leading,
        support=tuple(opd_of(plan, name, "--support") for name in support or ()),
        until=time_of(until, "--until") if until else None,
        basis=basis and one_of(basis, get_args(DutyBasis), "--basis"),
        source=source_code,
        known=when_known(on),
        note=note,
    )
    changes = duty_of(plan, indicator, time_of(since, "--from") if since else None, fields)
    return record(reading, [*(added if changes else ()), *changes], at.data, writing, context)
