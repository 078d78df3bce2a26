"""Who has still to act upon a decision: the same answer on checklists, among OPD, in questions and in notes."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.coordination.interdependence import interdependence
from serang_plan.analysis.coordination.obligations import obligations
from serang_plan.analysis.meetings.pending_decisions import DecisionKind, pending_decisions
from serang_plan.analysis.meetings.since_last_rakor import changes_since
from serang_plan.analysis.outlook.gaps import gaps_of
from serang_plan.analysis.rakor.urgent_matters import urgent_matters
from serang_plan.model.plan import Plan
from serang_plan.reports.briefing.value import Inside, Reader, build
from tests.conftest import read

OPD = (
    "[{code: DLH, name: Dinas Lingkungan}, {code: BKAD, name: Badan Keuangan}, {code: BAPPEDA, name: Badan}]"
)
ACCEPTED = "{known: 2026-04-05, by: BAPPEDA, verified: sesuai}"
ENDED = {
    "reported": "{known: 2026-03-28, by: DLH, status: selesai, evidence: Berita acara}",
    "accepted": ACCEPTED,
    "excused": "{known: 2026-04-05, by: BAPPEDA, verified: tidak-dapat-ditindaklanjuti, reason: Sengketa}",
    "superseded": "{known: 2026-04-05, by: BAPPEDA, superseded_by: R2-1, reason: Digabung}",
}
STILL_OPEN = {
    "nobody has said": "",
    "found not as decided": f"{ENDED['reported']}, {{known: 2026-04-05, by: BAPPEDA, verified: belum-sesuai}}",
    "not acted upon": "{known: 2026-04-05, by: BAPPEDA, verified: belum-ditindaklanjuti}",
    "excused without a reason": "{known: 2026-04-05, by: BAPPEDA, verified: tidak-dapat-ditindaklanjuti}",
    "accepted by itself": "{known: 2026-04-05, by: DLH, verified: sesuai}",
    "accepted later": "{known: 2026-08-05, by: BAPPEDA, verified: sesuai}",
}


def plan_of(history: str, lead: str = "DLH", due: str = "2026-03-31") -> Plan:
    rakor = f"""
- date: 2026-03-10
  decisions:
    - {{code: R1-1, text: Lahan disiapkan, lead: {lead}, support: [BKAD], due: {due}, history: [{history}]}}
"""
    return read(date(2026, 6, 30), opd=OPD, rakor=rakor).plan


def asked(plan: Plan) -> dict[str, bool]:
    """Return for each place in which open decisions stand whether this one is among them."""
    facts = interdependence(plan)
    pending = pending_decisions(plan, facts, gaps_of(plan))
    note = build(plan, Reader("sekda"), Inside(lambda: None, lambda _: None))  # type: ignore[arg-type, return-value]
    return {
        "checklist": bool(obligations(facts)["DLH"].decisions),
        "coordination": any({"DLH", "BKAD"} == {pair.first, pair.second} for pair in facts.pairs),
        "questions": any(each.kind is DecisionKind.OVERDUE for each in pending),
        "note": bool(note.decisions),
    }


@pytest.mark.parametrize("history", ENDED.values(), ids=ENDED)
def test_what_has_come_to_an_end_is_asked_of_nobody(history: str) -> None:
    assert set(asked(plan_of(history)).values()) == {False}


@pytest.mark.parametrize("history", STILL_OPEN.values(), ids=STILL_OPEN)
def test_what_has_not_is_asked_for_everywhere(history: str) -> None:
    assert set(asked(plan_of(history)).values()) == {True}


def test_a_date_that_was_moved_with_a_reason_is_the_one_that_counts() -> None:
    plan = plan_of("{known: 2026-03-30, by: DLH, due: 2026-12-31, reason: Sertifikat}")
    (followed,) = interdependence(plan).decisions

    assert (followed.decision.due, followed.days_late) == (date(2026, 12, 31), 0)
    assert not asked(plan)["questions"]


def test_a_due_date_before_its_own_rakor_makes_nobody_late() -> None:
    (followed,) = interdependence(plan_of("", due="2025-03-31")).decisions

    assert (followed.days_late, followed.life.days_late) == (0, 0)


def test_of_a_decision_for_all_each_opd_is_asked_for_its_own_part() -> None:
    done = "{known: 2026-04-05, by: BAPPEDA, opd: DLH, verified: sesuai}"
    facts = interdependence(plan_of(done, "semua"))

    assert [part.life.opd for each in obligations(facts).values() for part in each.shared] == [
        "BAPPEDA",
        "BKAD",
    ]
    assert len(facts.decisions) == 1


def test_a_decision_for_all_is_asked_for_until_the_last_opd_has_reported() -> None:
    reports = [
        f"{{known: 2026-03-{day}, by: {opd}, opd: {opd}, status: selesai}}" for opd, day in LAST.items()
    ]

    assert len(interdependence(plan_of(", ".join(reports[:2]), "semua")).decisions) == 1
    assert interdependence(plan_of(", ".join(reports), "semua")).decisions == ()


def test_a_decision_for_all_is_overdue_as_long_as_one_opd_is() -> None:
    reports = [
        f"{{known: 2026-03-{day}, by: {opd}, opd: {opd}, status: selesai}}" for opd, day in LAST.items()
    ]

    def overdue(*history: str) -> int:
        return len(urgent_matters(plan_of(", ".join(history), "semua"), ()).decisions.overdue)

    assert [overdue(*reports[:count]) for count in range(4)] == [1, 1, 1, 0]


LAST = {"DLH": 20, "BKAD": 25, "BAPPEDA": 30}


@pytest.mark.parametrize("history", ENDED.values(), ids=ENDED)
def test_since_the_last_rakor_it_counts_as_closed(history: str) -> None:
    plan = plan_of(history)

    assert [decision.code for decision in changes_since(plan, plan.rakor[0]).closed] == ["R1-1"]


@pytest.mark.parametrize(("history", "waiting"), [("", 1), (ENDED["reported"], 0)])
@pytest.mark.parametrize("due", ["2026-03-31", "2026-07-01", "null"])
def test_what_is_reported_as_done_is_not_urgent(history: str, waiting: int, due: str) -> None:
    urgent = urgent_matters(plan_of(history, due=due), ()).decisions

    assert len(urgent.overdue) + len(urgent.due) + len(urgent.undated) == waiting
