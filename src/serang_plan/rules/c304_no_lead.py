"""Indikator tidak punya OPD pengampu.

No OPD leads an indicator.

Mengapa: "setiap OPD punya tugas" hanya berarti bila setiap indikator punya satu pengampu. Tanpa
pengampu, tidak ada yang membawa datanya ke rakor dan tidak ada yang ditanya bila tertinggal.

Why: "every OPD has a duty" means something only if every indicator has one lead. Without it nobody
brings the figures to the rakor, and nobody is asked when it falls behind.

Salah:

    - {indicator: M11, support: [DISHUB]}

Benar:

    - {indicator: M11, lead: SATPOLPP, support: [DISHUB]}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import ne

from serang_plan.analysis.duties.leads import assignments_on, leads_on
from serang_plan.analysis.lookups.references import Reference
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Indicator
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.rules._codes import indicator_list, meant_by_slips, unlisted
from serang_plan.rules._subjects import indicators, of_indicator
from serang_plan.wording import Text

RULE = Rule("C304", "no-lead", why=__doc__, severity=Severity.WARNING)
_ENDED = Text("tugas terakhir berakhir di sini", "the last duty ended here")


def check(plan: Plan) -> Iterator[Finding]:
    named = [Reference(assignment.indicator, assignment, ("indicator",)) for assignment in plan.assignments]
    slips = meant_by_slips(plan, indicator_list(plan), named)
    idle: list[Indicator] = []
    for indicator in indicators(plan):
        code = indicator.code
        if leads_on(plan, code, plan.as_of) or code in slips or plan.was_refused("assignments", code):
            continue
        in_force = assignments_on(plan, code, plan.as_of)
        if in_force:
            yield _without_lead(indicator, in_force[0])
        elif not _between(plan, plan.assignments_by_indicator.get(code, ())):
            idle.append(indicator)
    if not _is_meant(idle, unlisted(plan, indicator_list(plan), named)):
        yield from (_without_duty(plan, indicator) for indicator in idle)


def _is_meant(idle: Sequence[Indicator], unknown: Collection[str]) -> bool:
    """Whether the only indicator without a duty is one letter off the only code that is on no list."""
    if len(idle) != 1 or len(unknown) != 1:
        return False
    (indicator,), (typed,) = idle, unknown
    return len(typed) == len(indicator.code) and sum(map(ne, typed, indicator.code)) == 1


def _between(plan: Plan, assignments: Sequence[Assignment]) -> bool:
    """Whether one duty has ended and the next has not started, which is a fault of its own."""
    ended = any(
        assignment.until is not None and assignment.until.last < plan.as_of for assignment in assignments
    )
    coming = any(
        assignment.from_ is not None and assignment.from_.first > plan.as_of for assignment in assignments
    )
    return ended and coming


def _without_lead(indicator: Indicator, assignment: Assignment) -> Finding:
    add = Text("tambahkan `lead: KODE-OPD`", "add `lead: OPD-CODE`")
    return RULE.finding(_never(indicator), assignment.at("indicator"), help=add)


def _never(indicator: Indicator) -> Text:
    named = of_indicator(indicator)
    return Text(f"indikator {named.id} belum punya OPD pengampu", f"no OPD leads indicator {named.en}")


def _without_duty(plan: Plan, indicator: Indicator) -> Finding:
    line = f"`- {{indicator: {indicator.code}, lead: …}}`"
    advice = Text(f"tambahkan {line} ke `assignments`", f"add {line} to `assignments`")
    ended = [
        (assignment.until, assignment.at("until"))
        for assignment in plan.assignments_by_indicator.get(indicator.code, ())
        if assignment.until is not None and assignment.until.last < plan.as_of
    ]
    if not ended:
        return RULE.finding(_never(indicator), indicator.at("code"), help=advice)
    last, at = max(ended)
    return RULE.finding(_no_longer(indicator, last), indicator.at("code"), (Label(_ENDED, at),), advice)


def _no_longer(indicator: Indicator, last: When) -> Text:
    named = of_indicator(indicator)
    return Text(
        f"indikator {named.id} tidak lagi punya OPD pengampu sesudah {last.text('id')}",
        f"no OPD leads indicator {named.en} after {last.text('en')}",
    )
