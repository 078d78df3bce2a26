"""target: what is to be reached in a year is written into the plan."""

from __future__ import annotations

import re
from typing import Annotated, get_args

from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import number_of, text_of, year_of
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.arguments.writing_options import (
    IndicatorCode,
    On,
    Reason,
    SourceOptions,
    Writing,
    codes,
    fields_of,
    if_word,
    when_known,
)
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.model.indicator import TargetBasis
from serang_plan.operations.recording.target import is_eased, target_of
from serang_plan.wording import Text, backquoted

Year = Annotated[str, argument("YYYY", "Tahun target.", "The year of the target.", completion=codes("years"))]
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

_LIKE_YEAR = re.compile(r"(19|20|21)\d\d")
_YEAR = Question(Text("tahun", "year"), "2027")
_VALUE = Question(Text("target", "target"), "80")
_WHY = Question(
    Text("target menjadi lebih mudah; alasannya", "the target becomes easier; the reason"), '--reason "…"'
)


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
    plan = recorder(at, writing, context)
    indicator = plan.indicator(code)
    in_year = plan.asking.value(year, _YEAR, lambda typed: _year_of(typed, value))
    amount = plan.asking.value(value, _VALUE, lambda typed: number_of(typed, indicator.unit))
    on_basis = if_word(basis, TargetBasis, "--basis")
    if not reason and is_eased(plan.plan, indicator, in_year, amount, on_basis or None):
        reason = plan.asking.value("", _WHY, text_of)
    source_code, added = plan.source(source)
    fields = fields_of(
        basis=on_basis,
        source=source_code,
        known=when_known(on),
        reason=reason,
    )
    changes = target_of(plan.plan, indicator, in_year, amount, fields)
    return plan.write(changes, added)


def _year_of(typed: str, value: str) -> int:
    """Return the year of a target. Raises UsageProblemError; of a year behind its value it says the order."""
    if _LIKE_YEAR.fullmatch(value) and not _LIKE_YEAR.fullmatch(typed):
        raise usage_problem(
            f"{backquoted(typed)} bukan tahun",
            f"{backquoted(typed)} is not a year",
            Text(
                f"tahun ditulis sebelum nilainya: `{value} {typed}`",
                f"the year is written before the value: `{value} {typed}`",
            ),
        )
    return year_of(typed)
