"""checklist: what does each OPD bring, settle, hand over, and who waits?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.code_lookup import OpdCode, opd_of
from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, usage_problem
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.checklist import page as report
from serang_plan.reports.registry import CHECKLIST
from serang_plan.wording import Text

Packed = Annotated[
    bool,
    option("--packed", "Beberapa OPD di satu halaman.", "Several OPD on one page."),
]


def command(
    context: RunContext, opd: OpdCode = "", packed: Packed = False, *, at: PlanOptions, to: Output
) -> int:
    """Show what is asked of each OPD, or of one; with `--all` a page for each."""
    if opd and packed:
        raise _either()
    plan, of_each = at.open().plan, to.all or packed
    checklists = report.build(plan, opd_of(plan, opd) if opd else "", on_paper=of_each, packed=packed)
    draw(CHECKLIST.of(checklists), at.data, to._replace(all=of_each), context)
    return FINE


def _either() -> UsageProblemError:
    return usage_problem(
        "`--opd` dan `--packed` tidak dapat dipakai bersama",
        "`--opd` and `--packed` exclude each other",
        Text("pilih salah satu", "choose one of them"),
    )
