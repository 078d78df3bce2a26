"""Rakor arguments: which rakor and which decision something is about, as several commands take it."""

from __future__ import annotations

from typing import Annotated

from serang_plan.cli.arguments.code_lookup import codes
from serang_plan.cli.arguments.options import argument, as_of_date, option
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.wording import Text, quoted

RakorOption = Annotated[
    str,
    option(
        "--rakor",
        "Rakor tanggal ini; baku: yang terakhir dalam 31 hari ini.",
        "The rakor of this day; default: the last one within 31 days.",
        metavar="YYYY-MM-DD",
        completion=codes("open_rakor"),
    ),
]
RakorDay = Annotated[
    str, argument("DATE", "Tanggal rakor.", "The day of the rakor.", completion=codes("rakor"))
]
OpenRakorDay = Annotated[
    str, argument("DATE", "Tanggal rakor.", "The day of the rakor.", completion=codes("open_rakor"))
]
DecisionCode = Annotated[
    str,
    argument(
        "CODE",
        "Kode keputusan, atau sebagian isinya.",
        "A decision's code, or a part of its text.",
        completion=codes("open_decisions"),
    ),
]
By = Annotated[
    str,
    option(
        "--by",
        "Kode OPD yang melapor atau memeriksa.",
        "The OPD that says so.",
        metavar="OPD",
        completion=codes("opd"),
    ),
]
PartOpd = Annotated[
    str,
    option(
        "--opd",
        "Untuk keputusan bagi semua OPD: bagian OPD ini.",
        "Of a decision for all OPD: the part of this one.",
        metavar="OPD",
        completion=codes("opd"),
    ),
]
Evidence = Annotated[str, option("--evidence", "Bukti dukung.", "The evidence.", metavar="TEXT")]


def rakor_on(plan: Plan, text: str, option: str = "--rakor") -> Rakor:
    """Return the rakor of a day, or the last one up to the plan's date. Raises UsageProblemError."""
    if text:
        day = as_of_date(text, option)
        found = next((rakor for rakor in plan.rakor if rakor.date == day), None)
    else:
        found = next((rakor for rakor in reversed(plan.rakor) if rakor.date <= plan.as_of), None)
    if found is not None:
        return found
    days = quoted([rakor.date.isoformat() for rakor in plan.rakor][-6:])
    prepare = "`serang-plan rakor prepare 2026-12-10 --save`"
    raise usage_problem(
        f"tidak ada rakor pada {text}" if text else "belum ada rakor yang diadakan",
        f"there is no rakor on {text}" if text else "no rakor has been held yet",
        Text(f"yang ada: {days}; yang baru: {prepare}", f"on record: {days}; a new one: {prepare}")
        if plan.rakor
        else Text(f"rencanakan dulu: {prepare}", f"plan one first: {prepare}"),
    )
