"""rakor minutes: the notulen of a rakor, with attendance and places to sign."""

from __future__ import annotations

from serang_plan.cli.arguments.options import PlanOptions
from serang_plan.cli.arguments.rakor_arguments import RakorDay, rakor_on
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.reports.minutes import page as report
from serang_plan.reports.registry import RAKOR_MINUTES


def command(context: RunContext, day: RakorDay = "", *, at: PlanOptions, to: Output) -> int:
    """Write the minutes of a rakor."""
    plan = at.open().plan
    minutes = report.build(plan, rakor_on(plan, day, "rakor minutes"))
    draw(RAKOR_MINUTES.of(minutes), at.data, to, context)
    return FINE
