"""briefing: what does one reader need to know and decide, on paper?"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated

from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.duties.opd_lifetime import successor_on
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.code_lookup import codes, opd_of
from serang_plan.cli.arguments.options import PlanOptions, as_of_date, option, today
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, usage_problem
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.operations.checking.check import fault_counts
from serang_plan.reports import briefing as report
from serang_plan.reports.registry import BRIEFING
from serang_plan.wording import Text, backquoted, did_you_mean, full_date, quoted

_READERS = (*plan_names.READERS, "opd:KODE")
For = Annotated[
    str,
    option(
        "--for",
        "Pembacanya: walikota (2 halaman), sekda (2–3 halaman), bappeda (lengkap) atau opd:KODE.",
        "The reader: walikota (2 pages), sekda (2–3 pages), bappeda (in full) or opd:CODE.",
        metavar="READER",
        completion=codes("readers"),
    ),
]
RakorDate = Annotated[
    str,
    option(
        "--rakor",
        "Untuk rakor ini: acaranya dan yang jatuh tempo; yang sudah lewat dilihat per hari itu.",
        "For this rakor: its agenda and what is due; a past one is seen as of its day.",
        metavar="YYYY-MM-DD",
        completion=codes("rakor"),
    ),
]


def command(
    context: RunContext,
    reader: For = "",
    rakor: RakorDate = "",
    *,
    at: PlanOptions,
    to: Output,
) -> int:
    """Write the note for one reader."""
    day = as_of_date(rakor, "--rakor") if rakor else None
    held = min(day, today()) if day and not at.as_of else None  # a rakor that was held is seen as of its day
    reading = at.open(held)
    plan = reading.plan
    note = report.build(
        plan,
        _reader(plan, reader),
        report.Inside(cache(lambda: fault_counts(reading)), reading.sources.where),
        _rakor_on(plan, day) if day else None,
        in_full=to.all,
    )
    draw(BRIEFING.of(note), at.data, to, context)
    return FINE


def _reader(plan: Plan, text: str) -> report.Reader:
    role, colon, opd = text.partition(":")
    folded = role.casefold().replace(" ", "")
    if folded == "opd":
        return report.Reader("opd", _opd(plan, opd))
    if folded in report.ROLES and not colon:
        return report.Reader(folded)
    raise _unknown_reader(plan, text)


def _unknown_reader(plan: Plan, text: str) -> UsageProblemError:
    some = f"opd:{_some_opd(plan)}"
    choose = Text(
        f"ketik salah satu: {quoted(_READERS)}, misalnya `{some}`",
        f"type one of: {quoted(_READERS)}, for example `{some}`",
    )
    if not text:
        return usage_problem(
            "`--for` belum diisi: untuk siapa nota ini?", "`--for` is missing: whom is the note for?", choose
        )
    message = Text(
        f"{backquoted(text)} bukan pilihan untuk `--for`", f"{backquoted(text)} is not a choice for `--for`"
    )
    meant = [f"opd:{code}" for code in _called_like(plan, text)]
    if 0 < len(meant) <= MOST_MEANT:
        return UsageProblemError(
            message, Text(f"maksud Anda {quoted(meant)}?", f"did you mean {quoted(meant)}?")
        )
    known = [*report.ROLES[:-1], *(f"opd:{code}" for code in plan.opd_by_code)]
    return UsageProblemError(message, did_you_mean(text, known) or choose)


MOST_MEANT = 8


def _called_like(plan: Plan, text: str) -> list[str]:
    """Return the OPD of this code, else those whose head is called so: `camat` is said of every kecamatan."""
    same = [code for code in plan.opd_by_code if code.casefold() == text.casefold()]
    heads = {code: report.head_of(plan, code, "id").casefold() for code in plan.opd_by_code}
    return same or [code for code, head in heads.items() if head.startswith(text.casefold())]


# -- the OPD -----------------------------------------------------------------------------


def _opd(plan: Plan, text: str) -> str:
    """Return the code of an OPD that is there to be written to."""
    if not text:
        raise usage_problem(
            "OPD mana? `--for opd:` belum menyebut kodenya",
            "which OPD? `--for opd:` names no code",
            Text(
                f"ketik misalnya `--for opd:{_some_opd(plan)}`",
                f"type for example `--for opd:{_some_opd(plan)}`",
            ),
        )
    code = opd_of(plan, text, "--for opd:")
    opd = plan.opd_by_code[code]
    if exists_on(opd, plan.as_of):
        return code
    day = plan.as_of
    after = successor_on(plan, opd, day)
    raise usage_problem(
        f"{code} tidak ada pada {full_date(day, 'id')}",
        f"{code} does not exist on {full_date(day, 'en')}",
        Text(f"penerusnya: `--for opd:{after.code}`", f"who carries on: `--for opd:{after.code}`")
        if after
        else Text("pilih tanggal lain dengan `--as-of`", "choose another date with `--as-of`"),
    )


def _some_opd(plan: Plan) -> str:
    return next(iter(plan.opd_by_code), "DLH")


# -- the rakor -----------------------------------------------------------------------------


def _rakor_on(plan: Plan, day: date) -> Rakor:
    """Return the rakor of a day. Raises UsageProblemError, with those that there are."""
    rakor = next((rakor for rakor in plan.rakor if rakor.date == day), None)
    if rakor is not None:
        return rakor
    if not is_read_in_full(plan, "rakor"):
        raise usage_problem(
            f"rakor `{day.isoformat()}` tidak ada di antara yang terbaca",
            f"there is no rakor on `{day.isoformat()}` among those that could be read",
            Text(
                "lihat galatnya dengan `serang-plan validate`", "see the errors with `serang-plan validate`"
            ),
        )
    days = quoted([rakor.date.isoformat() for rakor in plan.rakor][-6:])
    write = f"`rakor: [{{date: {day.isoformat()}}}]`"
    raise usage_problem(
        f"tidak ada rakor pada `{day.isoformat()}`",
        f"there is no rakor on `{day.isoformat()}`",
        Text(
            f"rakor yang ada: {days}; rakor baru ditulis dulu dalam data: {write}",
            f"rakor on record: {days}; a new one must be written in the data first: {write}",
        )
        if plan.rakor
        else Text(
            f"rencana ini belum memiliki rakor; tulis dulu dalam data: {write}",
            f"this plan has no rakor yet; write it in the data first: {write}",
        ),
    )
