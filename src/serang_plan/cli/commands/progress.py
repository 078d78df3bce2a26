"""progress: how far is this indicator on its way?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from serang_plan.analysis.lookups.meant_code import code_meant
from serang_plan.cli.arguments.code_lookup import called, codes
from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, usage_problem
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.model.plan import Plan
from serang_plan.reports.progress import page as report
from serang_plan.reports.registry import PROGRESS
from serang_plan.wording import Text, backquoted, quoted

Code = Annotated[
    str,
    argument(
        "CODE",
        "Kode indikator, atau sebagian namanya.",
        "An indicator's code, or a part of its name.",
        completion=codes("indicators"),
    ),
]
Explain = Annotated[
    bool,
    option(
        "--explain",
        "Tunjukkan masukan, rumus, substitusi dan hasil tiap metode.",
        "Show inputs, formula, substitution and result of each method.",
    ),
]


def command(
    context: RunContext, code: Code = "", explain: Explain = False, *, at: PlanOptions, to: Output
) -> int:
    """Show the progress of one indicator by every method."""
    plan = at.open().plan
    progress = report.build(plan, known_code(plan, code), explain=explain)
    draw(PROGRESS.of(progress), at.data, to, context)
    return FINE


def known_code(plan: Plan, code: str) -> str:
    """Return the code of an indicator, typed so or by a part of its name. Raises UsageProblemError."""
    known = {known.casefold(): known for known in plan.indicator_by_code}
    if meant := known.get(code.casefold()) or called(code, _names(plan)):
        return meant
    raise _no_code(plan) if not code else _unknown(plan, code)


def _names(plan: Plan) -> Mapping[str, str]:
    """Return all that indicators are called, in both languages."""
    from serang_plan.cli.arguments.plan_names import indicators

    names = indicators(plan).items()
    return {code: f"{name}\n{plan.indicator_by_code[code].name_en or ''}" for code, name in names}


def _no_code(plan: Plan) -> UsageProblemError:
    return usage_problem("kode indikator belum disebut", "no indicator code was given", _choices(plan))


def _unknown(plan: Plan, code: str) -> UsageProblemError:
    if ("indicators", code) in plan.unread.codes:
        return usage_problem(
            f"indikator {backquoted(code)} tidak terbaca karena galat",
            f"the indicator {backquoted(code)} has errors",
            Text("lihat `serang-plan validate`", "see `serang-plan validate`"),
        )
    return usage_problem(
        f"tidak ada indikator {backquoted(code)}",
        f"there is no indicator {backquoted(code)}",
        code_meant(code, plan.indicator_by_code) or _choices(plan),
    )


def _choices(plan: Plan) -> Text:
    codes = quoted(plan.indicator_by_code, most=40)
    if not codes:
        return Text("rencana ini belum punya indikator", "this plan has no indicators yet")
    return Text(f"pilih salah satu: {codes}", f"choose one of: {codes}")
