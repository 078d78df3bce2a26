"""stages: what is each year for, what does it promise, what was carried over, what is empty?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.code_lookup import Year, year_of
from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw, spare_plan
from serang_plan.cli.output.streams import STANDARD_OUTPUT, write_output
from serang_plan.model.plan import Plan
from serang_plan.reports.proposal import page as proposal
from serang_plan.reports.registry import PROPOSED_TARGETS, STAGES
from serang_plan.reports.stages import page as report

Propose = Annotated[
    bool,
    option("--propose", "Cetak usulan target sebagai YAML.", "Print proposed targets as YAML."),
]


def command(
    context: RunContext, year: Year = "", propose: Propose = False, *, at: PlanOptions, to: Output
) -> int:
    """Show the stages year by year, or propose targets."""
    plan = at.open().plan
    if propose:
        return _propose(plan, at.data, to, context)
    draw(STAGES.of(report.build(plan, year_of(plan, year) if year else None)), at.data, to, context)
    return FINE


def _propose(plan: Plan, folder: str, to: Output, context: RunContext) -> int:
    """Write bare YAML where nothing else is asked for, so that it can be saved and pasted."""
    proposed = proposal.build(plan)
    drawn = to.plain or to.table or to.format not in ("", "terminal")
    if not drawn and (not to.file or to.file.lower().endswith((".yaml", ".yml"))):
        spare_plan(to, folder)
        write_output(to.file or STANDARD_OUTPUT, proposal.yaml(proposed, context.lang), force=to.force)
    else:
        draw(PROPOSED_TARGETS.of(proposed), folder, to, context)
    return FINE
