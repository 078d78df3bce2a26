"""rakor follow-up: what became of every decision, and whom to remind of what?"""

from __future__ import annotations

from serang_plan.cli.arguments.code_lookup import OpdCode, opd_of
from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.follow_up import page as report
from serang_plan.reports.registry import RAKOR_FOLLOW_UP


def command(context: RunContext, opd: OpdCode = "", *, at: PlanOptions, to: Output) -> int:
    """Show the matrix of follow-up, with --all what is closed too, or what to remind one OPD of."""
    plan = at.open().plan
    follow_up = report.build(plan, opd_of(plan, opd) if opd else "", whole=to.all)
    draw(RAKOR_FOLLOW_UP.of(follow_up), at.data, to, context)
    return FINE
