"""Limits of the progress methods: a value on a limit has reached it, one a hair below has not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from serang_plan.analysis.indicators.evidence import judging_threshold
from serang_plan.analysis.indicators.progress import (
    d1_gap_closed,
    d2_eurostat,
    d3_open_sdg,
    d4_unsd,
    d5_weather,
    d6_escap,
    d8_capaian,
)
from serang_plan.analysis.indicators.progress.annual_change import recent_change
from serang_plan.analysis.indicators.progress.d1_gap_closed import keeps_up, segment
from serang_plan.analysis.indicators.progress.method_result import (
    MethodResult,
    MethodVerdict,
    RefusalReason,
    Refused,
)
from serang_plan.analysis.indicators.progress.trajectory import Point, Trajectory, obstacle
from serang_plan.analysis.indicators.progress.workings import HIGHEST, step, written
from serang_plan.analysis.indicators.progress.year_fractions import moment
from serang_plan.analysis.indicators.target_proposal import TargetProposal, proposals
from serang_plan.model.header import Settings
from serang_plan.model.indicator import Direction
from serang_plan.wording import Text
from tests.worlds.small_city import GREEN, city

DEFAULTS = Settings.model_validate({})
HAIR = Fraction(1, 10**13)


def through(
    *values: object, goal: object = None, due: object = 2021, first: int = 2020, **more: Any
) -> Trajectory:
    """Return yearly values, by default from 2020 on, with a goal for 2021 if there is one."""
    points = tuple(Point(Fraction(first + nth), Fraction(str(value))) for nth, value in enumerate(values))
    goals = () if goal is None else (Point(Fraction(str(due)), Fraction(str(goal))),)
    return Trajectory(more.pop("direction", "naik"), points, goals, **more)


def grade(result: MethodResult) -> str:
    return result.grade.key if isinstance(result, MethodVerdict) else result.reason.name


@pytest.mark.parametrize(
    ("value", "grades"),
    [
        ("1095.5", ["significant", "on_track", "on_track"]),
        ("1095", ["significant", "on_track", "on_track"]),
        ("1094.9", ["moderate", "accelerate", "fair"]),
        ("1094.5", ["moderate", "accelerate", "fair"]),
        ("1060.5", ["moderate", "accelerate", "fair"]),
        ("1060", ["moderate", "accelerate", "fair"]),
        ("1059.9", ["insufficient", "limited", "fair"]),
        ("1059.5", ["insufficient", "limited", "fair"]),
        ("1010.5", ["insufficient", "limited", "fair"]),
        ("1009.9", ["insufficient", "limited", "stagnation"]),
        ("1000.5", ["insufficient", "limited", "stagnation"]),
        ("1000", ["insufficient", "limited", "stagnation"]),
        ("999.5", ["away", "deterioration", "regression"]),
    ],
)
def test_95_60_10_and_0_per_cent_of_what_the_target_requires_are_the_limits(
    value: str, grades: list[str]
) -> None:
    trajectory = through(1000, value, goal=1100)

    results = (method.judge(trajectory) for method in (d2_eurostat, d3_open_sdg, d4_unsd))

    assert [grade(result) for result in results] == grades


@pytest.mark.parametrize(
    ("value", "grades"),
    [
        ("102050", ["on_track", "on_track"]),
        ("102000", ["on_track", "on_track"]),
        ("101999", ["on_track", "fair"]),
        ("101500", ["on_track", "fair"]),
        ("101499", ["accelerate", "fair"]),
        ("100500", ["accelerate", "fair"]),
        ("100499.8", ["limited", "stagnation"]),
        ("100050", ["limited", "stagnation"]),
        ("100000", ["limited", "stagnation"]),
        ("99990", ["deterioration", "regression"]),
    ],
)
def test_without_a_target_fixed_rates_are_the_limits(value: str, grades: list[str]) -> None:
    trajectory = through(100000, value)

    assert [grade(method.judge(trajectory)) for method in (d3_open_sdg, d4_unsd)] == grades


@pytest.mark.parametrize(
    ("latest", "score", "formula"),
    [
        ("940", -5, "-5"),
        ("940.1", "-4.99583", "(-5) + 2.5 × (R - (-0.6)) / 0.6"),
        ("1000", "-2.5", "(-2.5) + 2.5 × (R - 0) / 0.6"),
    ],
)
def test_the_score_ends_at_5_below_zero_and_runs_straight_above(
    latest: str, score: object, formula: str
) -> None:
    result = d3_open_sdg.judge(through(1000, latest, goal=1100))

    last = result.steps[-1]
    assert (round(last.result, 5), last.formula) == (Fraction(str(score)), formula)


def test_at_the_time_of_a_target_the_line_leads_on_from_it_wherever_it_began() -> None:
    first, last = Point(Fraction(2021), Fraction(12)), Point(Fraction(2025), Fraction(20))
    trajectory = through(15, 12)._replace(goals=(first, last))

    assert segment(trajectory) == (first, last, 12)


def test_values_less_than_a_year_apart_have_no_yearly_rate() -> None:
    year = through(10, 12, goal=20, due=2030)
    close = year._replace(points=(year.base, Point(Fraction("2020.9"), Fraction(12))))

    assert [grade(d3_open_sdg.judge(trajectory)) for trajectory in (year, close)] == ["on_track", "TOO_CLOSE"]


def test_yes_or_no_without_a_goal_is_refused_as_such() -> None:
    binary = through(0, 1, binary=True)

    assert [grade(method.judge(binary)) for method in (d3_open_sdg, d4_unsd)] == ["BINARY", "BINARY"]


def test_what_fell_to_zero_has_a_rate_like_any_other() -> None:
    assert grade(d3_open_sdg.judge(through(10, 0, goal=20, due=2030))) == "deterioration"


@pytest.mark.parametrize("goal", [None, "0.9"])
def test_numbers_below_one_change_their_sign_no_sooner_than_others(goal: str | None) -> None:
    shares = through("0.5", "0.6", goal=goal, due=2030)

    assert [grade(method.judge(shares)) for method in (d3_open_sdg, d4_unsd)] == ["on_track", "on_track"]


def test_what_was_reached_after_its_time_still_shows_the_rate_that_led_there() -> None:
    late = d3_open_sdg.judge(through(10, 20, 30, goal=25, due=2021))

    assert grade(late) == "achieved"
    assert [step.symbol for step in late.steps] == ["c", "q", "R", "S"]


def test_a_target_that_was_due_when_it_all_began_is_reached_or_past_and_no_rate_leads_to_it() -> None:
    reached = d3_open_sdg.judge(through(10, 30, goal=20, due=2020))

    assert [step.symbol for step in reached.steps] == ["S"]
    assert grade(d3_open_sdg.judge(through(10, 15, goal=20, due=2020))) == "TARGET_PAST"
    assert grade(d3_open_sdg.judge(through(10, 12, 15, goal=20, due=2021))) == "TARGET_PAST"


def test_a_target_year_that_has_passed_is_judged_on_the_values_up_to_it() -> None:
    in_time = d4_unsd.judge(through(10, 12, goal=20, due=2021))

    assert d4_unsd.judge(through(10, 12, 30, goal=20, due=2021)) == in_time
    assert grade(in_time) == "fair"
    assert grade(d4_unsd.judge(through(10, 12, goal=20, due=2020))) == "TARGET_PAST"


def test_a_stand_in_that_is_the_target_itself_shows_nothing() -> None:
    result = d3_open_sdg.judge(through(0, "0.0005", goal="0.001"))

    assert result == Refused(d3_open_sdg.Method.D3, RefusalReason.ZERO_BASE)


@pytest.mark.parametrize(
    ("trajectory", "limit"),
    [
        (through(40, 100, share=True), 100),
        (through(0, 50, share=True), 100),
        (through(40, 101, share=True), None),
        (through(-1, 50, share=True), None),
        (through(40, 50), None),
        (through(40, 50, share=True, direction="turun"), None),
    ],
)
def test_only_a_share_that_should_rise_has_a_natural_limit(trajectory: Trajectory, limit: int | None) -> None:
    assert d3_open_sdg.natural_limit(trajectory) == limit


@pytest.mark.parametrize(
    ("latest", "goal", "share", "direction", "word"),
    [
        ("99", "100", True, "naik", "nearly_met"),
        ("98.9", "100", True, "naik", "on_track"),
        ("1", "0", True, "turun", "nearly_met"),
        ("1.1", "0", True, "turun", "on_track"),
        ("99", "100", False, "naik", "on_track"),
        ("79.5", "80", True, "naik", "on_track"),
    ],
)
def test_within_a_point_of_the_end_of_a_scale_is_as_good_as_met(
    latest: str, goal: str, share: bool, direction: str, word: str
) -> None:
    trajectory = through(50, latest, goal=goal, share=share, direction=direction)

    assert grade(d4_unsd.judge(trajectory)) == word


def test_a_target_whose_time_is_that_of_the_first_value_leaves_no_way() -> None:
    assert obstacle(through(10, 30, goal=20, due=2020)) is RefusalReason.TARGET_PAST
    assert obstacle(through(10, 30, goal=20, due=2021)) is None
    assert obstacle(through(10, 15, goal=20, due="2020.5")) is RefusalReason.TARGET_PAST
    assert obstacle(through(10, 30, goal=20, due="2020.5")) is None


@pytest.mark.parametrize(
    ("direction", "value", "goal", "formula", "remarks"),
    [
        ("naik", 201, 200, "R / T × 100", ["More than 100%"]),
        ("naik", 8, 8, "R / T × 100", []),
        ("turun", 8, 4, "(1 + (1 - R / T)) × 100", []),
        ("turun", 9, 4, "(1 + (1 - R / T)) × 100", ["Below zero because"]),
        ("turun", 0, 0, "100", ["The target is zero"]),
    ],
)
def test_a_performance_beyond_0_or_100_per_cent_is_explained_and_no_other(
    direction: Direction, value: int, goal: int, formula: str, remarks: list[str]
) -> None:
    this_year = through(value, goal=goal, due=2020, yearly=True, direction=direction)

    result = d8_capaian.judge(this_year, DEFAULTS)

    assert isinstance(result, MethodVerdict)
    assert [step.formula for step in result.steps] == [formula]
    assert [remark.en[: len(start)] for remark, start in zip(result.remarks, remarks, strict=True)] == remarks


def test_a_threshold_is_no_target_for_a_performance() -> None:
    results = (d8_capaian.judge(through(8, goal=goal), DEFAULTS) for goal in (None, 9))

    assert [grade(result) for result in results] == ["NO_TARGET", "THRESHOLD_ONLY"]


@pytest.mark.parametrize("limit", [50, 65, 75, 90, 100])
def test_a_performance_that_only_comes_near_a_limit_is_not_written_as_that_limit(limit: int) -> None:
    result = d8_capaian.judge(through(limit + HAIR, goal=100, due=2020, yearly=True), DEFAULTS)

    (working,) = result.steps
    assert written("K", working.result, "en", working.limits) != str(limit)


def test_a_performance_below_zero_is_displayed_as_zero_and_no_other_is_touched() -> None:
    assert [d8_capaian.displayed(Fraction(value)) for value in ("-35", "0.5", "64")] == [
        0,
        Fraction(1, 2),
        64,
    ]


def test_a_base_year_counts_itself_and_nothing_before_it() -> None:
    years = [point.year for point in through(1, 2, 3, first=2014).since(2015).points]

    assert years == [2015, 2016]


def test_what_is_measured_at_a_time_counts_until_then_and_nothing_after_it() -> None:
    years = [point.year for point in through(1, 2, 3).until(Fraction(2021)).points]

    assert years == [2020, 2021]


def test_two_values_from_the_base_year_on_are_enough_to_leave_out_what_lies_before() -> None:
    recent = through(10, 12, goal=20, due=2030, first=2015)

    assert d4_unsd.judge(through(50, 10, 12, goal=20, due=2030, first=2014)) == d4_unsd.judge(recent)
    assert grade(d4_unsd.judge(through(10, 12, goal=20, due=2030, first=2014))) == "on_track"


@pytest.mark.parametrize(
    ("points", "per_year", "values"),
    [
        ({2019: 100, 2020: 0, 2021: 50, 2025: 10}, 2, 3),
        ({2000: 90, 2010: 0, 2020: 10}, 1, 2),
        ({2024: 10, 2025: 12}, 2, 2),
    ],
)
def test_the_yearly_change_is_that_of_the_last_five_years_or_of_the_last_two_values(
    points: dict[int, int], per_year: int, values: int
) -> None:
    trajectory = Trajectory(
        "naik", tuple(Point(Fraction(at), Fraction(value)) for at, value in points.items())
    )

    change = recent_change(trajectory)

    assert change is not None
    assert change.per_year == per_year
    assert change.points == values


def test_of_a_single_value_there_is_no_yearly_change() -> None:
    assert recent_change(through(12)) is None


def test_a_slow_rise_that_arrives_is_sun_and_no_storm() -> None:
    rising = through("10", "10.5", "11", "11.5", goal=15, due=2030)

    assert grade(d5_weather.judge(rising)) == "sun"


@pytest.mark.parametrize(
    ("goal", "due", "word"),
    [
        ("32.9", 2042, "sun"),
        ("33", 2042, "sun_and_cloud"),
        ("23", 2031, "sun_and_cloud"),
        ("23.1", 2031, "cloud"),
    ],
)
def test_5_and_20_per_cent_of_the_way_that_will_be_missed_are_the_limits(
    goal: str, due: int, word: str
) -> None:
    assert grade(d5_weather.judge(through(10, 11, 12, 13, goal=goal, due=due))) == word


@pytest.mark.parametrize(("latest", "word"), [(10, "behind"), (8, "away"), (12, "on_track")])
def test_only_what_has_become_worse_than_at_first_moves_away(latest: int, word: str) -> None:
    assert grade(d1_gap_closed.judge(through(10, latest, goal=20, due=2030))) == word


@pytest.mark.parametrize(("latest", "word"), [(1, "met"), (0, "stagnation")])
def test_what_is_there_or_not_is_met_or_stagnates(latest: int, word: str) -> None:
    assert grade(d4_unsd.judge(through(0, latest, goal=1, binary=True))) == word


def test_whoever_is_on_the_line_but_missed_a_target_that_was_due_does_not_keep_up() -> None:
    late = through(10, 20, 30, goal=35, due=2021)

    assert not keeps_up(late, Fraction(25))
    assert keeps_up(late._replace(goals=(Point(Fraction(2021), Fraction(30)),)), Fraction(25))


@pytest.mark.parametrize(
    ("later", "earlier", "shown"),
    [("2023", "2020.5", "1 / (2.5)"), ("2023.5", "2020", "1 / (3.5)"), ("2023", "2020", "1 / (2023 - 2020)")],
)
def test_between_times_that_are_no_whole_years_stands_their_difference(
    later: str, earlier: str, shown: str
) -> None:
    rate = step("m", Text("laju", "rate"), "1 / (t2 - t1)", 1, t2=Fraction(later), t1=Fraction(earlier))

    assert rate.substitution("en") == shown


@pytest.mark.parametrize(
    ("method", "symbol", "goal", "limit"),
    [
        (d1_gap_closed, "P", 1, 0),
        (d1_gap_closed, "P", 1, 1),
        (d6_escap, "I", 10, 0),
        (d6_escap, "I", 10, 10),
    ],
)
@pytest.mark.parametrize("off", [-HAIR, HAIR])
def test_a_result_that_only_comes_near_a_limit_is_not_written_as_that_limit(
    method: Any, symbol: str, goal: int, limit: int, off: Fraction
) -> None:
    result = method.judge(through(0, limit + off, goal=goal, due=2030))

    (working,) = (step for step in result.steps if step.symbol == symbol)
    assert working.result == limit + off
    assert written(symbol, working.result, "en", working.limits) != str(limit)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (HIGHEST, "1,000,000,000,000,000,000"),
        (HIGHEST + 1, "> 1,000,000,000,000,000,000"),
        (-HIGHEST, "-1,000,000,000,000,000,000"),
        (-HIGHEST - 1, "< -1,000,000,000,000,000,000"),
    ],
)
def test_only_beyond_the_highest_figure_that_is_written_stands_more_than(result: int, words: str) -> None:
    assert written("R", Fraction(result), "en") == words


@pytest.mark.parametrize(
    ("result", "words"),
    [("1/3", "0.3333"), ("1/999", "0.001"), ("1/1001", "0.000999"), ("1/7000", "0.00014286")],
)
def test_a_result_is_written_to_four_decimals_and_a_small_one_to_eight(result: str, words: str) -> None:
    assert written("R", Fraction(result), "en") == words


def test_the_end_of_a_year_is_written_as_that_year_and_any_other_time_as_a_day() -> None:
    times = (Fraction(2025), moment(date(2025, 6, 30)))

    assert [written("t0", time, "en") for time in times] == ["2025", "30 Jun 2025"]


def test_a_threshold_is_in_force_from_its_day_on() -> None:
    plan = city(indicators=GREEN.replace("kind: hukum", "kind: hukum, since: 2026-03-01"))
    (indicator,) = plan.indicators
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2))

    assert [judging_threshold(plan.on(day), indicator, None) is not None for day in days] == [
        False,
        True,
        True,
    ]


def test_a_threshold_is_in_force_until_its_day() -> None:
    plan = city(indicators=GREEN.replace("kind: hukum", "kind: hukum, until: 2026-03-01"))
    (indicator,) = plan.indicators
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2))

    assert [judging_threshold(plan.on(day), indicator, None) is not None for day in days] == [
        True,
        True,
        False,
    ]


def test_without_a_value_a_threshold_for_any_time_judges_and_with_one_the_next_that_is_due() -> None:
    thresholds = """thresholds:
        - {value: 20, kind: hukum, basis: UU 26/2007}
        - {value: 15, kind: pembanding, basis: Rata-rata, for: 2025, due: 2027}"""
    plan = city(
        indicators=GREEN.replace("threshold: {value: 20, kind: hukum, basis: UU 26/2007}", thresholds)
    )
    (indicator,) = plan.indicators

    judging = [judging_threshold(plan, indicator, value) for value in (None, indicator.measurements[-1])]

    assert [threshold and threshold.value for threshold in judging] == [20, 15]


@pytest.mark.parametrize(("due", "last"), [(2028, 2028), (2027, 2027), (2026, 2029), (2025, 2029)])
def test_targets_are_proposed_until_the_threshold_is_due_or_if_no_year_is_left_until_the_plan_ends(
    due: int, last: int
) -> None:
    (proposal,) = proposals(city(indicators=GREEN.replace("kind: hukum", f"kind: hukum, due: {due}")))

    assert isinstance(proposal, TargetProposal)
    assert proposal.steps[-1].year == last


def test_targets_are_proposed_in_the_order_of_the_codes() -> None:
    plan = city(indicators=GREEN.replace("M01", "M10") + GREEN.replace("M01", "M2") + GREEN)

    assert [proposal.indicator.code for proposal in proposals(plan)] == ["M01", "M2", "M10"]
