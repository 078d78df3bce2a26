"""coordination: who must agree with whom, about what, and what clashes?"""

from __future__ import annotations

from serang_plan.cli.arguments.code_lookup import OpdCode, Year, opd_of, year_of
from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.coordination import page as report
from serang_plan.reports.registry import COORDINATION


def command(context: RunContext, opd: OpdCode = "", year: Year = "", *, at: PlanOptions, to: Output) -> int:
    """Show who must agree with whom about what."""
    reading = at.open()
    plan = reading.plan
    scope = report.Scope(opd_of(plan, opd) if opd else None, year_of(plan, year) if year else None)
    draw(COORDINATION.of(report.build(plan, reading.sources.where, scope)), at.data, to, context)
    return FINE
