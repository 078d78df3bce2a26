"""rakor decide: what was decided is written into the plan."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.options import PlanOptions, argument, as_of_date, option
from serang_plan.cli.arguments.plan_names import opd as opd_names
from serang_plan.cli.arguments.rakor_arguments import RakorOption
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import text_of
from serang_plan.cli.arguments.writing_options import Note, Writing, codes, fields_of
from serang_plan.cli.output.asking import Question
from serang_plan.cli.output.rakor_recorder import recorder
from serang_plan.model.rakor import EVERYBODY
from serang_plan.operations.meetings.holding import decided
from serang_plan.wording import Text

Decided = Annotated[str, argument("TEXT", "Isi keputusan.", "What was decided.")]
Lead = Annotated[
    str,
    option(
        "--lead",
        "Kode OPD penanggung jawab, atau semua.",
        "The OPD in charge, or semua for all.",
        metavar="OPD",
        completion=codes("leads"),
    ),
]
Due = Annotated[str, option("--due", "Batas waktu.", "The due date.", metavar="YYYY-MM-DD")]
DoneWhen = Annotated[
    str, option("--done-when", "Apa yang membuktikan selesai.", "What proves it done.", metavar="TEXT")
]
Support = Annotated[
    str,
    option(
        "--support",
        "Kode OPD pendukung, dipisah koma.",
        "OPD in support, separated by commas.",
        metavar="OPD,OPD",
        completion=codes("opd", several=True),
    ),
]
About = Annotated[
    str,
    option(
        "--about",
        "Kode indikator dan kegiatan yang dituju, dipisah koma.",
        "Indicators and actions that it is about, separated by commas.",
        metavar="CODE,CODE",
        completion=codes("subjects", several=True),
    ),
]
WaitsFor = Annotated[
    str,
    option(
        "--waits-for",
        "Kode keputusan yang ditunggu, dipisah koma.",
        "Decisions that it waits for, separated by commas.",
        metavar="CODE,CODE",
        completion=codes("open_decisions", several=True),
    ),
]
Supersedes = Annotated[
    str,
    option(
        "--supersedes",
        "Kode keputusan lama yang digantikan, dipisah koma.",
        "Older decisions whose place it takes, separated by commas.",
        metavar="CODE,CODE",
        completion=codes("open_decisions", several=True),
    ),
]
Again = Annotated[
    bool,
    option(
        "--again",
        "Memang keputusan baru, walau mirip yang belum selesai.",
        "Really a new decision, although a similar one is open.",
    ),
]
_TEXT = Question(Text("isi keputusan", "what was decided"), '"Lahan TPS disiapkan"')
_LEAD = Question(Text("penanggung jawab", "who is in charge"), "--lead DLH")
_DUE = Question(Text("batas waktu (TTTT-BB-HH)", "due date (YYYY-MM-DD)"), "--due 2027-01-31")


def command(
    context: RunContext,
    text: Decided = "",
    lead: Lead = "",
    due: Due = "",
    done_when: DoneWhen = "",
    support: Support = "",
    about: About = "",
    waits_for: WaitsFor = "",
    supersedes: Supersedes = "",
    note: Note = "",
    rakor: RakorOption = "",
    again: Again = False,
    *,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Record a decision of a rakor."""
    plan = recorder(at, writing, context)
    meeting = plan.meeting(rakor)
    names = {EVERYBODY: Text("semua OPD", "all OPD").for_lang(context.lang), **opd_names(plan.plan)}
    fields = fields_of(
        text=plan.asking.value(text, _TEXT, text_of),
        lead=plan.opd(plan.asking.choice(lead, _LEAD, names), "--lead"),
        due=plan.asking.value(due, _DUE, lambda typed: as_of_date(typed, "--due")),
        done_when=done_when,
        support=tuple(plan.opd(code, "--support") for code in _listed(support)),
        about=_listed(about),
        waits_for=_listed(waits_for),
        note=note,
    )
    replaced = [plan.decision(code) for code in _listed(supersedes)]
    return plan.record(meeting, decided(plan.plan, meeting, fields, replaced, again=again))


def _listed(typed: str) -> tuple[str, ...]:
    return tuple(filter(None, (code.strip() for code in typed.split(","))))
