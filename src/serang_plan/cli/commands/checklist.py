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
from serang_plan.reports.registry import REPORTS
from serang_plan.wording import Text

All = Annotated[
    bool,
    option(
        "--all",
        "Semua OPD yang punya urusan, satu halaman tiap OPD.",
        "All OPD asked for something, a page each.",
    ),
]
Packed = Annotated[
    bool,
    option(
        "--packed", "Dengan `--all`: beberapa OPD di satu halaman.", "With `--all`: several OPD on one page."
    ),
]


def command(
    context: RunContext,
    opd: OpdCode = "",
    all: All = False,
    packed: Packed = False,
    *,
    at: PlanOptions,
    to: Output,
) -> int:
    """Show what is asked of each OPD, or of one."""
    if opd and (all or packed):
        raise _either()
    plan = at.open().plan
    checklists = report.build(plan, opd_of(plan, opd) if opd else "", on_paper=all or packed, packed=packed)
    draw(REPORTS["checklist"], checklists, at.data, to, context)
    return FINE


def _either() -> UsageProblemError:
    return usage_problem(
        "`--opd` dan `--all` tidak dapat dipakai bersama",
        "`--opd` and `--all` exclude each other",
        Text("pilih salah satu", "choose one of them"),
    )
