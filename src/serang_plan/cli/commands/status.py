"""status: where do we stand?"""

from __future__ import annotations

from serang_plan.cli.arguments.options import AsOf, Data, as_of_date, open_plan
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, Report, draw, sheets_of
from serang_plan.findings import Severity
from serang_plan.operations.checking.check import severities
from serang_plan.reading.folder import Reading
from serang_plan.reports.status import page as report


def command(settled: RunContext, data: Data = "data", as_of: AsOf = "", *, to: Output) -> int:
    """Show where the city stands on a date."""
    reading = open_plan(data, as_of_date(as_of))
    found = report.build(reading.plan, faults_of(reading))
    shown = Report(
        reading.plan,
        data,
        lambda lang: report.page(found, lang),
        lambda lang: report.data(found, lang),
        lambda lang: sheets_of("status")(found, lang),
    )
    draw(shown, to, settled)
    return FINE


def faults_of(reading: Reading) -> report.Faults:
    """Count what the check of the data finds."""
    counts = severities(reading)
    return report.Faults(counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.NOTE])
