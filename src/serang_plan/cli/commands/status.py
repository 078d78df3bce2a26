"""status: where do we stand?"""

from __future__ import annotations

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.operations.checking.check import fault_counts
from serang_plan.reports.registry import STATUS
from serang_plan.reports.status import page as report


def command(context: RunContext, *, at: PlanOptions, to: Output) -> int:
    """Show where the city stands on a date."""
    reading = at.open()
    draw(STATUS.of(report.build(reading.plan, fault_counts(reading))), at.data, to, context)
    return FINE
