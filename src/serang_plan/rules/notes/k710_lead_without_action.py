"""Pengampu tidak punya kegiatan untuk indikatornya, padahal OPD lain punya.

The lead has no action for its indicator, although others have.

Mengapa: pengampu yang menjawab di rakor, tetapi pekerjaannya di tangan OPD lain. Mungkin kegiatannya belum
dicatat, mungkin pengampunya keliru.

Why: the lead answers at the rakor while the work is in other hands. Perhaps its action is not recorded,
perhaps the wrong OPD leads.

Salah:

    assignments:
      - {indicator: M07, lead: DISHUB}
    actions:
      - {code: A01, name: Halte dan jalur bus, opd: DPUPR, indicators: [{code: M07}]}

Benar:

    assignments:
      - {indicator: M07, lead: DISHUB}
    actions:
      - {code: A01, name: Halte dan jalur bus, opd: DPUPR, indicators: [{code: M07}]}
      - {code: A02, name: Koridor bus pertama, opd: DISHUB, indicators: [{code: M07}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.active_years import carriers_by_indicator
from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.duties.succession import end_of
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.wording import Text, quoted
from serang_plan.wording import backquoted as show

RULE = Rule("K710", "lead-without-action", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    if not is_read_in_full(plan, "actions"):
        return
    carriers = carriers_by_indicator(plan)
    for assignment in plan.assignments:
        others = carriers.get(assignment.indicator, frozenset())
        unknown = None in others or not others & plan.opd_by_code.keys()
        if not unknown and assignment.lead not in others and _leads(plan, assignment):
            yield _finding(plan, assignment, sorted(code for code in others if code is not None))


def _leads(plan: Plan, assignment: Assignment) -> bool:
    """Whether the lead is known and still leads on the plan's date, or will."""
    opd = plan.opd_by_code.get(assignment.lead or "")
    return opd is not None and exists_on(opd, plan.as_of) and end_of(assignment) >= plan.as_of


def _finding(plan: Plan, assignment: Assignment, others: list[str]) -> Finding:
    lead, code = show(assignment.lead), assignment.indicator
    named, those = indicator_named(plan, code), quoted(others)
    message = Text(
        f"{lead}, pengampu {named.id}, belum punya kegiatan untuk indikator itu; yang sudah punya: {those}",
        f"{lead}, the lead of {named.en}, has no action for it; those who have: {those}",
    )
    advice = Text(
        f"tambahkan kegiatan {lead} dengan `indicators: [{{code: {code}}}]`, atau ganti pengampunya",
        f"add an action of {lead} with `indicators: [{{code: {code}}}]`, or change the lead",
    )
    return RULE.finding(message, assignment.at("lead"), help=advice)
