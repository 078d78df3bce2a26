"""Masa berakhir sebelum mulai.

A period ends before it begins.

Mengapa: masa yang terbalik tidak pernah berlaku, sehingga tugasnya tidak ada yang memegang pada
tahun berapa pun.

Why: a period that is turned round is never in force, so nobody holds the duty in any year.

Salah:

    - {indicator: M01, lead: DLH, from: 2021, until: 2019}

Benar:

    - {indicator: M01, lead: DLH, from: 2019, until: 2021}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.opd import Assignment, Opd
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("T410", "turned-period", why=__doc__)
_BEGINS = Text("mulai di sini", "it begins here")
_HELP = Text("tukar keduanya, atau perbaiki salah satunya", "swap the two, or correct one of them")


def check(plan: Plan) -> Iterator[Finding]:
    yield from _plan_years(plan)
    for opd in plan.opd:
        yield from _reversed(opd, Text(f"OPD `{opd.code}`", f"OPD `{opd.code}`"))
    for assignment in plan.assignments:
        code = assignment.indicator
        yield from _reversed(assignment, Text(f"penugasan untuk `{code}`", f"the assignment for `{code}`"))


def _plan_years(plan: Plan) -> Iterator[Finding]:
    for header in plan.headers:
        if header.first_year > header.last_year:
            message = Text(
                f"masa rencana berakhir {header.last_year}, padahal baru mulai {header.first_year}",
                f"the plan ends {header.last_year}, but only begins {header.first_year}",
            )
            label = Label(_BEGINS, header.at("first_year"))
            yield RULE.finding(message, header.at("last_year"), (label,), _HELP)


def _reversed(holder: Opd | Assignment, name: Text) -> Iterator[Finding]:
    begin, end = holder.from_, holder.until
    if begin is not None and end is not None and begin.first > end.last:
        message = Text(
            f"{name.id} berakhir {end.text('id')}, padahal baru mulai {begin.text('id')}",
            f"{name.en} ends {end.text('en')}, but only begins {begin.text('en')}",
        )
        yield RULE.finding(message, holder.at("until"), (Label(_BEGINS, holder.at("from")),), _HELP)
