"""target: what is to be reached in a year is written into the plan."""

from __future__ import annotations

from typing import Annotated, get_args

from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import number_of, year_of
from serang_plan.cli.arguments.usage_error import one_of
from serang_plan.cli.arguments.writing_options import (
    IndicatorCode,
    On,
    Reason,
    SourceOptions,
    Writing,
    fields_of,
    when_known,
)
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.plan_writer import record
from serang_plan.cli.output.sources import source_of
from serang_plan.model.indicator import TargetBasis
from serang_plan.operations.recording.target import target_of
from serang_plan.wording import Text

Year = Annotated[str, argument("YYYY", "Tahun target.", "The year of the target.")]
Typed = Annotated[str, argument("VALUE", "Nilai target: `80`.", "The target: `80`.")]
Basis = Annotated[
    str,
    option(
        "--basis",
        "Dasar target.",
        "What the target rests on.",
        metavar="|".join(get_args(TargetBasis)),
        choices=get_args(TargetBasis),
    ),
]

_WHICH = Question(Text("indikator", "indicator"), "M02")
_YEAR = Question(Text("tahun", "year"), "2027")
_VALUE = Question(Text("target", "target"), "80")


def command(
    context: RunContext,
    code: IndicatorCode = "",
    year: Year = "",
    value: Typed = "",
    basis: Basis = "",
    reason: Reason = "",
    on: On = "",
    *,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Set a target of an indicator for a year."""
    reading, asking = at.read(), Asking(context.lang)
    plan = reading.plan
    indicator = plan.indicator_by_code[asking.choice(code, _WHICH, plan_names.indicators(plan))]
    in_year = asking.value(year, _YEAR, year_of)
    amount = asking.value(value, _VALUE, lambda typed: number_of(typed, indicator.unit))
    source_code, added = source_of(plan, source, asking)
    fields = fields_of(
        basis=basis and one_of(basis, get_args(TargetBasis), "--basis"),
        source=source_code,
        known=when_known(on),
        reason=reason,
    )
    changes = target_of(plan, indicator, in_year, amount, fields)
    return record(reading, [*(added if changes else ()), *changes], at.data, writing, context)
