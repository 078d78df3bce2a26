"""explain: what does this code mean, and what is right?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.options import argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import choose_language, one_of, usage_problem
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import draw_page
from serang_plan.findings import Rule
from serang_plan.operations.checking.all_rules import all_rules
from serang_plan.reports.explain import page as report
from serang_plan.wording import Text, backquoted, did_you_mean

FORMATS = ("terminal", "markdown")


def _offered() -> list[tuple[str, str]]:
    lang, _ = choose_language([])
    return [(rule.code, report.parts(rule).title.for_lang(lang)) for rule in all_rules()]


Code = Annotated[
    str,
    argument(
        "CODE",
        "Kode atau nama aturan; tanpa kode: daftar semua.",
        "A rule's code or name; without: the list.",
        completion=_offered,
    ),
]
Format = Annotated[
    str,
    option("--format", "Bentuk keluaran.", "Form of the output.", metavar="|".join(FORMATS)),
]


def command(context: RunContext, code: Code = "", format: Format = "terminal") -> int:
    """Explain one rule, or list all."""
    one_of(format, FORMATS, "--format")
    page = report.page(_rule(code), context.lang) if code else report.overview(all_rules(), context.lang)
    draw_page(page, format, context)
    return FINE


def _rule(code: str) -> Rule:
    known = {name: rule for rule in all_rules() for name in (rule.code, rule.name)}
    rule = known.get(code.upper()) or known.get(code.lower())
    if rule is None:
        raise usage_problem(
            f"tidak ada aturan {backquoted(code)}",
            f"there is no rule {backquoted(code)}",
            did_you_mean(code.upper() if len(code) < 6 else code, known)
            or Text(
                "lihat daftarnya dengan `serang-plan explain`", "see the list with `serang-plan explain`"
            ),
        )
    return rule
