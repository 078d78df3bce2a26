"""Tahun tahapan di luar masa rencana.

The year of a stage lies outside the plan.

Mengapa: tahapan di luar masa rencana tidak muncul dalam laporan tahunan mana pun.

Why: a stage outside the plan shows up in no yearly report.

Salah:

    - {year: 2019, focus: Alun-alun}

Benar:

    - {year: 2020, focus: Alun-alun}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules.t401_target_outside_plan import advice, bound, years
from serang_plan.wording import Text

RULE = Rule("T412", "stage-outside-plan", why=__doc__, severity=Severity.WARNING)


def check(plan: Plan) -> Iterator[Finding]:
    header = plan.header
    if header is None or header.first_year > header.last_year:
        return
    for stage in plan.stages:
        if not header.first_year <= stage.year <= header.last_year:
            message = Text(
                f"tahapan {stage.year} di luar masa rencana {years(header)}",
                f"the stage of {stage.year} lies outside the plan, {years(header)}",
            )
            yield RULE.finding(
                message, stage.at("year"), (bound(header, stage.year),), advice(header, stage.year)
            )
