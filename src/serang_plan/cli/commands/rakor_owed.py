"""rakor owed: who owes which figure, since when?"""

from __future__ import annotations

from serang_plan.cli.arguments.code_lookup import OpdCode, opd_of
from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.owed import page as report
from serang_plan.reports.registry import RAKOR_OWED


def command(context: RunContext, opd: OpdCode = "", *, at: PlanOptions, to: Output) -> int:
    """Show the figures that are owed, by all or by one OPD."""
    plan = at.open().plan
    owed = report.build(plan, opd_of(plan, opd) if opd else "")
    draw(RAKOR_OWED.of(owed), at.data, to, context)
    return FINE
