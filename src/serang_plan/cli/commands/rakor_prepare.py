"""rakor prepare: what does the next rakor take up, who must be there, and what does each bring?"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from serang_plan.analysis.rakor.agenda import USUAL_MINUTES, invited_to
from serang_plan.analysis.rakor.meetings import coming_day
from serang_plan.cli.arguments.code_lookup import codes, opd_of
from serang_plan.cli.arguments.options import PlanOptions, argument, as_of_date, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, usage_problem
from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.model.plan import Plan
from serang_plan.reports.agenda import page as report
from serang_plan.reports.registry import RAKOR_PREPARE
from serang_plan.wording import Text, backquoted

RakorDay = Annotated[
    str,
    argument(
        "DATE",
        "Tanggal rakor; tanpa ini rakor berikutnya yang tertulis dalam rencana.",
        "The day of the rakor; without it the next one in the plan.",
        completion=codes("rakor"),
    ),
]
Minutes = Annotated[
    str, option("--minutes", "Waktu yang ada, dalam menit.", "The time there is, in minutes.", metavar="N")
]
AsLetter = Annotated[
    bool,
    option(
        "--letter",
        "Undangannya: nota dinas beserta yang dibawa tiap OPD; dengan `--all` satu lembar tiap OPD.",
        "The invitation: a memorandum with what each OPD brings; with `--all` a sheet for each.",
    ),
]
ForOpd = Annotated[
    str,
    option(
        "--opd",
        "Undangan untuk OPD ini saja.",
        "The invitation of this OPD alone.",
        metavar="OPD",
        completion=codes("opd"),
    ),
]
Save = Annotated[
    bool, option("--save", "Tulis rakor ini ke dalam rencana.", "Write this rakor into the plan.")
]


def command(
    context: RunContext,
    day: RakorDay = "",
    minutes: Minutes = str(USUAL_MINUTES),
    letter: AsLetter = False,
    opd: ForOpd = "",
    save: Save = False,
    *,
    at: PlanOptions,
    writing: Writing,
    to: Output,
) -> int:
    """Prepare a rakor: its agenda, or the invitation; with --save it is written into the plan."""
    plan = at.open().plan
    when = _day(plan, day)
    as_letter = letter or bool(opd)
    if when is None and (as_letter or save):
        raise _no_day()
    prepared = report.build(plan, when, _minutes(minutes), as_letter=as_letter)
    prepared = prepared._replace(opd=_invited(prepared, opd) if opd else "", for_each=to.all and letter)
    if save:
        from serang_plan.cli.output.recorder import recorder
        from serang_plan.operations.meetings.saving import saved

        plan_file = recorder(at, writing, context)
        return plan_file.write(saved(plan_file.plan, prepared))
    draw(RAKOR_PREPARE.of(prepared), at.data, to, context)
    return FINE


def _day(plan: Plan, text: str) -> date | None:
    return as_of_date(text, "rakor prepare") if text else coming_day(plan)


def _invited(prepared: report.PreparedRakor, typed: str) -> str:
    opd, invited = opd_of(prepared.plan, typed), invited_to(prepared.agenda)
    if opd in invited:
        return opd
    raise usage_problem(
        f"{opd} tidak diundang ke rakor itu",
        f"{opd} is not invited to that rakor",
        Text(f"yang diundang: {', '.join(invited)}", f"invited are: {', '.join(invited)}"),
    )


def _minutes(text: str) -> int:
    if text.isdecimal() and len(text) < 5 and int(text):
        return int(text)
    raise usage_problem(
        f"{backquoted(text)} bukan jumlah menit",
        f"{backquoted(text)} is not a number of minutes",
        Text("tulis misalnya `--minutes 120`", "write for example `--minutes 120`"),
    )


def _no_day() -> UsageProblemError:
    return usage_problem(
        "rakor tanggal berapa? rencana ini belum memuat rakor berikutnya",
        "on which day is the rakor? the plan has no next one yet",
        Text("sebut tanggalnya: `rakor prepare 2026-12-10`", "name the day: `rakor prepare 2026-12-10`"),
    )
