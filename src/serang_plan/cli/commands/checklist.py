"""checklist: what does each OPD bring, settle, hand over, and who waits?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.code_lookup import OpdCode, opd_of
from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.checklist import page as report
from serang_plan.reports.registry import REPORTS

Packed = Annotated[
    bool,
    option("--packed", "Semua OPD, beberapa di satu halaman.", "All OPD, several on one page."),
]


def command(
    context: RunContext, opd: OpdCode = "", packed: Packed = False, *, at: PlanOptions, to: Output
) -> int:
    """Show what is asked of each OPD, or of one; with `--all` a page for each."""
    plan = at.open().plan
    code = opd_of(plan, opd) if opd else ""
    checklists = report.build(plan, code, on_paper=to.all or packed, packed=packed)
    draw(REPORTS["checklist"], checklists, at.data, to, context)
    return FINE
