"""Duties over time: who leads after whom, what each OPD carries in each year, and by when something is due."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.duties.leads import leads_on
from serang_plan.analysis.duties.opd_lifetime import successor_on
from serang_plan.analysis.duties.roles import participations
from serang_plan.analysis.duties.succession import handovers
from serang_plan.analysis.duties.workload import loads
from serang_plan.analysis.indicators.standing import verdict_of
from serang_plan.analysis.meetings.deadlines import Deadline, deadline_of, nearest
from tests.conftest import read
from tests.worlds.small_city import AS_OF, DUTY, GREEN, city

ACTION = "- {code: A1, name: Taman, opd: DPUPR, start: 2025, finish: 2027}"


@pytest.mark.parametrize(
    ("first", "second", "handed_over"),
    [
        ("lead: DPUPR, until: 2025", "lead: DLH, from: 2026", True),
        ("lead: DPUPR, until: 2026-01", "lead: DLH, from: 2026", False),
        ("lead: DPUPR", "lead: DLH, from: 2026", False),
        ("lead: DLH, until: 2025", "lead: DLH, from: 2026", False),
    ],
    ids=["one after the other", "both in January", "both from 2026 on", "the same"],
)
def test_a_duty_is_handed_over_by_one_who_leads_no_longer_when_another_begins(
    first: str, second: str, handed_over: bool
) -> None:
    plan = city(assignments=f"- {{indicator: M01, {first}}}\n- {{indicator: M01, {second}}}")

    assert bool(list(handovers(plan))) == handed_over


@pytest.mark.parametrize(
    ("day", "leads"),
    [("2025-12-31", []), ("2026-01-01", ["DLH"]), ("2027-12-31", ["DLH"]), ("2028-01-01", [])],
)
def test_a_duty_lasts_from_its_first_day_to_its_last(day: str, leads: list[str]) -> None:
    plan = city(assignments="- {indicator: M01, lead: DLH, from: 2026, until: 2027}")

    assert list(leads_on(plan, "M01", date.fromisoformat(day))) == leads


def test_where_opd_follow_each_other_in_a_circle_nobody_carries_on() -> None:
    opd = "- {code: A, name: Dinas A, until: 2024, successor: B}\n- {code: B, name: Dinas B, until: 2024, successor: A}"
    plan = read(AS_OF, opd=opd).plan

    assert successor_on(plan, plan.opd_by_code["A"], AS_OF) is None


def test_years_ahead_have_the_leads_of_the_day_and_years_past_those_of_their_end() -> None:
    plan = city(
        actions=ACTION,
        assignments="- {indicator: M01, lead: DPUPR, until: 2025-06}\n"
        "- {indicator: M01, lead: DLH, from: 2025-07, until: 2026}\n"
        "- {indicator: M01, lead: DPUPR, from: 2027}",
    )

    led = [(load.opd, load.year) for load in loads(plan, schedule(plan)) if load.leads]

    assert led == [("DLH", 2025), ("DLH", 2026), ("DLH", 2027)]


@pytest.mark.parametrize(
    ("until", "years"),
    [("2027-01-01", [2025, 2026, 2027]), ("2026-12-31", [2025, 2026]), ("2026-06-29", [2025])],
)
def test_an_opd_carries_something_in_the_years_that_it_lives_to_see(until: str, years: list[int]) -> None:
    opd = f"- {{code: DLH, name: Dinas}}\n- {{code: DPUPR, name: Dinas PUPR, until: {until}}}"
    plan = city(opd=opd, actions=ACTION, assignments=DUTY)

    assert [load.year for load in loads(plan, schedule(plan)) if load.opd == "DPUPR"] == years


@pytest.mark.parametrize(("status", "load"), [("rencana", (("A1",), 5)), ("batal", ((), None))])
def test_what_was_cancelled_is_no_load_and_costs_nothing(
    status: str, load: tuple[tuple[str, ...], int | None]
) -> None:
    funding = "funding: [{source: DAK, year: 2026, amount: 5}]"
    plan = city(actions=f"- {{code: A1, name: Taman, opd: DLH, finish: 2026, status: {status}, {funding}}}")

    assert [(year.actions, year.money) for year in loads(plan, schedule(plan))] == [load]


@pytest.mark.parametrize(
    ("due", "targets", "expected"),
    [
        ("", (2025, 2026, 2028), Deadline(2026, "M01", is_target=True)),
        ("", (2024, 2025), None),
        (", due: 2025", (2027,), Deadline(2025, "M01", is_target=False)),
    ],
)
def test_the_threshold_is_due_or_else_the_next_target_and_not_one_of_the_past(
    due: str, targets: tuple[int, ...], expected: Deadline | None
) -> None:
    aims = ", ".join(f"{{year: {year}, value: 15}}" for year in targets)
    plan = city(indicators=GREEN.replace("value: 20,", f"value: 20{due},") + f"      targets: [{aims}]\n")

    verdict = verdict_of(plan, plan.indicators[0])

    assert deadline_of(plan, verdict) == expected
    assert nearest(plan, [verdict]) == (expected if expected and expected.is_target else None)


@pytest.mark.parametrize(("status", "acts"), [("berjalan", True), ("selesai", True), ("batal", False)])
def test_who_runs_only_what_was_cancelled_does_not_act(status: str, acts: bool) -> None:
    action = f"- {{code: A1, name: Taman, opd: DPUPR, status: {status}, indicators: [{{code: M01}}]}}"
    plan = city(actions=action)

    acting = {part.who: part.acts for part in participations(plan, schedule(plan))}

    assert acting == {"DLH": False, "DPUPR": acts, "PEMPROV": False}
