"""status: where do we stand?"""

from __future__ import annotations

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.findings import Severity
from serang_plan.operations.checking.check import severities
from serang_plan.reading.folder import Reading
from serang_plan.reports.registry import REPORTS
from serang_plan.reports.status import page as report


def command(context: RunContext, *, at: PlanOptions, to: Output) -> int:
    """Show where the city stands on a date."""
    reading = at.open()
    draw(REPORTS["status"], report.build(reading.plan, faults_of(reading)), at.data, to, context)
    return FINE


def faults_of(reading: Reading) -> report.Faults:
    """Count what the check of the data finds."""
    counts = severities(reading)
    return report.Faults(counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.NOTE])
