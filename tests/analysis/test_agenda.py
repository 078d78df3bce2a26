"""What a rakor takes up: what holds up most first, as far as its time goes, and nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.coordination.interdependence import interdependence
from serang_plan.analysis.duties.decision_life import DecisionLife
from serang_plan.analysis.meetings.pending_decisions import DecisionKind, pending_decisions
from serang_plan.analysis.outlook.gaps import gaps_of
from serang_plan.analysis.rakor.agenda import CLOSING, OPENING, Agenda, AgendaPart, invited_to
from serang_plan.reports.agenda.page import attendees, build
from tests.conftest import AS_OF, read
from tests.worlds.small_city import city

OPD = """
- {code: DLH, name: Dinas Lingkungan Hidup}
- {code: DPUPR, name: Dinas Pekerjaan Umum}
- {code: DKP, name: Dinas Kebersihan, until: 2024, successor: DLH}
"""
INDICATORS = """
- {code: M01, name: RTH, unit: ha, direction: naik, aspect: sosial}
- {code: M02, name: Sampah, unit: ha, direction: naik, aspect: sosial}
"""
RAKOR = """
- date: 2026-03-10
  decisions:
    - {code: R1-1, text: Lahan disiapkan, lead: DLH, support: [DKP], due: 2026-04-15, status: proses}
    - {code: R1-2, text: Jalan dibuka, lead: DPUPR, due: 2026-05-15, status: proses, about: [M01, M02]}
    - {code: R1-3, text: Tong dibeli, lead: DLH, due: 2027-05-15, status: proses, waits_for: [R1-2]}
    - {code: R1-4, text: Rute disusun, lead: DLH, due: 2026-04-15, status: selesai, evidence: Rute}
"""


def agenda(minutes: int = 120, rakor: str = RAKOR, day: date = date(2026, 7, 10), **sections: str) -> Agenda:
    return build(
        read(AS_OF, opd=OPD, indicators=INDICATORS, rakor=rakor, **sections).plan, day, minutes
    ).agenda


def decisions(agenda: Agenda) -> list[str]:
    return [entry.matter.code for entry in agenda.entries if isinstance(entry.matter, DecisionLife)]


def test_what_holds_up_most_comes_first_and_what_is_not_due_is_left_alone() -> None:
    assert decisions(agenda()) == ["R1-2", "R1-1"]


def test_actions_that_serve_no_indicator_hold_up_no_more_than_one_indicator() -> None:
    plan = city(actions="\n".join(f"- {{code: A{nth}, name: Taman, finish: 2027}}" for nth in range(3)))

    pending = pending_decisions(plan, interdependence(plan), gaps_of(plan))

    assert [decision.kind for decision in pending] == [
        DecisionKind.NO_ACTION,
        DecisionKind.NO_TARGET,
        DecisionKind.NO_RUNNER,
    ]


def test_what_is_reported_done_waits_for_acceptance_in_one_item() -> None:
    (entry,) = (entry for entry in agenda().entries if entry.topic is AgendaPart.ACCEPTANCE)

    assert entry.opd == ("DLH",)


@pytest.mark.parametrize(("takers", "entries"), [(["DPUPR"], 0), (["DLH"], 1), (["DLH", "DPUPR"], 1)])
def test_only_what_several_opd_must_agree_about_is_a_clash_for_a_rakor(
    takers: list[str], entries: int
) -> None:
    actions = "".join(
        f"- {{code: T{nth}, name: {name}, opd: {opd}, start: 2027-TW1, finish: 2027-TW3, needs: [L1]}}\n"
        for nth, (opd, name) in enumerate(zip(takers, ("Taman", "Halte"), strict=False))
    )
    land = "- {code: L1, name: Lahan, opd: DPUPR, start: 2026-TW4, finish: 2027-TW2}\n"

    found = agenda(1_000, actions=land + actions)

    assert [entry.topic for entry in found.entries].count(AgendaPart.CLASH) == entries
    pending = pending_decisions(found.plan, interdependence(found.plan), gaps_of(found.plan))
    assert [decision.kind for decision in pending].count(DecisionKind.ORDER) == entries


def test_what_has_no_time_is_parked_and_nothing_is_lost() -> None:
    whole = agenda(10_000)
    for minutes in range(OPENING + CLOSING, 100, 7):
        short = agenda(minutes)
        assert short.minutes <= minutes
        assert sorted(map(repr, (*short.entries, *short.parked))) == sorted(map(repr, whole.entries))


def test_time_goes_to_what_holds_up_most() -> None:
    assert decisions(agenda(OPENING + CLOSING + 10)) == ["R1-2"]


def test_who_is_gone_is_not_invited_but_who_carries_on() -> None:
    attending = {attendee.opd: attendee for attendee in attendees(agenda(), "id")}

    assert "DKP" not in attending
    assert "laporan dan bukti R1-1" in attending["DLH"].brings


@pytest.mark.parametrize(
    ("invited", "opd"),
    [("semua", ["DLH", "DPUPR", "BPS"]), ("[BPS]", ["BPS", "DLH", "DPUPR"]), ("[]", ["DLH", "DPUPR"])],
)
def test_to_a_rakor_come_those_whom_the_plan_invites_and_those_with_items(
    invited: str, opd: list[str]
) -> None:
    rakor = f"{RAKOR}- {{date: 2026-07-10, known: 2026-06-01, invited: {invited}, agenda: [Rute]}}"
    plan = read(AS_OF, opd=f"{OPD}- {{code: BPS, name: Statistik}}", indicators=INDICATORS, rakor=rakor).plan

    called = invited_to(build(plan, date(2026, 7, 10), 120).agenda)

    assert sorted(called) == sorted(opd)


def test_what_decisions_wait_for_holds_up_as_much_as_what_indicators_wait_for() -> None:
    waiting = "".join(
        f"    - {{code: R1-{nth}, text: Rute {nth}, lead: DLH, due: 2027-05-15, status: proses, waits_for: [R1-2]}}\n"
        for nth in (3, 4)
    )
    rakor = f"""
- date: 2026-03-10
  decisions:
    - {{code: R1-1, text: Lahan, lead: DLH, due: 2026-05-15, status: proses, about: [M01, M02]}}
    - {{code: R1-2, text: Jalan, lead: DPUPR, due: 2026-05-15, status: proses, about: [M01]}}
{waiting}"""

    assert decisions(agenda(rakor=rakor))[:2] == ["R1-2", "R1-1"]


def test_what_nobody_answers_for_needs_the_secretary() -> None:
    leader = next(attendees(agenda(), "en"))

    assert (leader.opd, leader.position) == ("", "Regional Secretary")


def test_what_the_plan_has_on_the_agenda_comes_first_and_only_once() -> None:
    planned = (
        RAKOR + "- {date: 2026-07-10, known: 2026-06-01, agenda: [{text: Rute, decision: R1-1, minutes: 25}]}"
    )
    first, *others = agenda(rakor=planned).entries

    assert (first.is_planned, first.minutes, first.opd) == (True, 25, ("DLH",))
    assert "R1-1" not in [entry.matter.code for entry in others if isinstance(entry.matter, DecisionLife)]


def test_planned_items_stay_however_little_time_there_is() -> None:
    planned = RAKOR + "- {date: 2026-07-10, known: 2026-06-01, agenda: [{text: Panjang, minutes: 200}]}"
    found = agenda(60, planned)

    assert [entry.minutes for entry in found.entries] == [200]
    assert found.minutes > found.budget
