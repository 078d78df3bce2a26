"""rakor attend: who came to a rakor, or did not."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.plan_names import opd as opd_names
from serang_plan.cli.arguments.rakor_arguments import RakorOption
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.writing_options import Writing, codes
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.rakor_recorder import recorder
from serang_plan.operations.meetings.holding import attended
from serang_plan.wording import Text

Attending = Annotated[
    str,
    argument(
        "OPD,OPD",
        "Kode OPD, dipisah koma.",
        "Codes of OPD, separated by commas.",
        completion=codes("opd", several=True),
    ),
]
Position = Annotated[
    str,
    option(
        "--by",
        "Jabatan yang hadir, bukan nama orang.",
        "The position of whoever came, not a name.",
        metavar="TEXT",
    ),
]
Absent = Annotated[bool, option("--absent", "Tidak hadir.", "Did not come.")]
_WHO = Question(Text("OPD yang hadir", "which OPD came"), "DLH,DPUPR")


def command(
    context: RunContext,
    opd: Attending = "",
    position: Position = "",
    absent: Absent = False,
    rakor: RakorOption = "",
    *,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record who came to a rakor."""
    plan = recorder(at, writing, context)
    meeting = plan.meeting(rakor)
    typed = opd or plan.asking.choice("", _WHO, opd_names(plan.plan))
    codes = [plan.opd(code.strip(), "OPD") for code in typed.split(",") if code.strip()]
    return plan.record(meeting, attended(plan.plan, meeting, codes, position, present=not absent))
