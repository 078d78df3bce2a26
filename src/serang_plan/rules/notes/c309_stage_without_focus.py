"""Tahun dalam rencana belum punya tahapan atau fokus.

A year of the plan has no stage, or a stage without focus.

Mengapa: setiap tahun punya fokusnya sendiri, seperti Perkim pada 2020. Tanpa fokus, semua OPD dianggap
sama mendesaknya, dan tidak ada yang didahulukan.

Why: every year has a focus of its own, as 2020 has housing. Without one all OPD are equally urgent, and
none comes first.

Salah:

    - {year: 2021, opd: [DLH]}

Benar:

    - {year: 2021, focus: Persampahan dan RTH, opd: [DLH]}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import of_years
from serang_plan.wording import Text

RULE = Rule("C309", "stage-without-focus", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    if is_read_in_full(plan, "stages"):
        yield from _without_focus(plan)
        yield from _without_stage(plan)


def _without_focus(plan: Plan) -> Iterator[Finding]:
    focused = {stage.year for stage in plan.stages if stage.focus is not None}
    for stage in plan.stages:
        if stage.year not in focused:
            focused.add(stage.year)
            message = Text(
                f"tahapan {stage.year} belum punya fokus", f"the stage of {stage.year} has no focus"
            )
            yield RULE.finding(message, stage.at("year"), help=Text("tambahkan `focus: …`", "add `focus: …`"))


def _without_stage(plan: Plan) -> Iterator[Finding]:
    header = plan.header
    if header is None:
        return
    staged = {stage.year for stage in plan.stages}
    empty = [year for year in range(header.first_year, header.last_year + 1) if year not in staged]
    if empty:
        years = of_years(empty)
        message = Text(f"tahun {years.id} belum punya tahapan", f"there is no stage for {years.en}")
        advice = Text(
            f"tambahkan `- {{year: {empty[0]}, focus: …}}` ke `stages`",
            f"add `- {{year: {empty[0]}, focus: …}}` to `stages`",
        )
        yield RULE.finding(message, header.at("last_year"), help=advice)
