"""Action options: how an action goes on, what it is to achieve and what it costs, as somebody types it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, NamedTuple

from serang_plan.cli.arguments.code_lookup import code_of
from serang_plan.cli.arguments.options import option
from serang_plan.cli.arguments.typed_values import AMOUNT, number_of, percent_of, rupiah_of, year_of
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.arguments.writing_options import codes, fields_of
from serang_plan.editing.changes import Value
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, ask_back, backquoted

Effects = Annotated[
    list[str] | None,
    option(
        "--indicator",
        "Indikator yang dituju, dengan dampaknya bila diketahui; boleh berulang.",
        "An indicator that it serves, with its effect if known; may be repeated.",
        metavar="CODE[=N]",
        completion=codes("indicators"),
    ),
]
Costs = Annotated[
    list[str] | None,
    option(
        "--cost",
        "Dana satu tahun, dengan sumbernya bila diketahui; boleh berulang.",
        "The money of a year, with who pays if known; may be repeated.",
        metavar='"YYYY=RP [TEXT]"',
    ),
]
_COST = re.compile(rf"(\d{{4}}) *= *({AMOUNT}) *(.*)", re.I)


class Progress(NamedTuple):
    """How far an action is, what was spent, what is in the way and what comes next."""

    progress: Annotated[
        str, option("--progress", "Kemajuan fisik: 60.", "Physical progress: 60.", metavar="PERCENT")
    ] = ""
    spent: Annotated[
        str,
        option(
            "--spent",
            "Rupiah yang sudah dibelanjakan: 1.250.000.000 atau 1,25 miliar.",
            "Rupiah spent so far: 1.250.000.000 or 1,25 miliar.",
            metavar="RP",
        ),
    ] = ""
    obstacle: Annotated[str, option("--obstacle", "Kendala.", "What stands in the way.", metavar="TEXT")] = ""
    next: Annotated[str, option("--next", "Langkah berikutnya.", "The next step.", metavar="TEXT")] = ""

    def fields(self) -> dict[str, Value]:
        """Return what was said. Raises UsageProblemError for what is no percentage or no amount."""
        return fields_of(
            progress=percent_of(self.progress) if self.progress else None,
            spent=rupiah_of(self.spent) if self.spent else None,
            obstacle=self.obstacle,
            next=self.next,
        )


def effects_of(plan: Plan, typed: Iterable[str] | None) -> Iterator[dict[str, Value]]:
    """Give effects as they are written. Raises UsageProblemError for a code or number that is none."""
    for effect in typed or ():
        code, equals, adds = effect.partition("=")
        if ":" in code:
            raise usage_problem(
                f"{backquoted(effect)} bukan dampak",
                f"{backquoted(effect)} is not an effect",
                ask_back(effect, effect.replace(":", "=")),
            )
        indicator = plan.indicator_by_code[code_of(plan.indicator_by_code, code.strip(), "--indicator")]
        yield {"code": indicator.code, **({"adds": number_of(adds, indicator.unit)} if equals else {})}


def costs_of(typed: Iterable[str] | None) -> Iterator[dict[str, Value]]:
    """Give funding as it is written. Raises UsageProblemError for what is none."""
    for cost in typed or ():
        form = _COST.fullmatch(cost.strip())
        if form is None:
            raise usage_problem(
                f"{backquoted(cost)} bukan dana satu tahun",
                f"{backquoted(cost)} is not the money of a year",
                Text(
                    'tulis seperti `--cost "2027=2.500.000.000 APBD kota"`',
                    'write it like `--cost "2027=2.500.000.000 APBD kota"`',
                ),
            )
        year, amount, payer = form.groups()
        yield fields_of(source=payer, year=year_of(year), amount=rupiah_of(amount))
