"""How many are met by when: on trend, on plan, on target; unknown is none of them."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.outlook.forecast import (
    ForecastOutcome,
    Projection,
    Scenario,
    UnknownReason,
    forecast,
)
from serang_plan.model.plan import Plan
from serang_plan.page import Bars
from serang_plan.reports.forecast import page as report
from serang_plan.reports.forecast.data import data
from serang_plan.reports.parts.json_values import as_object
from serang_plan.wording import LANGS, Lang, Text
from tests.worlds.small_city import AS_OF, GREEN, HEADER, city, shown

MET, UNMET = Projection(ForecastOutcome.MET), Projection(ForecastOutcome.UNMET)


def unknown(why: UnknownReason) -> Projection:
    return Projection(ForecastOutcome.UNKNOWN, why)


def answers(plan: Plan, scenario: Scenario) -> dict[int, Projection]:
    found = forecast(plan)
    return dict(zip(found.years, found.prospects[0].projections[scenario], strict=True))


# -- on trend ---------------------------------------------------------------------------------


def test_a_trend_is_carried_on_from_the_newest_value() -> None:
    fast = GREEN.replace("value: 12", "value: 18")

    assert answers(city(indicators=fast), Scenario.TREND) == {
        2026: MET,
        2027: MET,
        2028: MET,
        2029: MET,
    }
    assert set(answers(city(), Scenario.TREND).values()) == {UNMET}


def test_a_met_indicator_that_slides_is_not_met_for_ever() -> None:
    sliding = GREEN.replace("value: 10", "value: 25").replace("value: 12", "value: 21")

    assert answers(city(indicators=sliding), Scenario.TREND) == {
        2026: MET,
        2027: UNMET,
        2028: UNMET,
        2029: UNMET,
    }


def test_without_a_trend_a_value_stays() -> None:
    single = GREEN.replace("- {as_of: 2021, published: 2022, value: 10, source: S1}", "")

    assert set(answers(city(indicators=single), Scenario.TREND).values()) == {UNMET}


def test_the_trend_of_a_stale_value_is_not_carried_on() -> None:
    old = GREEN.replace(
        "as_of: 2025, published: 2026-02, value: 12", "as_of: 2022, published: 2023, value: 19"
    )

    assert set(answers(city(indicators=old), Scenario.TREND).values()) == {UNMET}


def test_a_value_that_was_published_later_changes_nothing() -> None:
    fast = GREEN.replace("value: 12", "value: 18")

    assert set(answers(city(date(2026, 1, 31), indicators=fast), Scenario.TREND).values()) == {UNMET}


# -- on plan ----------------------------------------------------------------------------------


def test_an_effect_counts_from_the_year_in_which_its_action_is_finished() -> None:
    plan = city(
        actions="""
        - {code: A01, name: Taman, indicators: [{code: M01, adds: 3}], finish: 2027-TW2}
        - {code: A02, name: Hutan, indicators: [{code: M01, adds: 5}], finish: 2028-TW4}
    """
    )

    assert answers(plan, Scenario.PLAN) == {2026: UNMET, 2027: UNMET, 2028: MET, 2029: MET}


def test_an_unknown_effect_makes_the_years_after_it_uncertain_and_no_others() -> None:
    plan = city(actions="- {code: A01, name: Taman, indicators: [{code: M01}], start: 2027, finish: 2028}")

    no_effect = unknown(UnknownReason.NO_EFFECT)
    assert answers(plan, Scenario.PLAN) == {2026: UNMET, 2027: UNMET, 2028: no_effect, 2029: no_effect}


def test_an_action_that_starts_next_year_without_a_finish_is_uncertain_from_then_on() -> None:
    plan = city(actions="- {code: A01, name: Taman, indicators: [{code: M01, adds: 9}], start: 2028}")

    no_time = unknown(UnknownReason.NO_TIME)
    assert answers(plan, Scenario.PLAN) == {2026: UNMET, 2027: UNMET, 2028: no_time, 2029: no_time}


def test_nothing_is_finished_before_what_it_needs() -> None:
    plan = city(
        actions="""
        - {code: A01, name: Lahan, finish: 2028}
        - {code: A02, name: Taman, indicators: [{code: M01, adds: 9}], finish: 2027, needs: [A01]}
    """
    )

    assert answers(plan, Scenario.PLAN) == {2026: UNMET, 2027: UNMET, 2028: MET, 2029: MET}


def test_what_waits_for_itself_never_surely_happens() -> None:
    plan = city(
        actions="""
        - {code: A01, name: Lahan, finish: 2026, needs: [A02]}
        - {code: A02, name: Taman, indicators: [{code: M01, adds: 9}], finish: 2027, needs: [A01]}
    """
    )

    assert set(answers(plan, Scenario.PLAN).values()) == {unknown(UnknownReason.NO_TIME)}


def test_an_overdue_action_is_finished_this_year_at_the_earliest() -> None:
    plan = city(actions="- {code: A01, name: Taman, indicators: [{code: M01, adds: 9}], finish: 2026-TW1}")

    assert answers(plan, Scenario.PLAN)[2026] == MET


def test_a_cancelled_action_adds_nothing() -> None:
    plan = city(
        actions="- {code: A01, name: Taman, indicators: [{code: M01, adds: 9}], finish: 2027, status: batal}"
    )

    assert set(answers(plan, Scenario.PLAN).values()) == {UNMET}


def test_effects_are_added_exactly() -> None:
    tenths = "".join(
        f"    - {{code: A{nth:02}, name: Taman, indicators: [{{code: M01, adds: 0.1}}], finish: 2027}}\n"
        for nth in range(80)
    )

    assert answers(city(actions=tenths), Scenario.PLAN)[2027] == MET


# -- on target --------------------------------------------------------------------------------


def test_a_target_that_reaches_the_threshold_meets_it_from_its_year_on() -> None:
    plan = city(indicators=GREEN + "      targets: [{year: 2027, value: 15}, {year: 2028, value: 20}]\n")

    assert answers(plan, Scenario.TARGET) == {2026: UNMET, 2027: UNMET, 2028: MET, 2029: MET}


def test_without_a_target_nothing_is_promised() -> None:
    assert set(answers(city(), Scenario.TARGET).values()) == {unknown(UnknownReason.NO_TARGET)}


def test_a_target_of_a_year_that_is_over_is_not_taken_as_reached() -> None:
    plan = city(indicators=GREEN + "      targets: [{year: 2025, value: 20}]\n")

    assert set(answers(plan, Scenario.TARGET).values()) == {unknown(UnknownReason.NO_TARGET)}


# -- unknown ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("threshold: {value: 20, kind: hukum, basis: UU 26/2007}", "", UnknownReason.NO_THRESHOLD),
        ("value: 12, source: S1", "value: 12", UnknownReason.NO_SOURCE),
        (
            "aspect: fisik",
            "aspect: fisik\n      declared: {standing: terpenuhi, by: Wakil}",
            UnknownReason.CONTRADICTED,
        ),
        (
            "measurements:",
            "declared: {standing: terpenuhi, by: Wakil}\n      measurements:\n"
            "        - {as_of: 2026-06-30, published: 2026-06-30, value: 13, source: S1}",
            UnknownReason.CONTRADICTED,
        ),
    ],
)
def test_what_cannot_be_assessed_today_is_uncertain_in_every_year(
    old: str, new: str, why: UnknownReason
) -> None:
    plan = city(indicators=GREEN.replace(old, new))

    for scenario in (Scenario.TREND, Scenario.PLAN):
        assert set(answers(plan, scenario).values()) == {unknown(why)}


# -- the report -------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_a_plan_without_indicators_says_so_and_draws_no_empty_bars(lang: Lang) -> None:
    page = report.page(report.build(city(indicators="[]", assignments="[]")), lang)

    assert not any(isinstance(block, Bars) for block in page.blocks)
    assert Text("belum memuat indikator", "no indicators yet").for_lang(lang) in shown(page)


def test_the_counts_are_shown_year_by_year_with_the_uncertain_apart() -> None:
    text = shown(report.page(report.build(city()), "id"))

    assert "Terpenuhi akhir 2029 dari 1 indikator: tren 0, rencana 0, target 0–1." in text
    assert text.count("0 terpenuhi, 1 belum, 0 belum pasti") == 8
    assert text.count("0 terpenuhi, 0 belum, 1 belum pasti") == 4


def test_what_decides_the_count_is_named_by_year() -> None:
    plan = city(actions="- {code: A01, name: Taman, indicators: [{code: M01, adds: 9}], finish: 2028}")

    text = shown(report.page(report.build(plan), "id"))

    assert "2028–2029: M01 RTH publik" in text


def test_a_plan_that_is_over_says_so() -> None:
    text = shown(report.page(report.build(city(date(2030, 1, 1))), "id"))

    assert "Rencana ini sudah berakhir pada 2029." in text


def test_a_plan_that_has_not_begun_is_foreseen_from_its_first_year() -> None:
    assert forecast(city(plan=HEADER.replace("2024", "2028"))).years == (2028, 2029)


def test_the_next_command_names_an_action_of_this_plan() -> None:
    plan = city(AS_OF, actions="- {code: B7, name: Taman, finish: 2027}")

    assert "serang-plan simulate --delay B7:+1" in shown(report.page(report.build(plan), "id"))


def test_programs_get_the_counts_of_each_scenario_and_year() -> None:
    counts = as_object(data(report.build(city()), "id"))["counts"]

    assert counts["target"][0] == {"year": 2026, "met": 0, "unmet": 0, "unknown": 1}
