"""explain: what does this code mean, and what is right?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.options import argument, option
from serang_plan.cli.arguments.rule_lookup import rule_codes, rule_of
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import one_of
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import draw_page
from serang_plan.operations.checking.all_rules import all_rules
from serang_plan.reports.explain import page as report

FORMATS = ("terminal", "markdown")


Code = Annotated[
    str,
    argument(
        "CODE",
        "Kode atau nama aturan; tanpa kode: daftar semua.",
        "A rule's code or name; without: the list.",
        completion=rule_codes,
    ),
]
Format = Annotated[
    str,
    option("--format", "Bentuk keluaran.", "Form of the output.", metavar="|".join(FORMATS)),
]


def command(context: RunContext, code: Code = "", format: Format = "terminal") -> int:
    """Explain one rule, or list all."""
    one_of(format, FORMATS, "--format")
    page = report.page(rule_of(code), context.lang) if code else report.overview(all_rules(), context.lang)
    draw_page(page, format, context)
    return FINE
