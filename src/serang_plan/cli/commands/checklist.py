"""checklist: what does each OPD bring, settle, hand over, and who waits?"""

from __future__ import annotations

from serang_plan.cli.arguments.code_lookup import OpdCode, opd_of
from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.checklist import page as report
from serang_plan.reports.registry import REPORTS


def command(context: RunContext, opd: OpdCode = "", *, at: PlanOptions, to: Output) -> int:
    """Show what is asked of each OPD, or of one; with `--all` a page for each."""
    plan = at.open().plan
    checklists = report.build(plan, opd_of(plan, opd) if opd else "", on_paper=to.all)
    draw(REPORTS["checklist"], checklists, at.data, to, context)
    return FINE
