"""What became of a decision: replayed from its history, closed by nobody but another OPD than its own."""

from __future__ import annotations

from datetime import date
from textwrap import indent

import pytest

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.analysis.known.known_plan import known_plan
from tests.conftest import read

OPD = """
- {code: DLH, name: Dinas Lingkungan Hidup}
- {code: BAPPEDA, name: Badan Perencanaan}
- {code: DKP, name: Dinas Kebersihan, until: 2025, successor: DLH}
"""
HEADER = """
title: Uji
city: Kota Uji
first_year: 2024
last_year: 2029
settings: {escalate: [{to: Wali Kota, late_days: 42}, {to: Sekda, late_days: 14}]}
"""


def life(
    *history: str, day: date = date(2026, 6, 30), first: str = "status: menunggu", **more: str
) -> DecisionLife:
    """Return the life of one decision of 10 March 2026, due on 31 March, with two rakor after it."""
    fields = {"lead": "DLH", "due": "2026-03-31", **more}
    lines = ["code: R1-1", "text: Lahan disiapkan", *(f"{key}: {value}" for key, value in fields.items())]
    lines += [first] if first else []
    lines += ["history:", *(f"  - {{{entry}}}" for entry in history)] if history else []
    decision = indent("\n".join(lines), "      ").strip()
    rakor = f"""
- date: 2026-03-10
  decisions:
    - {decision}
- date: 2026-04-20
- date: 2026-06-01
"""
    plan = known_plan(read(day, plan=HEADER, opd=OPD, rakor=rakor).plan)
    (found,) = decision_lives(plan)
    return found


REPORT = "known: 2026-03-28, by: DLH, status: selesai, evidence: Berita acara"
ACCEPTED = "known: 2026-04-05, by: BAPPEDA, verified: sesuai"


def test_what_the_opd_calls_done_waits_for_somebody_else() -> None:
    reported = life(REPORT)

    assert reported.state is DecisionState.REPORTED
    assert (reported.is_open, reported.is_closed, reported.is_overdue) == (True, False, False)
    assert reported.escalation is None


def test_a_report_that_came_late_ends_the_escalation_too() -> None:
    days = ("2026-06-01", "2026-03-28")
    reported = [life(REPORT.replace("2026-03-28", day)) for day in days]

    assert [(each.days_late, each.escalation) for each in reported] == [(62, None), (0, None)]


def test_only_acceptance_by_another_closes_and_the_day_of_the_report_says_whether_in_time() -> None:
    accepted = life(REPORT, ACCEPTED)

    assert accepted.state is DecisionState.ACCEPTED
    assert accepted.settled == date(2026, 4, 5)
    assert accepted.closed_in_time
    assert (accepted.age_days, accepted.age_rakor, accepted.silent_rakor) == (26, 0, 0)


@pytest.mark.parametrize("by", ["by: DLH, ", ""])
def test_a_verdict_by_its_own_lead_or_by_nobody_closes_nothing(by: str) -> None:
    assert life(REPORT, f"known: 2026-04-05, {by}verified: sesuai").state is DecisionState.REPORTED


def test_what_was_called_done_in_the_old_form_is_not_accepted() -> None:
    assert life(first="status: selesai").state is DecisionState.REPORTED


def test_a_due_date_that_was_moved_hides_no_lateness() -> None:
    moved = life(
        "known: 2026-03-30, by: BAPPEDA, due: 2026-05-31, reason: Menunggu sertifikat",
        "known: 2026-05-30, by: BAPPEDA, due: 2026-07-31, reason: Menunggu sertifikat",
    )

    assert (moved.first_due, moved.due) == (date(2026, 3, 31), date(2026, 7, 31))
    assert [postponement.days for postponement in moved.postponements] == [61, 61]
    assert (moved.days_late, moved.days_past_due, moved.is_overdue) == (91, 0, False)


def test_a_date_that_was_brought_forward_is_no_postponement() -> None:
    assert life("known: 2026-03-12, by: BAPPEDA, due: 2026-03-20").postponements == ()


def test_how_late_it_is_says_to_whom_it_goes() -> None:
    levels = {day: life(day=date(2026, *day)).escalation for day in ((4, 13), (4, 14), (5, 11), (5, 12))}

    assert [level and level.to for level in levels.values()] == [None, "Sekda", "Sekda", "Wali Kota"]


