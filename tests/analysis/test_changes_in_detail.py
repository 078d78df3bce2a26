"""Changes in detail: what decides between two words for a change, on both sides of where it tips."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.changes.both_states import BothStates
from serang_plan.analysis.changes.change import What
from serang_plan.analysis.changes.comparison import compare
from serang_plan.analysis.changes.duties import load_changes
from serang_plan.analysis.changes.years import YearContent
from serang_plan.analysis.coordination.known_records import known_records
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.analysis.meetings.since_last_rakor import changes_since
from serang_plan.model.plan import Plan
from tests.conftest import read
from tests.worlds.small_city import AS_OF, DUTY, GREEN, HEADER, SOURCES, city

ACTION = "- {code: A01, name: Taman, opd: DLH, finish: 2026, indicators: [{code: M01, adds: 3}]"
TWO_SOURCES = "- {code: S1, kind: resmi, published: 2020}\n- {code: S2, kind: resmi, published: 2020}"
LATEST = "- {as_of: 2025, published: 2026-02, value: 12, source: S1}"


def told(before: Plan, after: Plan) -> list[tuple[What, str]]:
    return [(change.what, change.code) for change in compare(before, after).changes]


def moved(*moves: str, status: str = "geser") -> Plan:
    return city(actions=f"{ACTION}, status: {status}, moves: [{', '.join(moves)}]}}")


def measured(*values: str) -> Plan:
    return city(
        sources=TWO_SOURCES,
        indicators=GREEN.replace(
            LATEST, "\n        ".join(f"- {{as_of: 2025, {value}}}" for value in values)
        ),
    )


# -- actions -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (["{to: 2027, reason: Lahan}"], ["{to: 2028, reason: Lahan}"], None),
        (["{to: 2027, reason: Lahan}"], ["{to: 2028, reason: Dana}"], "Dana"),
        (["{to: 2027, reason: Lahan}"], ["{to: 2027, reason: Lahan}", "{to: 2028, reason: Lahan}"], "Lahan"),
        (["{to: 2027, reason: Lahan}"], ["{to: 2027, reason: Lahan}", "{to: 2028}"], None),
    ],
)
def test_a_reason_is_told_with_a_further_move_or_if_it_is_another(
    before: list[str], after: list[str], reason: str | None
) -> None:
    (change,) = compare(moved(*before), moved(*after)).changes

    assert (change.what, change.reason) == (What.SLIPPED, reason)


def test_who_carried_an_action_is_told_even_if_nobody_does_any_more() -> None:
    before, after = (
        city(actions=f"{ACTION}}}"),
        city(actions=f"{ACTION.replace('opd: DLH, ', '')}, status: batal}}"),
    )

    carrier, cancelled = compare(before, after).changes

    assert (cancelled.what, cancelled.who, carrier.what) == (What.CANCELLED, ("DLH",), What.CARRIER)


@pytest.mark.parametrize(
    ("moves", "known", "status"),
    [
        (["{to: 2027, known: 2026-06-30}"], 1, "geser"),
        (["{to: 2027, known: 2026-07-01}"], 0, "rencana"),
        (["{to: 2027, known: 2026-06-30}", "{to: 2028, known: 2026-07-01}"], 1, "geser"),
        (["{to: 2027}"], 1, "geser"),
    ],
)
def test_a_move_counts_from_the_day_on_which_it_wknown_plan(
    moves: list[str], known: int, status: str
) -> None:
    (action,) = known_plan(moved(*moves)).actions

    assert (len(action.moves), action.status) == (known, status)


def test_an_action_whose_moves_came_later_keeps_any_other_status() -> None:
    (action,) = known_plan(moved("{to: 2027, known: 2026-07-01}", status="berjalan")).actions

    assert (len(action.moves), action.status) == (0, "berjalan")


# -- values and thresholds -----------------------------------------------------------------


def test_values_are_paired_by_value_and_source_before_anything_else() -> None:
    before = measured("value: 12, source: S1", "value: 12, source: S2", "value: 13, source: S1")
    after = measured(
        *(
            f"value: {value}, source: {source}, verification: terverifikasi"
            for value, source in ((13, "S1"), (12, "S2"), (12, "S1"))
        )
    )

    assert {what for what, _ in told(before, after)} == {What.BETTER_VERIFIED}


@pytest.mark.parametrize(
    ("before", "after", "whats"),
    [
        (
            ("value: 12, source: S1", "value: 13, source: S2"),
            ("value: 20, source: S2", "value: 21, source: S1"),
            {What.MEASUREMENT_REVISED},
        ),
        (
            ("value: 12", "value: 13, source: S1"),
            ("value: 14", "value: 12, source: S2"),
            {What.MEASUREMENT_SOURCE_NEW, What.MEASUREMENT_SOURCE_GONE, What.MEASUREMENT_REVISED},
        ),
    ],
    ids=["the same source", "no source is not one source"],
)
def test_other_values_of_one_time_are_paired_by_their_source_before_their_value(
    before: tuple[str, ...], after: tuple[str, ...], whats: set[What]
) -> None:
    changes = compare(measured(*before), measured(*after)).changes

    assert {change.what for change in changes if change.what.name.startswith("MEASUREMENT")} == whats


@pytest.mark.parametrize(
    ("value", "threshold", "what"),
    [
        (12, 11, What.MET_BY_GOALPOSTS),
        (15, 14, What.NOW_MET),
        (15, 12, What.MET_BY_GOALPOSTS),
        (21, 20, What.NOW_MET),
        (21, 12, What.NOW_MET),
    ],
)
def test_only_what_the_old_value_meets_and_the_old_threshold_does_not_is_met_by_goalposts(
    value: int, threshold: int, what: What
) -> None:
    after = city(
        indicators=GREEN.replace("value: 12,", f"value: {value},").replace(
            "value: 20,", f"value: {threshold},"
        )
    )

    changes = [
        change
        for change in compare(city(), after).changes
        if change.what in (What.MET_BY_GOALPOSTS, What.NOW_MET)
    ]

    assert [change.what for change in changes] == [what]


def test_what_the_goalposts_did_is_shown_where_they_stand() -> None:
    after = city(indicators=GREEN.replace("value: 20,", "value: 11,"))

    (change,) = (change for change in compare(city(), after).changes if change.what is What.MET_BY_GOALPOSTS)

    threshold = after.indicators[0].threshold
    assert threshold is not None
    assert change.at == threshold.at("value")


# -- years ---------------------------------------------------------------------------------


def stages(*years: str) -> Plan:
    return city(stages="\n".join(f"- {{year: {year}}}" for year in years))


def test_a_focus_that_two_years_have_moved_from_neither() -> None:
    before, after = stages("2025, focus: Taman", "2026, focus: Taman"), stages("2027, focus: Taman")

    assert sorted(told(before, after), key=lambda change: change[1]) == [
        (What.REMOVED, "2025"),
        (What.REMOVED, "2026"),
        (What.NEW, "2027"),
    ]


def test_a_year_that_was_not_there_held_nothing() -> None:
    (year,) = compare(city(), stages("2027, focus: Taman")).years

    assert (year.before, year.after) == (YearContent(False, (), 0, 0), YearContent(True, (), 0, 0))


def test_years_that_hold_something_else_are_told_in_their_order() -> None:
    header = HEADER.replace("2029", "2033")
    years = range(2030, 2034)
    focused = "\n".join(f"- {{year: {year}, focus: Taman {year}}}" for year in reversed(years))

    changes = compare(city(plan=header), city(plan=header, stages=focused))

    assert [change.year for change in changes.years] == [*years]
    assert compare(*(city(plan=header, stages=focused) for _ in range(2))).years == ()


def test_what_was_unread_in_one_state_is_in_no_year_and_everything_else_is() -> None:
    garden = "- {code: A01, name: Taman, opd: DLH, finish: 2026}\n"
    before = read(AS_OF, plan=HEADER, actions=f"{garden}- {{code: A02, name: Jalan, finish: 2027}}").plan
    after = read(
        AS_OF, plan=HEADER, actions=f"{garden.replace('2026', '2028')}- {{code: A02, finish: 2027}}"
    ).plan

    changes = compare(before, after)

    assert changes.unread == (("actions", "A02"),)
    assert [(year.year, year.before.actions, year.after.actions) for year in changes.years] == [
        (2026, 1, 0),
        (2028, 0, 1),
    ]


# -- what is called otherwise, or only written otherwise ---------------------------------------


@pytest.mark.parametrize("broken", [False, True])
def test_what_could_not_be_read_before_is_not_something_else_by_another_code(broken: bool) -> None:
    hidden = "- {code: A02, finish: 2026}" if broken else ""
    before = read(AS_OF, plan=HEADER, actions=f"- {{code: A01, name: Taman, finish: 2026}}\n{hidden}").plan
    after = read(AS_OF, plan=HEADER, actions="- {code: A02, name: Taman, finish: 2026}").plan

    assert [what for what, _ in told(before, after)] == [What.REMOVED if broken else What.RECODED]


def test_a_list_in_another_order_is_no_change() -> None:
    before, after = (
        city(indicators=GREEN.replace("[ramah]", pillars)) for pillars in ("[ramah, aman]", "[aman, ramah]")
    )

    assert told(before, after) == []


@pytest.mark.parametrize(
    ("focus", "news"),
    [
        ("Taman lahan rute bus", False),
        ("Taman jalan rute bus", False),  # two of four
        ("Taman pasar rute kereta", True),
        ("Taman pasar", False),  # one of two
        ("Taman pasar kereta", True),  # one of three
        ("Pasar kereta", True),
    ],
)
def test_a_focus_that_keeps_less_than_half_of_its_words_is_another(focus: str, news: bool) -> None:
    changes = told(stages("2027, focus: Taman jalan lahan air"), stages(f"2027, focus: {focus}"))

    assert bool(changes) == news


def test_to_expect_none_where_nobody_said_how_many_is_not_to_expect_fewer() -> None:
    before, after = city(), city(plan=f"{HEADER}    indicators_expected: 0\n")

    assert [what for what, _ in told(before, after)] == [What.MORE_EXPECTED]


# -- duties and decisions ----------------------------------------------------------------------


def test_what_each_opd_carries_is_told_in_the_same_order_every_time() -> None:
    codes = [f"OPD{number:02}" for number in range(20)]
    text = {"plan": HEADER, "sources": SOURCES, "indicators": GREEN}
    after = read(
        AS_OF, **text, assignments=f"- {{indicator: M01, lead: DLH, support: [{', '.join(reversed(codes))}]}}"
    )

    changes = load_changes(BothStates(read(AS_OF, **text).plan, after.plan))

    assert [change.opd for change in changes] == ["DLH", *codes]


def test_what_is_done_and_what_nobody_carries_is_no_load() -> None:
    actions = "- {code: A1, name: Taman, opd: DPUPR}\n- {code: A2, name: Jalan}\n- {code: A3, name: Kabel, opd: DPUPR, status: selesai}"

    (change,) = load_changes(BothStates(city(), city(actions=actions)))

    assert (change.opd, change.after.actions) == ("DPUPR", 1)


@pytest.mark.parametrize(
    ("day", "count"), [("2026-06-30", 2), ("2026-07-01", 1), ("2026-07-01, known: 2026-01-07", 1)]
)
def test_a_duty_is_known_from_its_very_day_on(day: str, count: int) -> None:
    plan = city(assignments=f"{DUTY}\n- {{indicator: M01, lead: DPUPR, from: {day}}}")

    assert len(known_records(plan, ()).assignments) == count


def test_duties_of_one_day_stand_in_the_order_of_their_leads() -> None:
    plan = city(assignments="- {indicator: M01, lead: DPUPR}\n- {indicator: M01, lead: DLH}")

    assert [duty.lead for duty in known_records(plan, ()).assignments] == ["DLH", "DPUPR"]


def rakor(decision: str, *, other: str = "") -> str:
    return f"- date: 2026-03-01\n  decisions:\n    - {{{decision}}}\n{other}"


def test_a_decision_that_lost_its_code_is_not_called_renumbered() -> None:
    words = "text: Lahan, lead: DLH, status: proses"

    assert told(city(rakor=rakor(f"code: R1, {words}")), city(rakor=rakor(words))) == []
    assert [
        what
        for what, _ in told(city(rakor=rakor(f"code: R1, {words}")), city(rakor=rakor(f"code: R2, {words}")))
    ] == [What.RECODED]


@pytest.mark.parametrize(("broken", "told_as"), [("", "vanished"), ("- date: kapan-kapan\n", "unread")])
def test_a_decision_that_is_gone_while_a_rakor_is_unread_may_stand_there(broken: str, told_as: str) -> None:
    before = read(AS_OF, rakor=rakor("code: R1, text: Lahan, lead: DLH, status: proses")).plan
    after = read(AS_OF, rakor=f"{rakor('code: R2, text: Jalan, lead: DLH, status: proses')}{broken}").plan

    changes = compare(before, after)

    vanished = [change.code for change in changes.changes if change.what is What.DECISION_VANISHED]
    assert (bool(vanished), bool(changes.unread)) == (told_as == "vanished", told_as == "unread")


def test_of_what_became_known_since_a_rakor_only_new_actions_are_told_as_new() -> None:
    plan = city(
        rakor=rakor("code: R1, text: Lahan, lead: DLH, status: proses"),
        sources=f"{SOURCES}\n- {{code: S9, kind: resmi, published: 2026-05-01}}",
        actions=f"{ACTION}, announced: 2026-05-01}}",
    )

    changes = changes_since(plan, plan.rakor[0]).changes

    assert [(change.what, change.section) for change in changes] == [(What.NEW, "actions")]


def test_a_plan_on_its_own_day_knows_what_was_published_that_day() -> None:
    plan = city(indicators=GREEN.replace("published: 2026-02", "published: 2026-06-30"))

    assert [
        len(known_plan(plan.on(day)).indicators[0].measurements) for day in (date(2026, 6, 29), AS_OF)
    ] == [
        1,
        2,
    ]
