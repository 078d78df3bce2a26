"""What a rakor takes up: what holds up most first, as far as its time goes, and nothing is lost."""

from __future__ import annotations

from datetime import date

from serang_plan.analysis.duties.decision_life import DecisionLife
from serang_plan.analysis.rakor.agenda import CLOSING, OPENING, Agenda, AgendaPart
from serang_plan.reports.agenda.page import attendees, build
from tests.conftest import read

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


def agenda(minutes: int = 120, rakor: str = RAKOR, day: date = date(2026, 7, 10)) -> Agenda:
    return build(read(opd=OPD, indicators=INDICATORS, rakor=rakor).plan, day, minutes).agenda


def decisions(agenda: Agenda) -> list[str]:
    return [entry.matter.code for entry in agenda.entries if isinstance(entry.matter, DecisionLife)]


def test_what_holds_up_most_comes_first_and_what_is_not_due_is_left_alone() -> None:
    assert decisions(agenda()) == ["R1-2", "R1-1"]


def test_what_is_reported_done_waits_for_acceptance_in_one_item() -> None:
    (entry,) = (entry for entry in agenda().entries if entry.topic is AgendaPart.ACCEPTANCE)

    assert entry.opd == ("DLH",)


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
