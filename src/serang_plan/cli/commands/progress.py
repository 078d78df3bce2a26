"""progress: how far is this indicator on its way?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.analysis.lookups.meant_code import code_meant
from serang_plan.cli.arguments.code_lookup import codes
from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, usage_problem
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.model.plan import Plan
from serang_plan.reports.progress import page as report
from serang_plan.reports.registry import PROGRESS
from serang_plan.wording import Text, ask_back, backquoted, quoted

Code = Annotated[
    str,
    argument(
        "CODE",
        "Kode indikator, misalnya M03.",
        "An indicator's code, such as M03.",
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
    """Return the code of an indicator as the plan writes it. Raises UsageProblemError if it has none."""
    known = {known.casefold(): known for known in plan.indicator_by_code}
    if meant := known.get(code.casefold()):
        return meant
    raise _no_code(plan) if not code else _unknown(plan, code)


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
        code_meant(code, plan.indicator_by_code) or _named(plan, code) or _choices(plan),
    )


def _named(plan: Plan, word: str) -> Text | None:
    """Return the question whether the only indicator is meant that has a word in its name."""
    from serang_plan.cli.arguments.plan_names import indicators

    named = [
        code
        for code, name in indicators(plan).items()
        if word.casefold() in f"{name}\n{plan.indicator_by_code[code].name_en or ''}".casefold()
    ]
    return ask_back(word, named[0]) if len(named) == 1 else None


def _choices(plan: Plan) -> Text:
    codes = quoted(plan.indicator_by_code, most=40)
    if not codes:
        return Text("rencana ini belum punya indikator", "this plan has no indicators yet")
    return Text(f"pilih salah satu: {codes}", f"choose one of: {codes}")
