"""claim: what somebody said in public of the whole list, as it was said."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.code_lookup import code_of
from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import count_of, text_of, time_of
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

By = Annotated[
    str,
    option("--by", "Jabatan yang menyatakan.", "The position of whoever said it.", metavar="TEXT"),
]
At = Annotated[str, option("--at", "Kapan diucapkan.", "When it was said.", metavar="WHEN")]
Many = Annotated[
    str, option("--indicators", "Banyaknya indikator.", "The number of indicators.", metavar="N")
]
Met = Annotated[str, option("--met", "Banyaknya yang terpenuhi.", "The number met.", metavar="N")]
InList = Annotated[
    str,
    option(
        "--list",
        "Kode daftar kriteria yang dibicarakan.",
        "The list of criteria it is about.",
        metavar="CODE",
        completion=codes("criteria"),
    ),
]

_BY = Question(Text("jabatan yang menyatakan", "position of whoever said it"), '--by "Wali Kota"')

_AT = Question(Text("kapan diucapkan", "when it was said"), "--at 2026-11-20")
_MANY = Question(Text("banyaknya indikator", "number of indicators"), "--indicators 16")
_MET = Question(Text("banyaknya yang terpenuhi", "number met"), "--met 9")


def command(
    context: RunContext,
    by: By = "",
    moment: At = "",
    indicators: Many = "",
    met: Met = "",
    about: InList = "",
    note: Note = "",
    on: On = "",
    *,
    source: SourceOptions,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record what somebody said of the whole list."""
    plan = recorder(at, writing, context)
    asking = plan.asking
    who = asking.value(by, _BY, text_of)
    if not by:
        moment = asking.if_any(moment, _AT, lambda typed: time_of(typed, "--at").iso) or ""
        indicators = asking.if_any(indicators, _MANY, lambda typed: str(count_of(typed))) or ""
        met = asking.if_any(met, _MET, lambda typed: str(count_of(typed))) or ""
    source_code, added = plan.source(source, needed=True)
    fields = fields_of(
        date=if_time(moment, "--at"),
        by=who,
        known=when_known(on),
        indicators=count_of(indicators) if indicators else None,
        met=count_of(met) if met else None,
        list=about and code_of(plan.plan.criteria_by_code, about, "--list"),
        source=source_code,
        note=note,
    )
    return plan.write(new_record(plan.plan, "claims", fields), added)
