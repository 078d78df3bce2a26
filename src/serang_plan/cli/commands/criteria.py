"""criteria: how does the evidence stand beside a list that somebody else has set?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.code_lookup import code_of, codes
from serang_plan.cli.arguments.options import PlanOptions, argument
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.criteria import page as report
from serang_plan.reports.registry import CRITERIA

Code = Annotated[
    str,
    argument(
        "[CODE]",
        "Kode daftar, misalnya L1; tanpa ini semua.",
        "A list's code, such as L1; else all.",
        completion=codes("criteria"),
    ),
]


def command(context: RunContext, code: Code = "", *, at: PlanOptions, to: Output) -> int:
    """Show lists of criteria beside the evidence, item by item."""
    plan = at.open().plan
    known = code_of(plan.criteria_by_code, code, "CODE") if code else ""
    draw(CRITERIA.of(report.build(plan, known)), at.data, to, context)
    return FINE
