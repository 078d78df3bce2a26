"""Rules of coordination (K) whose findings are notes."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.active_years import carriers_by_indicator
from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.duties.succession import Succession, end_of, unagreed
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.places import Pointer
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.rules._plan_rule import rule
from serang_plan.wording import Text, quoted
from serang_plan.wording import backquoted as show


@rule("K702", Severity.NOTE)
def support_without_action(plan: Plan) -> Iterator[Finding]:
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
    if not is_read_in_full(plan, "actions"):
        return
    carriers = carriers_by_indicator(plan)
    for assignment in plan.assignments:
        active = carriers.get(assignment.indicator, frozenset())
        if active and None not in active and end_of(assignment) >= plan.as_of:
            idle = _idle(plan, assignment, active)
            if idle:
                yield _support_without_action_finding(plan, assignment, idle)


def _idle(plan: Plan, assignment: Assignment, active: frozenset[str | None]) -> dict[str, int]:
    """Return the supporting OPD without an action, each with its place in the list."""
    idle: dict[str, int] = {}
    for nth, code in enumerate(assignment.support):
        opd = plan.opd_by_code.get(code)
        lacks = code not in active and code != assignment.lead
        if lacks and opd is not None and exists_on(opd, plan.as_of):
            idle.setdefault(code, nth)
    return idle


def _support_without_action_finding(plan: Plan, assignment: Assignment, idle: dict[str, int]) -> Finding:
    indicator = assignment.indicator
    return support_without_action.finding(
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


BEFORE = Text("pengampu sebelumnya", "the lead before")


@rule("K707", Severity.NOTE)
def handover_without_agreement(plan: Plan) -> Iterator[Finding]:
    """Indikator pindah pengampu tanpa keputusan rakor yang menyebut pengampu barunya.

    An indicator changes its lead without a decision of a rakor that names the new one.

    Mengapa: saat tugas pindah, data, anggaran dan pekerjaan yang belum selesai ikut pindah. Tanpa
    kesepakatan tertulis ada yang tertinggal. Bila OPD lama digabung ke OPD baru (`successor`), serah
    terimanya sudah diatur dan aturan ini diam.

    Why: when a duty moves, data, budget and unfinished work move with it, and without a written agreement
    some of it is left behind. Where the old OPD was merged into the new one (`successor`), this rule is
    silent.

    Salah:

        assignments:
          - {indicator: M01, lead: DPRKP, until: 2025}
          - {indicator: M01, lead: DLH, from: 2026}

    Benar:

        assignments:
          - {indicator: M01, lead: DPRKP, until: 2025}
          - {indicator: M01, lead: DLH, from: 2026}
        rakor:
          - date: 2025-11-12
            decisions:
              - code: R1-1
                text: RTH diserahkan ke DLH
                lead: DLH
                indicator: M01
                due: 2025-12-31
                status: selesai
                evidence: Berita acara 15 Desember 2025
    """
    if plan.was_refused("rakor", ""):
        return
    for turn in unagreed(plan):
        yield _handover_without_agreement_finding(plan, turn)


def _handover_without_agreement_finding(plan: Plan, turn: Succession) -> Finding:
    named = indicator_named(plan, turn.after.indicator)
    old, new = show(turn.before.lead), show(turn.after.lead)
    message = Text(
        f"indikator {named.id} pindah pengampu dari {old} ke {new} tanpa keputusan rakor",
        f"the lead of {named.en} moves from {old} to {new} without a decision of a rakor",
    )
    advice = Text(
        f"catat keputusan serah terimanya di `rakor` dengan `indicator: {turn.after.indicator}` "
        f"dan `lead: {turn.after.lead}`",
        f"record the decision about the handover in `rakor` with `indicator: {turn.after.indicator}` "
        f"and `lead: {turn.after.lead}`",
    )
    return handover_without_agreement.finding(
        message, turn.after.at("lead"), labels=(Label(BEFORE, turn.before.at("lead")),), help=advice
    )


@rule("K710", Severity.NOTE)
def lead_without_action(plan: Plan) -> Iterator[Finding]:
    """Pengampu tidak punya kegiatan untuk indikatornya, padahal OPD lain punya.

    The lead has no action for its indicator, although others have.

    Mengapa: pengampu yang menjawab di rakor, tetapi pekerjaannya di tangan OPD lain. Mungkin kegiatannya
    belum dicatat, mungkin pengampunya keliru.

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
    if not is_read_in_full(plan, "actions"):
        return
    carriers = carriers_by_indicator(plan)
    for assignment in plan.assignments:
        others = carriers.get(assignment.indicator, frozenset())
        unknown = None in others or not others & plan.opd_by_code.keys()
        if not unknown and assignment.lead not in others and _leads(plan, assignment):
            yield _lead_without_action_finding(
                plan, assignment, sorted(code for code in others if code is not None)
            )


def _leads(plan: Plan, assignment: Assignment) -> bool:
    """Whether the lead is known and still leads on the plan's date, or will."""
    opd = plan.opd_by_code.get(assignment.lead or "")
    return opd is not None and exists_on(opd, plan.as_of) and end_of(assignment) >= plan.as_of


def _lead_without_action_finding(plan: Plan, assignment: Assignment, others: list[str]) -> Finding:
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
    return lead_without_action.finding(message, assignment.at("lead"), help=advice)
