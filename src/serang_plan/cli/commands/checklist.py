"""checklist: what does each OPD bring, settle, hand over, and who waits?"""

from __future__ import annotations

from typing import Annotated

import typer

from serang_plan.analysis.coordination.obligations import Obligations
from serang_plan.cli.arguments.code_lookup import OpdCode, opd_of
from serang_plan.cli.arguments.options import AsOf, Data, as_of_date, open_plan
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, both
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, Report, draw, sheets_of
from serang_plan.page import Page
from serang_plan.reports.checklist import page as report
from serang_plan.wording import Lang, Text

All = Annotated[
    bool,
    typer.Option("--all", help=both("Semua OPD, satu halaman tiap OPD.", "All OPD, a page for each.")),
]


def command(
    settled: RunContext,
    opd: OpdCode = "",
    all: All = False,
    data: Data = "data",
    as_of: AsOf = "",
    *,
    to: Output,
) -> int:
    """Show what is asked of each OPD, or of one."""
    if opd and all:
        raise _either()
    plan = open_plan(data, as_of_date(as_of)).plan
    code = opd_of(plan, opd) if opd else ""
    found = report.build(plan)

    def page(lang: Lang) -> Page:
        if code:
            return report.page(found, code, lang)
        return report.page_of_all(found, lang) if all else report.overview(found, lang)

    asked = _asked(found, code)
    shown = Report(
        plan,
        data,
        page,
        lambda lang: report.data(found, asked, lang),
        lambda lang: sheets_of("checklist")(found, asked, lang),
    )
    draw(shown, to, settled)
    return FINE


def _asked(found: report.Checklists, code: str) -> tuple[Obligations, ...]:
    return (found.opd[code],) if code else tuple(report.there(found))


def _either() -> UsageProblemError:
    return UsageProblemError(
        Text("`--opd` dan `--all` tidak dapat dipakai bersama", "`--opd` and `--all` exclude each other"),
        Text("pilih salah satu", "choose one of them"),
    )
