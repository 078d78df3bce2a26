"""Clashes of order: by the first time that cannot be kept, those of one time by their codes."""

from __future__ import annotations

from itertools import permutations

from serang_plan.analysis.coordination.interdependence import interdependence
from serang_plan.reports.coordination import page as coordination
from serang_plan.reports.coordination.value import build
from tests.worlds.small_city import OPD, city, shown

ACTIONS = (
    "- {code: L2, name: Lahan, opd: DPUPR, start: 2026-TW4, finish: 2027-TW2}",
    "- {code: T2, name: Taman, opd: DLH, start: 2027-TW1, finish: 2027-TW3, needs: [L2]}",
    "- {code: L10, name: Jalan, opd: DPUPR, start: 2026-TW4, finish: 2027-TW2}",
    "- {code: T10, name: Halte, opd: DLH, start: 2027-TW1, finish: 2027-TW3, needs: [L10]}",
)


def test_clashes_of_one_time_are_told_by_the_codes_of_those_who_wait() -> None:
    for actions in permutations(ACTIONS):
        plan = city(actions="\n".join(actions))
        clashes = interdependence(plan).order_clashes
        assert [clash.late[0].taker.code for clash in clashes] == ["T2", "T10"]


def test_that_a_chain_is_longer_does_not_matter() -> None:
    survey = "- {code: K2, name: Survei, opd: DPUPR, start: 2026-TW3, finish: 2026-TW3}"
    actions = (survey, ACTIONS[0].replace("}", ", needs: [K2]}"), *ACTIONS[1:])

    clashes = interdependence(city(actions="\n".join(actions))).order_clashes

    assert [clash.late[0].taker.code for clash in clashes] == ["T2", "T10"]


def test_they_are_shown_in_that_order() -> None:
    plan = city(actions="\n".join(reversed(ACTIONS)))

    text = shown(coordination.page(build(plan, str), "en"))

    assert text.index("T2 ") < text.index("T10 ")


def test_whoever_waits_for_two_names_the_first_of_them_by_code() -> None:
    both = ACTIONS[1].replace("needs: [L2]", "needs: [L10, L2]")
    for actions in permutations((ACTIONS[0], ACTIONS[2], both)):
        (clash,) = interdependence(city(actions="\n".join(actions))).order_clashes
        assert [need.giver.code for need in clash.late] == ["L2", "L10"]


def test_the_opd_of_a_clash_stand_in_the_order_of_their_codes() -> None:
    carriers = [f"D{number}" for number in (12, 2, 9, 1, 11, 4, 7, 3)]
    opd = "\n".join(f"    - {{code: {code}, name: Dinas {code}}}" for code in carriers)
    land = "- {code: L1, name: Lahan, opd: D10, start: 2026-TW4, finish: 2027-TW2}"
    gardens = [
        f"- {{code: T{code}, name: Taman {code}, opd: {code}, start: 2027-TW1, finish: 2027-TW3, needs: [L1]}}"
        for code in carriers
    ]
    city_of_many = city(
        opd=f"{OPD.rstrip()}\n    - {{code: D10, name: Dinas D10}}\n{opd}",
        actions="\n".join((land, *gardens)),
    )

    (clash,) = interdependence(city_of_many).order_clashes

    assert clash.opd == ("D1", "D2", "D3", "D4", "D7", "D9", "D10", "D11", "D12")


def test_what_is_put_off_is_moved_by_as_many_days_as_its_finish() -> None:
    (clash,) = interdependence(city(actions="\n".join(ACTIONS[:2]))).order_clashes

    moved = [
        (shift.scheduled.code, shift.to.iso, shift.days) for shift in (*clash.smallest, *clash.alternative)
    ]
    assert moved == [("L2", "2027-TW1", 91), ("T2", "2027-TW4", 92)]
