"""OPD pendukung tidak punya kegiatan untuk indikator yang didukungnya.

A supporting OPD has no action for the indicator that it supports.

Mengapa: dukungan baru berarti bila ada kegiatannya. OPD yang hanya tercatat sebagai pendukung datang ke
rakor tanpa bahan. Bila indikator itu belum punya kegiatan sama sekali, aturan ini diam.

Why: support counts once there is an action. An OPD that supports on paper only comes to the rakor with
nothing to bring. Where an indicator has no action at all, this rule is silent.

Salah:

    assignments:
      - {indicator: M02, lead: DLH, support: [SATPOLPP]}
    actions:
      - {code: A01, name: Tambahan armada sampah, opd: DLH, indicators: [{code: M02}]}

Benar:

    assignments:
      - {indicator: M02, lead: DLH, support: [SATPOLPP]}
    actions:
      - {code: A01, name: Tambahan armada sampah, opd: DLH, indicators: [{code: M02}]}
      - {code: A02, name: Penertiban pembuangan liar, opd: SATPOLPP, indicators: [{code: M02}]}
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
from serang_plan.places import Pointer
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.wording import Text, quoted

RULE = Rule("K702", "support-without-action", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    if not is_read_in_full(plan, "actions"):
        return
    carriers = carriers_by_indicator(plan)
    for assignment in plan.assignments:
        active = carriers.get(assignment.indicator, frozenset())
        if active and None not in active and end_of(assignment) >= plan.as_of:
            idle = _idle(plan, assignment, active)
            if idle:
                yield _finding(plan, assignment, idle)


def _idle(plan: Plan, assignment: Assignment, active: frozenset[str | None]) -> dict[str, int]:
    """Return the supporting OPD without an action, each with its place in the list."""
    idle: dict[str, int] = {}
    for nth, code in enumerate(assignment.support):
        opd = plan.opd_by_code.get(code)
        lacks = code not in active and code != assignment.lead
        if lacks and opd is not None and exists_on(opd, plan.as_of):
            idle.setdefault(code, nth)
    return idle


def _finding(plan: Plan, assignment: Assignment, idle: dict[str, int]) -> Finding:
    indicator = assignment.indicator
    return RULE.finding(
        _message(indicator_named(plan, indicator), quoted(idle), len(idle)),
        _place(assignment, idle),
        help=Text(
            f"tambahkan kegiatannya dengan `indicators: [{{code: {indicator}}}]`, "
            "atau keluarkan OPD itu dari `support`",
            f"add its action with `indicators: [{{code: {indicator}}}]`, or take the OPD out of `support`",
        ),
    )


def _message(indicator: Text, names: str, count: int) -> Text:
    if count == 1:
        return Text(
            f"{names}, pendukung {indicator.id}, belum punya kegiatan untuk indikator itu",
            f"{names} supports {indicator.en} but has no action for it",
        )
    return Text(
        f"{count} OPD pendukung {indicator.id} belum punya kegiatan untuk indikator itu: {names}",
        f"{count} supporting OPD of {indicator.en} have no action for it: {names}",
    )


def _place(assignment: Assignment, idle: dict[str, int]) -> Pointer:
    if len(idle) == 1:
        return assignment.at("support", *idle.values())
    return assignment.at("support").name
