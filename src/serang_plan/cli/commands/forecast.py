"""forecast: how many by when?"""

from __future__ import annotations

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.forecast import page as report
from serang_plan.reports.registry import FORECAST


def command(context: RunContext, *, at: PlanOptions, to: Output) -> int:
    """Show how many indicators are met at the end of each year."""
    draw(FORECAST.of(report.build(at.open().plan)), at.data, to, context)
    return FINE
