"""gaps: what is missing, how much, who answers, what would close it?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.analysis.outlook.gaps import Filters, gaps_of
from serang_plan.cli.arguments.code_lookup import OpdCode, Year, code_of, codes, opd_of, year_of
from serang_plan.cli.arguments.options import PlanOptions, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.model.plan import Plan
from serang_plan.reports.registry import GAPS

Aspect = Annotated[
    str,
    option(
        "--aspect", "Hanya aspek ini.", "Only this aspect.", metavar="ASPECT", completion=codes("aspects")
    ),
]
PillarCode = Annotated[
    str,
    option(
        "--pillar", "Hanya pilar ini.", "Only this pillar.", metavar="PILLAR", completion=codes("pillars")
    ),
]


def command(
    context: RunContext,
    opd: OpdCode = "",
    aspect: Aspect = "",
    pillar: PillarCode = "",
    year: Year = "",
    *,
    at: PlanOptions,
    to: Output,
) -> int:
    """Show what is missing, and what would close it."""
    plan = at.open().plan
    draw(GAPS.of(gaps_of(plan, _filters(plan, opd, aspect, pillar, year))), at.data, to, context)
    return FINE


def _filters(plan: Plan, opd: str, aspect: str, pillar: str, year: str) -> Filters:
    aspects = (indicator.aspect for indicator in plan.indicators)
    return Filters(
        opd_of(plan, opd) if opd else None,
        code_of(aspects, aspect, "--aspect") if aspect else None,
        code_of(_pillars(plan), pillar, "--pillar") if pillar else None,
        year_of(plan, year) if year else None,
    )


def _pillars(plan: Plan) -> list[str]:
    named = [pillar.code for pillar in plan.header.pillars] if plan.header else []
    return [*named, *(code for indicator in plan.indicators for code in indicator.pillars)]