@pytest.mark.parametrize(("due", "late"), [("2026-03-09", 0), ("2026-03-10", 112), ("2026-03-11", 111)])
def test_what_is_due_on_the_day_of_the_rakor_can_be_late_and_what_was_due_before_is_a_slip_of_the_pen(
    due: str, late: int
) -> None:
    assert (life(due=due).days_late, life(due=due).days_past_due) == (late, late)


def test_age_and_silence_are_counted_in_rakor_too() -> None:
    assert (life().age_days, life().age_rakor, life().silent_rakor) == (112, 2, 2)
    assert life("known: 2026-05-02, by: DLH, status: proses").silent_rakor == 1


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        ("by: BAPPEDA, verified: belum-sesuai", DecisionState.NOT_CONFORMING),
        ("by: BAPPEDA, verified: belum-ditindaklanjuti", DecisionState.NOT_YET),
        (
            "by: BAPPEDA, verified: tidak-dapat-ditindaklanjuti, reason: Lahan sengketa",
            DecisionState.IMPOSSIBLE,
        ),
        ("by: BAPPEDA, verified: tidak-dapat-ditindaklanjuti", DecisionState.REPORTED),
        ("by: BAPPEDA, superseded_by: R2-4, reason: Digabung", DecisionState.SUPERSEDED),
        ("by: DLH, status: proses", DecisionState.RUNNING),
    ],
)
def test_every_class_of_follow_up_has_its_state(entry: str, state: DecisionState) -> None:
    assert life(REPORT, f"known: 2026-04-05, {entry}").state is state


def test_what_came_later_is_not_known() -> None:
    assert life(REPORT, ACCEPTED, day=date(2026, 4, 4)).state is DecisionState.REPORTED
    assert life(REPORT, ACCEPTED, day=date(2026, 3, 27)).state is DecisionState.WAITING


def test_what_became_of_it_is_told_in_time_wherever_it_is_written() -> None:
    assert [entry.known.iso for entry in life(ACCEPTED, REPORT).entries] == ["2026-03-28", "2026-04-05"]


def test_nobody_reports_on_what_was_accepted() -> None:
    again = life(REPORT, ACCEPTED, "known: 2026-05-05, by: DLH, status: proses")

    assert again.state is DecisionState.ACCEPTED


def test_a_decision_for_all_has_a_line_for_each_opd_that_was_there() -> None:
    everybody = life("known: 2026-03-20, opd: DLH, by: DLH, status: selesai", lead="semua")

    assert [(part.opd, part.state) for part in everybody.parts] == [
        ("DLH", DecisionState.REPORTED),
        ("BAPPEDA", DecisionState.WAITING),
    ]
    assert everybody.state is DecisionState.RUNNING


def test_a_decision_for_all_is_closed_when_the_last_opd_is() -> None:
    accepted = life(
        "known: 2026-03-20, opd: DLH, by: BAPPEDA, verified: sesuai",
        "known: 2026-04-20, opd: BAPPEDA, by: DLH, verified: sesuai",
        lead="semua",
    )

    assert accepted.is_closed
    assert (accepted.settled, accepted.days_late) == (date(2026, 4, 20), 20)
    assert accepted.silent_rakor == 0


def test_a_decision_for_all_is_as_old_as_that_of_the_last_opd() -> None:
    accepted = "known: 2026-04-21, opd: DLH, by: BAPPEDA, verified: sesuai"

    everybody = life(accepted, lead="semua")

    assert [(part.age_days, part.age_rakor) for part in (everybody, *everybody.parts)] == [
        (112, 2),
        (42, 1),
        (112, 2),
    ]


@pytest.mark.parametrize(("day", "silent"), [("2026-03-20", 2), ("2026-05-02", 1), ("2026-06-02", 0)])
def test_a_decision_for_all_is_silent_since_the_last_news_of_any_opd(day: str, silent: int) -> None:
    assert life(f"known: {day}, opd: DLH, by: DLH, status: proses", lead="semua").silent_rakor == silent


def test_who_carries_on_answers_for_an_opd_that_is_gone() -> None:
    assert life(lead="DKP").opd == "DLH"
    assert life("known: 2026-03-20, by: DLH, verified: sesuai", lead="DKP").state is DecisionState.WAITING
