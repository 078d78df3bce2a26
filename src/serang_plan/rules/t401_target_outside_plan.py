"""Tahun target di luar masa rencana.

The year of a target lies outside the plan.

Mengapa: target di luar masa rencana tidak masuk tahapan mana pun, sehingga tidak ada OPD yang
mengejarnya dan tidak ada rakor yang menagihnya.

Why: a target outside the plan belongs to no stage, so no OPD works towards it and no rakor asks for it.

Salah:

    - {year: 2035, value: 20}

Benar:

    - {year: 2029, value: 20}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.header import Header
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("T401", "target-outside-plan", why=__doc__)
_STARTS = Text("rencana mulai di sini", "the plan starts here")
_ENDS = Text("rencana berakhir di sini", "the plan ends here")


def check(plan: Plan) -> Iterator[Finding]:
    header = plan.header
    if header is None or header.first_year > header.last_year:
        return
    for indicator in plan.indicators:
        for target in indicator.targets:
            year = target.year
            if not header.first_year <= year <= header.last_year:
                message = Text(
                    f"target {year} indikator `{indicator.code}` di luar masa rencana {years(header)}",
                    f"the {year} target of `{indicator.code}` lies outside the plan, {years(header)}",
                )
                yield RULE.finding(message, target.at("year"), (bound(header, year),), advice(header, year))


def years(header: Header) -> str:
    """Return the span of the plan: `2020–2029`."""
    return f"{header.first_year}–{header.last_year}"


def bound(header: Header, year: int) -> Label:
    """Point at the end of the plan beyond which a year lies."""
    early = year < header.first_year
    return Label(_STARTS if early else _ENDS, header.at("first_year" if early else "last_year"))


def advice(header: Header, year: int) -> Text:
    """Say what can be typed instead."""
    if year < header.first_year:
        return Text(
            f"pakai tahun {years(header)}, atau ubah `first_year` bila rencana memang mulai lebih awal",
            f"use a year in {years(header)}, or change `first_year` if the plan does start earlier",
        )
    return Text(
        f"pakai tahun {years(header)}, atau ubah `last_year` bila masa rencana memang diperpanjang",
        f"use a year in {years(header)}, or change `last_year` if the plan has been extended",
    )
