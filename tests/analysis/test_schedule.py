"""When actions happen: how far they are on the day, by when they can be finished, and how they are put off."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.actions.active_years import carriers_by_indicator
from serang_plan.analysis.actions.readiness import Obstacle, late_needs, readiness
from serang_plan.analysis.actions.schedule import ActionState, carried_over, schedule
from serang_plan.analysis.coordination.interdependence import interdependence
from serang_plan.analysis.coordination.known_records import known_records, known_schedule
from tests.worlds.small_city import city


@pytest.mark.parametrize(
    ("start", "state", "status"),
    [
        ("2026-06-30", ActionState.DONE, "selesai"),
        ("2026-01-01, done: 2026-06-30", ActionState.DONE, "selesai"),
        ("2026-07-01", ActionState.PLANNED, None),
        ("2026-07-01, done: 2026-07-02", ActionState.PLANNED, "rencana"),
        (
            "2026-01-01, history: [{known: 2026-05-01, status: selesai, done: 2026-07-01}]",
            ActionState.PLANNED,
            None,
        ),
    ],
)
def test_what_begins_or_ends_later_is_not_done_whatever_is_written(
    start: str, state: ActionState, status: str | None
) -> None:
    plan = city(actions=f"- {{code: A1, name: Taman, opd: DLH, status: selesai, start: {start}}}")

    (scheduled,) = known_schedule(plan)
    (action,) = known_records(plan, [scheduled]).actions

    assert (scheduled.state, action.status) == (state, status)
    assert action.done is None or state is ActionState.DONE


@pytest.mark.parametrize(
    ("times", "finish"),
    [
        ("finish: 2026-TW2, done: 2026-03-01", "2026-03-01"),
        ("finish: 2026-TW2", "2026-TW2"),
        ("finish: 2025, moves: [{to: 2026-TW1}]", "2026-TW1"),
    ],
)
def test_what_is_done_and_nobody_says_when_was_finished_when_it_should_be(times: str, finish: str) -> None:
    plan = city(actions=f"- {{code: A1, name: Taman, opd: DLH, start: 2025, status: selesai, {times}}}")

    (scheduled,) = schedule(plan)

    assert scheduled.state is ActionState.DONE
    assert scheduled.finish is not None
    assert scheduled.finish.iso == finish


def test_what_has_a_day_on_which_it_was_done_is_known_as_done_whatever_its_status() -> None:
    plan = city(actions="- {code: A1, name: Taman, opd: DLH, status: berjalan, done: 2026-03-01}")

    (action,) = known_records(plan, known_schedule(plan)).actions

    assert action.status == "selesai"


def test_whoever_an_action_was_handed_to_carries_it_until_it_is_handed_on() -> None:
    moves = "[{to: 2027}, {to: 2028, opd: DPUPR}, {to: 2029}, {to: 2030}]"
    plan = city(actions=f"- {{code: A1, name: Taman, opd: DLH, finish: 2026, status: geser, moves: {moves}}}")

    assert [carried.opd for carried in carried_over(schedule(plan))] == ["DLH", "DLH", "DPUPR", "DPUPR"]


@pytest.mark.parametrize(
    ("history", "opd", "before"),
    [
        ("{known: 2026-03, finish: 2028, opd: DPUPR}, {known: 2026-05, opd: DISHUB}", "DISHUB", "DLH"),
        ("{known: 2026-05, opd: DISHUB}, {known: 2026-03, finish: 2028, opd: DPUPR}", "DISHUB", "DLH"),
        ("{known: 2026-03, opd: DISHUB}, {known: 2026-05, finish: 2028, opd: DPUPR}", "DPUPR", "DISHUB"),
        ("{known: 2026-03, finish: 2028}, {known: 2026-03, opd: DPUPR}, {known: 2026-03, opd: DISHUB}", "DISHUB", None),
    ],
    ids=["after a move", "after a move, written before it", "before a move", "twice on a day"],
)  # fmt: skip
def test_whoever_is_named_last_carries_an_action_with_or_without_another_time(
    history: str, opd: str, before: str | None
) -> None:
    plan = city(actions=f"- {{code: A1, name: Taman, opd: DLH, finish: 2026, history: [{history}]}}")
    (scheduled,) = schedule(plan)
    (carried,) = carried_over([scheduled])

    assert scheduled.opd == opd
    assert before in (None, carried.opd)


@pytest.mark.parametrize(
    ("opd", "history", "carriers"),
    [
        ("opd: DLH, ", "{known: 2026-03, opd: DPUPR}", {"DLH", "DPUPR"}),
        ("", "{known: 2026-03, opd: DPUPR}", {"DPUPR"}),
        ("", "{known: 2026-03, status: berjalan}", {None}),
    ],
)
def test_whoever_carried_an_action_and_whoever_does_now_have_one_for_its_indicator(
    opd: str, history: str, carriers: set[str | None]
) -> None:
    plan = city(
        actions=f"- {{code: A1, name: Taman, {opd}indicators: [{{code: M01}}], history: [{history}]}}"
    )

    assert carriers_by_indicator(plan) == {"M01": carriers}


@pytest.mark.parametrize(
    ("need", "by", "obstacle"),
    [
        ("A2", None, Obstacle.UNKNOWN),
        ("A3", date(2026, 12, 31), None),
        ("A4", None, Obstacle.CANCELLED),
        ("A5", date(2028, 12, 31), None),
        ("A6", date(2026, 12, 31), None),
    ],
    ids=["written nowhere", "announced later", "cancelled", "ready later", "done"],
)
def test_an_action_is_finished_with_the_last_that_it_waits_for_if_that_ever_is(
    need: str, by: date | None, obstacle: Obstacle | None
) -> None:
    plan = city(
        actions=f"- {{code: A1, name: Taman, opd: DLH, finish: 2026-12-31, needs: [{need}]}}\n"
        "- {code: A3, name: Lahan, opd: DLH, finish: 2028, announced: 2026-07-01}\n"
        "- {code: A4, name: Jalan, opd: DLH, finish: 2028, status: batal}\n"
        "- {code: A5, name: Kabel, opd: DLH, finish: 2028}\n"
        "- {code: A6, name: Pagar, opd: DLH, finish: 2028, status: selesai}"
    )

    ready = readiness(plan, schedule(plan))["A1"]

    assert (ready.by, ready.obstacle) == (by, obstacle)


@pytest.mark.parametrize(
    ("given", "late"),
    [
        ("code: A3, name: Lahan", []),
        ("code: A2, name: Lahan, finish: 2028", ["A2"]),
        ("code: A2, name: Lahan, finish: 2028, status: selesai", []),
        ("code: A2, name: Lahan, finish: 2028, status: batal", ["A2"]),
    ],
    ids=["written nowhere", "ready later", "done", "cancelled"],
)
def test_what_is_written_nowhere_or_done_is_not_late(given: str, late: list[str]) -> None:
    plan = city(actions=f"- {{code: A1, name: Taman, start: 2027, finish: 2027, needs: [A2]}}\n- {{{given}}}")
    actions = schedule(plan)

    assert [need.need for need in late_needs(actions, readiness(plan, actions))] == late


# -- put off --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ready", "times", "shifted"),
    [
        ("2027-03-10", ("2027-02-01", "2027-02-20"), ("2027-03-10", "2027-03-29")),
        ("2027-03-10", ("2027-01", "2027-02-15"), ("2027-03", "2027-04-15")),
        ("2027-04-10", ("2027-02", "2027-03-31"), ("2027-04", "2027-05-31")),
        ("2027-04-10", ("2027-03", "2027-05-31"), ("2027-04", "2027-06-30")),
        ("2027-04-10", ("2027-02", "2027-03"), ("2027-04", "2027-05")),
        ("2027-04-10", ("2027-TW1", "2027-TW2"), ("2027-TW2", "2027-TW3")),
        ("2028-04-10", ("2027", "2028"), ("2028", "2029")),
    ],
)
def test_what_is_put_off_takes_as_long_as_before_and_is_said_as_exactly(
    ready: str, times: tuple[str, str], shifted: tuple[str, str]
) -> None:
    start, finish = times
    plan = city(
        actions=f"- {{code: L1, name: Lahan, opd: DPUPR, finish: {ready}}}\n"
        f"- {{code: T1, name: Taman, opd: DLH, start: {start}, finish: {finish}, needs: [L1]}}"
    )

    (clash,) = interdependence(plan).order_clashes

    (shift,) = (shift for shift in (*clash.smallest, *clash.alternative) if shift.scheduled.code == "T1")
    assert shift.start is not None
    assert shift.finish is not None
    assert (shift.start.iso, shift.finish.iso) == shifted
