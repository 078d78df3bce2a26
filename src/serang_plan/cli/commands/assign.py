"""assign: an OPD answers for an indicator from a time on."""

from __future__ import annotations

from typing import Annotated, get_args

from serang_plan.cli.arguments.code_lookup import opd_of
from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import time_of
from serang_plan.cli.arguments.writing_options import (
    IndicatorCode,
    Note,
    On,
    SourceOptions,
    Writing,
    codes,
    fields_of,
    if_time,
    if_word,
    when_known,
)
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.model.opd import DutyBasis
from serang_plan.operations.recording.duty import duty_of, end_of_duty, standing_duties
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
Until = Annotated[
    str,
    option(
        "--until",
        "Sampai kapan; sendirian: tugas yang ada berakhir tanpa penerus.",
        "Until when; alone: the duty that is there ends without a successor.",
        metavar="WHEN",
    ),
]
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

_SINCE = Question(Text("sejak kapan mengampu", "since when it leads"), "--from 2027")


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
    plan = recorder(at, writing, context)
    indicator = plan.indicator(code).code
    ends = if_time(until, "--until")
    if ends and not any((since, support, basis, note, on, *source)):
        return plan.write(end_of_duty(plan.plan, indicator, lead and opd_of(plan.plan, lead), ends))
    leading = plan.opd(lead)
    others = [duty for duty in standing_duties(plan.plan, indicator) if duty.lead != leading]
    if others and not since and plan.asking.somebody_is_there:
        since = plan.asking.value("", _SINCE, lambda typed: time_of(typed, "--from").iso)
    source_code, added = plan.source(source)
    fields = fields_of(
        lead=leading,
        support=tuple(opd_of(plan.plan, name, "--support") for name in support or ()),
        until=ends,
        basis=if_word(basis, DutyBasis, "--basis"),
        source=source_code,
        known=when_known(on),
        note=note,
    )
    changes = duty_of(plan.plan, indicator, if_time(since, "--from"), fields)
    return plan.write(changes, added)
