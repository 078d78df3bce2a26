"""Progress: the published methods give their published figures, and refuse where a figure would deceive."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from serang_plan.analysis.indicators.pace import Pace, Trend, pace, trend
from serang_plan.analysis.indicators.progress.d1_gap_closed import BEHIND, LATE, ON_TRACK
from serang_plan.analysis.indicators.progress.d3_open_sdg import scaling
from serang_plan.analysis.indicators.progress.d5_weather import (
    CLOUD,
    KEPT,
    LEAVING,
    MET_ONCE,
    RISING,
    SLIPPING,
    STILL,
    STORM,
    SUN,
)
from serang_plan.analysis.indicators.progress.d8_capaian import capaian, predicate
from serang_plan.analysis.indicators.progress.d9_default import MethodOrder
from serang_plan.analysis.indicators.progress.method_result import (
    Method,
    MethodResult,
    MethodVerdict,
    RefusalReason,
    Refused,
    Side,
)
from serang_plan.analysis.indicators.progress.methods import judge as judge_all
from serang_plan.analysis.indicators.progress.methods import progress, sides
from serang_plan.analysis.indicators.progress.trajectory import Point, Trajectory, trajectory_of
from serang_plan.analysis.indicators.progress.year_fractions import day_of, moment
from serang_plan.cli.main import run
from serang_plan.model.header import Settings
from serang_plan.model.indicator import Direction
from serang_plan.reading.folder import Reading
from serang_plan.rendering.screen import terminal
from serang_plan.rendering.text import markdown
from serang_plan.reports.parts.json_values import as_object
from serang_plan.reports.progress import data as progress_data
from serang_plan.reports.progress import page as report
from serang_plan.wording import LANGS, Lang, Text, rounded
from tests.conftest import ROOT, read

DEFAULTS = Settings.model_validate({})
DIRECTIONS: dict[str, Direction] = {"+": "naik", "-": "turun"}


def trajectory_through(b: object, v: object, T: object, d: str = "+", **more: Any) -> Trajectory:  # noqa: N803
    """Return the course of the reference vectors: from 2020 to 2023, with a target for 2030."""
    points = (Point(Fraction(2020), Fraction(str(b))), Point(Fraction(2023), Fraction(str(v))))
    return Trajectory(DIRECTIONS[d], points, (Point(Fraction(2030), Fraction(str(T))),), **more)


def yearly(first: int, values: list[object], T: object | None, d: str = "+") -> Trajectory:  # noqa: N803
    points = tuple(Point(Fraction(first + nth), Fraction(str(value))) for nth, value in enumerate(values))
    return Trajectory(DIRECTIONS[d], points, () if T is None else (Point(Fraction(2030), Fraction(str(T))),))


def outcome_of(one: Trajectory, method: Method) -> MethodResult:
    return judge_all(one, DEFAULTS).outcomes[method]


# -- the reference vectors -----------------------------------------------------------

# case: b v T d | P E D7 R score class D4 CSI gap capaian; `-` is what must be refused
TABLE = """
steady rise:       40  52  80 + | 0.300 52.0 1.000 1.273 4.81 on_track 1.398 3.00 0.0 65.0
steady fall:       10   8   4 - | 0.333 8.2 1.111 0.819 1.56 accelerate 0.875 3.33 0.0 0.0
base = target:     80  80  80 + | - 80.0 - - 5.00 achieved - - 0.0 100.0
base above target: 85  82  80 + | - - - - 5.00 achieved - - 0.0 102.5
wrong way:         40  36  80 + | -0.100 52.0 -0.333 -0.481 -4.50 deterioration -0.296 -1.00 133.3 45.0
zero base:          0  10 100 + | 0.100 30.0 0.333 9.501 5.00 zero_base - 1.00 66.7 10.0
zero target:       20  12   0 - | 0.400 14.0 1.333 0.249 -1.46 zero_target 0.818 4.00 0.0 -
crosses zero:      -5  -2   3 + | 0.375 -2.6 1.250 - - sign_change - 3.75 0.0 -
reached:           40  81  80 + | 1.025 52.0 3.417 3.694 5.00 achieved 9.506 10.25 0.0 101.3
lower, rose:       10  11   4 - | -0.167 8.2 -0.556 -0.369 -4.04 deterioration -0.623 -1.67 155.6 -75.0
all negative:     -10  -7  -4 + | 0.500 -8.2 1.667 1.280 4.86 on_track - 5.00 0.0 -
"""
ROWS = {
    name: (tuple(given.split()), tuple(expected.split()))
    for name, given, expected in (
        (line.split(":")[0], *line.split(":")[1].split("|")) for line in TABLE.strip().splitlines()
    )
}
FIGURES = (
    (Method.D1, "P", 3),
    (Method.D1, "E", 1),
    (Method.D7, "r", 3),
    (Method.D3, "R", 3),
    (Method.D3, "S", 2),
    (Method.D4, "r", 3),
    (Method.D6, "I", 2),
    (Method.D6, "G", 1),
)


def figures(outcome: MethodResult) -> dict[str, Fraction]:
    """Return the numbers of an outcome by their symbols."""
    return {step.symbol: step.result for step in outcome.steps}


@pytest.mark.parametrize("name", ROWS)
def test_every_reference_vector_holds_as_printed(name: str) -> None:
    (b, v, T, d), printed = ROWS[name]  # noqa: N806
    expected = (*printed[:5], *printed[6:9])

    outcomes = judge_all(trajectory_through(b, v, T, d), DEFAULTS).outcomes

    said = tuple(
        _printed(figures(outcomes[method]).get(symbol), places) for method, symbol, places in FIGURES
    )
    assert said == expected
    assert _class(outcomes[Method.D3]) == printed[5]
    reached = capaian(DIRECTIONS[d], Fraction(v), Fraction(T), Fraction(T))
    assert _printed(reached, 1) == printed[9]


def _printed(value: Fraction | RefusalReason | None, places: int) -> str:
    return str(rounded(value, places)) if isinstance(value, Fraction) else "-"


def _class(outcome: MethodResult) -> str:
    return outcome.grade.key if isinstance(outcome, MethodVerdict) else outcome.reason.name.lower()


def test_a_target_a_hair_above_the_base_is_a_way_like_any_other() -> None:
    hair = trajectory_through(str(10**17), str(10**17), str(10**17 + 1), "+")

    outcomes = judge_all(hair, DEFAULTS).outcomes

    assert all(isinstance(outcomes[method], MethodVerdict) for method in (Method.D2, Method.D3, Method.D4))


@pytest.mark.parametrize(
    ("name", "method", "reason"),
    [
        ("base = target", Method.D1, RefusalReason.TARGET_IS_BASE),
        ("base = target", Method.D7, RefusalReason.TARGET_IS_BASE),
        ("base above target", Method.D1, RefusalReason.BASE_GOOD),
        ("base above target", Method.D2, RefusalReason.BASE_GOOD),
        ("base above target", Method.D7, RefusalReason.BASE_GOOD),
        ("zero base", Method.D2, RefusalReason.ZERO_BASE),
        ("zero base", Method.D4, RefusalReason.ZERO_BASE),
        ("zero target", Method.D2, RefusalReason.ZERO_TARGET),
        ("crosses zero", Method.D4, RefusalReason.SIGN_CHANGE),
        ("all negative", Method.D4, RefusalReason.NEGATIVE),
    ],
)
def test_a_method_that_does_not_fit_says_why(name: str, method: Method, reason: RefusalReason) -> None:
    outcome = outcome_of(trajectory_through(*ROWS[name][0]), method)

    assert isinstance(outcome, Refused)
    assert outcome.reason is reason


def test_a_slip_above_the_target_is_achieved_with_an_adverse_trend_and_never_progress() -> None:
    found = judge_all(trajectory_through(85, 82, 80), DEFAULTS)

    assert found.decision.order is MethodOrder.REACHED
    assert isinstance(found.decision.outcome, MethodVerdict)
    assert found.decision.outcome.grade == SLIPPING
    naive = {"0.600", "2.000", "-1.970", "1.919", "-6.000"}
    assert not naive & {_printed(step.result, 3) for one in found.outcomes.values() for step in one.steps}


def test_methods_that_disagree_are_told_apart() -> None:
    found = sides(judge_all(trajectory_through(10, 8, 4, "-"), DEFAULTS))

    assert found == {
        Side.ENOUGH: (Method.D1, Method.D6, Method.D7),
        Side.SLOW: (Method.D2, Method.D3, Method.D4),
    }


@pytest.mark.parametrize(
    ("base", "factor"),
    [
        (50, "0.954"),
        (80, "0.629"),
        (95, "0.204"),
        (100, "0.000"),
        (110, "0.374"),
        (150, "0.954"),
        (200, "1.000"),
    ],
)
def test_d3_lowers_its_limits_near_a_natural_limit(base: int, factor: str) -> None:
    assert _printed(scaling(Fraction(base), Fraction(100)), 3) == factor


@pytest.mark.parametrize(
    ("one", "ratios"),
    [
        (trajectory_through(0, 10, 100), ["1.97", "3.66", "9.50"]),
        (trajectory_through(20, 12, 0, "-"), ["0.60", "0.38", "0.25"]),
    ],
)
def test_d3_shows_that_the_stand_in_for_zero_decides(one: Trajectory, ratios: list[str]) -> None:
    outcome = outcome_of(one, Method.D3)

    assert isinstance(outcome, Refused)
    assert [_printed(step.result, 2) for step in outcome.steps if step.symbol == "R"] == ratios


@pytest.mark.parametrize(
    ("values", "key"),
    [([66, 83], "on_track"), ([99, 99], "limited"), ([100, 100], "on_track"), ([66, 60], "deterioration")],
)
def test_d3_judges_a_share_without_a_target_by_growth_and_its_limit(values: list[object], key: str) -> None:
    one = yearly(2020, values, None)._replace(share=True)

    assert _class(outcome_of(one, Method.D3)) == key


@pytest.mark.parametrize(
    ("unit", "ends_at_100"), [("% rumah tangga", True), ("% dari rata-rata nasional", False)]
)
def test_only_a_part_of_a_whole_ends_at_100(unit: str, ends_at_100: bool) -> None:
    values = "- {as_of: 2021, value: 95, source: S1}\n- {as_of: 2023, value: 96, source: S1}"
    reading = read(
        sources="- {code: S1, title: Buku, publisher: BPS, published: 2020-01-01, kind: resmi}",
        indicators=f"- {{code: M01, name: A, aspect: s, unit: {unit!r}, direction: naik,"
        f" measurements: [{', '.join(line[2:] for line in values.splitlines())}]}}",
    )

    page = report.page(report.build(reading.plan, "M01", explain=True), "id")

    assert ("batas alami" in terminal.render(page, None, colour=False)) == ends_at_100


def test_the_workings_say_that_years_are_fractions_where_others_count_calendar_years() -> None:
    reading = with_threshold(20, "- {as_of: 2019-06, value: 10, source: S1}")

    page = report.page(report.build(reading.plan, "M01", explain=True), "en")

    assert "D3 and D4 as published count calendar years" in markdown.render(page)


# -- D5 ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "grade", "change", "projection"),
    [
        (yearly(2018, [40, 43, 45, 47, 50, 52], 80), CLOUD, "2.4", "68.8"),
        (yearly(2018, [40, 44, 48, 52, 56, 60], 80), SUN, "4.0", "88.0"),
        (yearly(2020, [40, 44, 43, 52], 80), SUN, "4.0", "80.0"),
        (yearly(2020, [40, 40, 40, 40], 80), STILL, "0.0", "40.0"),
        (yearly(2020, [40, 44, 43, 37], 80), STORM, "-1.0", "30.0"),
    ],
)
def test_the_weather_is_that_of_the_published_examples(
    one: Trajectory, grade: object, change: str, projection: str
) -> None:
    outcome = outcome_of(one, Method.D5)

    assert isinstance(outcome, MethodVerdict)
    assert outcome.grade == grade
    assert [_printed(figures(outcome)[symbol], 1) for symbol in "mZ"] == [change, projection]


def test_the_first_weather_example_misses_by_40_per_cent() -> None:
    outcome = outcome_of(yearly(2018, [40, 43, 45, 47, 50, 52], 80), Method.D5)

    assert figures(outcome)["M"] == 40


@pytest.mark.parametrize("values", [[40, 44, 43], [40, 44]])
def test_three_points_get_no_weather(values: list[object]) -> None:
    outcome = outcome_of(yearly(2020, values, 80), Method.D5)

    assert isinstance(outcome, Refused)
    assert outcome.reason is RefusalReason.FEW_YEARS


def test_four_points_with_a_hole_between_get_no_weather() -> None:
    one = yearly(2018, [40, 41, 42, 43, 44], 80)

    outcome = outcome_of(one._replace(points=(*one.points[:2], *one.points[3:])), Method.D5)

    assert isinstance(outcome, Refused)


def test_a_value_of_the_target_year_itself_is_carried_on_to_the_next_target_or_to_none() -> None:
    one = yearly(2027, [40, 44, 48, 52], 80)
    goals = (Point(Fraction(2030), Fraction(60)), Point(Fraction(2034), Fraction(70)))

    assert _class(outcome_of(one, Method.D5)) == "target_past"
    assert figures(outcome_of(one._replace(goals=goals, yearly=True), Method.D5))["Z"] == 68


@pytest.mark.parametrize(
    ("values", "grade"), [([85, 85], KEPT), ([85, 82], SLIPPING), ([85, 78], LEAVING), ([85], MET_ONCE)]
)
def test_what_was_reached_once_is_to_be_kept(values: list[object], grade: object) -> None:
    decision = judge_all(yearly(2020, values, 80), DEFAULTS).decision

    assert isinstance(decision.outcome, MethodVerdict)
    assert decision.outcome.grade == grade


def test_without_a_target_four_years_still_have_a_direction() -> None:
    decision = judge_all(yearly(2020, [40, 41, 43, 44], None), DEFAULTS).decision

    assert isinstance(decision.outcome, MethodVerdict)
    assert decision.outcome.grade == RISING


# -- D8 ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("direction", "value", "low", "high", "percent"),
    [
        ("naik", "92", "80", "90", "102.2"),
        ("naik", "70", "80", "90", "87.5"),
        ("naik", "85", "80", "90", "100.0"),
        ("turun", "6.5", "7", "8", "107.1"),
        ("turun", "9", "7", "8", "87.5"),
        ("turun", "6.79", "5", "5", "64.2"),
        ("turun", "5", "5", "5", "100.0"),
        ("turun", "0", "5", "5", "200.0"),
        ("turun", "0", "0", "0", "100.0"),
        ("naik", "0", "5", "5", "0.0"),
        ("turun", "11", "4", "4", "-75.0"),
    ],
)
def test_capaian_is_that_of_the_published_examples(
    direction: Direction, value: str, low: str, high: str, percent: str
) -> None:
    assert _printed(capaian(direction, Fraction(value), Fraction(low), Fraction(high)), 1) == percent


@pytest.mark.parametrize(
    ("direction", "value", "target", "reason"),
    [
        ("turun", 271, 0, RefusalReason.ZERO_TARGET),
        ("naik", 5, 0, RefusalReason.ZERO_TARGET),
        ("naik", 0, 0, RefusalReason.ZERO_TARGET),
        ("naik", -7, -4, RefusalReason.NEGATIVE_TARGET),
        ("naik", -2, 3, RefusalReason.SIGN_CHANGE),
    ],
)
def test_capaian_refuses_what_is_no_ratio(
    direction: Direction, value: int, target: int, reason: RefusalReason
) -> None:
    assert capaian(direction, Fraction(value), Fraction(target), Fraction(target)) is reason


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("100", "Sangat Tinggi"), ("90.4", "Sangat Tinggi"), ("90", "Tinggi"), ("75", "Sedang"),
        ("65", "Rendah"), ("50.1", "Rendah"), ("50", "Sangat Rendah"), ("-75", "Sangat Rendah"),
    ],
)  # fmt: skip
def test_the_bands_leave_no_hole(value: str, word: str) -> None:
    assert predicate(Fraction(value)).word.id == word


def test_the_bands_are_settings() -> None:
    reading = with_targets(
        "- {year: 2021, value: 10}",
        "- {as_of: 2021, value: 8.6, source: S1}",
        settings="{predicates: [{above: 30, name: agak kurang}, {above: 85, name: memuaskan}]}",
    )

    outcome = progress(reading.plan, reading.plan.indicators[0]).outcomes[Method.D8]

    assert isinstance(outcome, MethodVerdict)
    assert outcome.grade.word.id == "memuaskan"


# -- from a plan ---------------------------------------------------------------------


def with_targets(targets: str, measurements: str, direction: str = "naik", settings: str = "{}") -> Reading:
    """Read a plan of one indicator with yearly targets."""
    return read(
        plan=f"{{title: Rencana, city: Kota, first_year: 2020, last_year: 2030, settings: {settings}}}",
        sources="- {code: S1, title: Buku, publisher: BPS, published: 2020-01-01, kind: resmi}",
        indicators=f"""
- code: M01
  name: Angka
  aspect: sosial
  unit: "% contoh"
  direction: {direction}
  targets: [{", ".join(line.strip()[2:] for line in targets.strip().splitlines())}]
  measurements: [{", ".join(line.strip()[2:] for line in measurements.strip().splitlines())}]
""",
    )


def with_threshold(
    value: object, measurements: str, direction: str = "naik", unit: str = "% contoh"
) -> Reading:
    """Read a plan of one indicator with a threshold and no targets."""
    return read(
        plan="{title: Rencana, city: Kota, first_year: 2020, last_year: 2030, origin: resmi}",
        sources="- {code: S1, title: Buku, publisher: BPS, published: 2020-01-01, kind: resmi}",
        indicators=f"""
- code: M01
  name: Angka
  aspect: sosial
  unit: {unit!r}
  direction: {direction}
  threshold: {{value: {value}, kind: hukum, basis: UU}}
  measurements: [{", ".join(line.strip()[2:] for line in measurements.strip().splitlines())}]
""",
    )


def methods_of(reading: Reading) -> dict[Method, MethodResult]:
    return dict(progress(reading.plan, reading.plan.indicators[0]).outcomes)


def test_a_decimal_comma_never_becomes_two_numbers() -> None:
    reading = with_targets("- {year: 2021, value: '6,79'}", "- {as_of: 2021, value: 5, source: S1}", "turun")

    assert [one.rule.name for one in reading.findings] == ["decimal-comma"]
    assert not reading.plan.indicators


def test_capaian_of_a_fall_past_its_target_is_64_and_not_minus_35() -> None:
    reading = with_targets("- {year: 2021, value: 5}", "- {as_of: 2021, value: 6.79, source: S1}", "turun")

    assert figures(methods_of(reading)[Method.D8])["K"] == Fraction("64.2")


def test_zero_slums_against_a_target_of_zero_are_100_per_cent() -> None:
    reading = with_targets("- {year: 2021, value: 0}", "- {as_of: 2021, value: 0, source: S1}", "turun")

    outcome = methods_of(reading)[Method.D8]

    assert isinstance(outcome, MethodVerdict)
    assert figures(outcome)["K"] == 100
    assert outcome.grade.word.id == "Sangat Tinggi"
    assert "tercapai" in outcome.remarks[0].id


def test_zero_is_a_value_and_missing_is_not_zero() -> None:
    zero = with_targets("- {year: 2021, value: 5}", "- {as_of: 2021, value: 0, source: S1}")
    missing = with_targets("- {year: 2021, value: 5}", "")

    assert figures(methods_of(zero)[Method.D8])["K"] == 0
    assert _class(methods_of(missing)[Method.D8]) == "no_value"
    assert pace(zero.plan.on(date(2022, 6, 30)), zero.plan.indicators[0]).pace is Pace.BEHIND
    assert pace(missing.plan, missing.plan.indicators[0]).pace is Pace.NO_VALUE


def test_yearly_targets_decide_by_their_line_and_the_threshold_only_without_them() -> None:
    targets = with_targets(
        "- {year: 2021, value: 12}\n- {year: 2023, value: 16}", "- {as_of: 2022, value: 14, source: S1}"
    )
    threshold = with_threshold(
        20, "- {as_of: 2020, value: 10, source: S1}\n- {as_of: 2025, value: 15, source: S1}"
    )

    by_targets = progress(targets.plan.on(date(2023, 6, 30)), targets.plan.indicators[0])
    by_threshold = progress(threshold.plan, threshold.plan.indicators[0])

    assert (by_targets.decision.order, by_targets.decision.outcome.method) == (MethodOrder.YEARLY, Method.D1)
    assert figures(by_targets.decision.outcome)["E"] == 14
    assert by_threshold.decision.order is MethodOrder.TWO_VALUES
    assert by_threshold.trajectory.goals == (Point(Fraction(2030), Fraction(20)),)


@pytest.mark.parametrize(("value", "grade"), [("11.9", LATE), ("13", BEHIND), ("14", ON_TRACK)])
def test_behind_the_line_is_late_only_below_what_was_due(value: str, grade: object) -> None:
    reading = with_targets(
        "- {year: 2021, value: 12}\n- {year: 2023, value: 16}",
        f"- {{as_of: 2020, value: 10, source: S1}}\n- {{as_of: 2022, value: {value}, source: S1}}",
    )

    outcome = methods_of(reading)[Method.D1]

    assert isinstance(outcome, MethodVerdict)
    assert outcome.grade == grade


def test_a_value_of_another_scope_or_unit_starts_no_trend() -> None:
    reading = with_threshold(
        20,
        "- {as_of: 2020, value: 10, source: S1}\n- {as_of: 2021, value: 900, unit: jiwa, source: S1}\n"
        "- {as_of: 2022, value: 90, scope: kawasan, source: S1}",
    )
    found = report.build(reading.plan, "M01")

    assert found.trend.trend is Trend.UNKNOWN
    assert [one.value for one in found.set_aside] == [900, 90]


@pytest.mark.parametrize(
    ("direction", "values", "way", "per_year"),
    [
        ("naik", (10, 13), Trend.IMPROVING, 1), ("turun", (10, 13), Trend.WORSENING, 1),
        ("turun", (13, 10), Trend.IMPROVING, -1), ("naik", (10, 10), Trend.FLAT, 0),
    ],
)  # fmt: skip
def test_the_trend_is_the_change_per_year_in_the_indicators_unit(
    direction: str, values: tuple[int, int], way: Trend, per_year: int
) -> None:
    first, last = values
    measurements = (
        f"- {{as_of: 2020, value: {first}, source: S1}}\n- {{as_of: 2023, value: {last}, source: S1}}"
    )
    reading = with_threshold(20, measurements, direction)

    plan = reading.plan.on(date(2024, 6, 30))
    assert trend(plan, plan.indicators[0]) == (way, per_year, 2)


def test_a_start_better_than_the_first_target_is_no_line_down_to_it() -> None:
    reading = with_targets(
        "- {year: 2027, value: 80}",
        "- {as_of: 2024, value: 85, source: S1}\n- {as_of: 2025, value: 81, source: S1}",
    )

    assert pace(reading.plan, reading.plan.indicators[0]) == (Pace.ON_TRACK, 80)


def test_a_yes_or_no_indicator_is_met_or_not() -> None:
    reading = with_threshold(
        1, "- {as_of: 2020, value: 0, source: S1}\n- {as_of: 2025, value: 1, source: S1}", unit="ya/tidak"
    )

    found = progress(reading.plan, reading.plan.indicators[0])

    assert found.decision.order is MethodOrder.BINARY
    assert _class(found.decision.outcome) == "achieved"
    assert _class(found.outcomes[Method.D7]) == "binary"


def test_times_that_end_on_one_day_count_once() -> None:
    reading = with_threshold(
        20, "- {as_of: 2020, value: 10, source: S1}\n- {as_of: 2020-12-31, value: 11, source: S1}"
    )

    assert trajectory_of(reading.plan, reading.plan.indicators[0]).points == (
        Point(Fraction(2020), Fraction(11)),
    )


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_a_day_is_a_moment_and_back(day: date) -> None:
    assert day_of(moment(day)) == day


# -- the page ------------------------------------------------------------------------


REAL = str(ROOT / "data")
EXAMPLE = str(ROOT / "src" / "serang_plan" / "example")


def shown(lang: Lang, *arguments: str, capsys: pytest.CaptureFixture[str], data: str = REAL) -> str:
    code = run(["progress", *arguments, "--data", data, "--as-of", "2026-06-30", "--lang", lang])
    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    return said.out


@pytest.mark.parametrize(
    ("lang", "formula", "substituted", "result"),
    [
        ("id", "(v - b) / (T - b)", "(38,4 - 96) / (0 - 96)", "     = 0,6\n"),
        ("en", "(v - b) / (T - b)", "(38.4 - 96) / (0 - 96)", "     = 0.6\n"),
    ],
)
def test_the_workings_show_formula_substitution_and_result(
    lang: Lang, formula: str, substituted: str, result: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = shown(lang, "M03", "--explain", capsys=capsys, data=EXAMPLE)

    assert said.index(formula) < said.index(substituted) < said.index(result)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", ["M03", "M06", "M07", "M09", "M10", "M12", "M15"])
def test_each_method_is_named_with_its_verdict_or_its_refusal(
    code: str, lang: Lang, capsys: pytest.CaptureFixture[str]
) -> None:
    said = shown(lang, code, capsys=capsys)

    assert all(f"{method.name} {method.value.for_lang(lang)}" in said for method in Method)


def test_every_step_of_every_method_is_written_in_both_languages() -> None:
    for (b, v, T, d), _ in ROWS.values():  # noqa: N806
        for one in judge_all(trajectory_through(b, v, T, d), DEFAULTS).outcomes.values():
            for step in one.steps:
                assert "." not in step.substitution("id")
                assert "," not in step.substitution("en")
                assert step.substitution("en") != "" != step.formula_in("id")


def test_disagreement_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Hasil metode berbeda" in shown("id", "M03", capsys=capsys, data=EXAMPLE)
    assert "The methods differ" in shown("en", "M03", capsys=capsys, data=EXAMPLE)
    assert "metode berbeda" not in shown("id", "M15", capsys=capsys)


def test_rival_values_stand_beside_the_one_that_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown("id", "M09", capsys=capsys)

    assert "5,94%" in said
    assert "6,12%" in said
    assert "tandingan, tidak dipakai" in said


def test_a_value_published_later_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    run(["progress", "M08", "--data", REAL, "--as-of", "2020-03-10"])

    said = capsys.readouterr().out
    assert "72,1" in said
    assert "72,98" not in said


def test_the_data_says_which_method_decides(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown("id", "M03", "--format", "json", capsys=capsys, data=EXAMPLE))

    assert found["decision"] == {"rule": "yearly", "method": "D1", "verdict": "on_track", "reason": None}
    assert [one["method"] for one in found["methods"]] == [method.name for method in Method]


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [(["M3"], "maksud Anda `M03`?"), ([], "`M01`"), (["xyz"], "`M16`")],
)
def test_a_code_that_is_not_known_is_answered(
    arguments: list[str], advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["progress", *arguments, "--data", REAL]) == 2
    assert advice in capsys.readouterr().err


# -- laws ----------------------------------------------------------------------------

amounts = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
directions = st.sampled_from(["naik", "turun"])
years = st.integers(min_value=2016, max_value=2029)


@st.composite
def courses(draw: Callable[..., Any]) -> Trajectory:
    at = sorted(draw(st.sets(years, min_size=0, max_size=8)))
    points = tuple(Point(Fraction(year), draw(amounts)) for year in at)
    goals = sorted(draw(st.sets(st.integers(min_value=2016, max_value=2032), max_size=3)))
    return Trajectory(
        draw(directions),
        points,
        tuple(Point(Fraction(year), draw(amounts)) for year in goals),
        yearly=draw(st.booleans()) and bool(goals),
    )


def classes(one: Trajectory) -> list[str]:
    found = judge_all(one, DEFAULTS)
    return [found.decision.order.name, *(_class(outcome) for outcome in found.outcomes.values())]


def scaled(point: Point) -> Point:
    return point._replace(value=point.value * 10)


@given(courses())
@example(trajectory_through(0, 0, 0, "-"))
@example(trajectory_through(0, 0, 1))
def test_another_unit_changes_no_class(one: Trajectory) -> None:
    other = one._replace(points=tuple(map(scaled, one.points)), goals=tuple(map(scaled, one.goals)))

    assert classes(one) == classes(other)


ORDER = (Side.AWAY, Side.SLOW, Side.ENOUGH, Side.REACHED)


@given(courses(), st.fractions(min_value=0, max_value=1000, max_denominator=100))
def test_a_better_latest_value_never_worsens_the_linear_verdict(one: Trajectory, more: Fraction) -> None:
    assume(len(one.points) > 1)
    latest = one.latest._replace(value=one.latest.value + one.sign * more)
    better = one._replace(points=(*one.points[:-1], latest))

    for method in (Method.D1, Method.D7):
        before, after = outcome_of(one, method), outcome_of(better, method)
        if isinstance(before, MethodVerdict) and isinstance(after, MethodVerdict):
            assert ORDER.index(after.grade.side) >= ORDER.index(before.grade.side)


@given(
    amounts, amounts, st.fractions(min_value=0, max_value=1000, max_denominator=100), st.sampled_from("+-")
)
def test_a_reached_target_is_never_called_missed(b: Fraction, T: Fraction, more: Fraction, d: str) -> None:  # noqa: N803
    one = trajectory_through(b, T + more if d == "+" else T - more, T, d)

    outcome = judge_all(one, DEFAULTS).decision.outcome

    assert isinstance(outcome, MethodVerdict)
    assert outcome.grade.side is Side.REACHED


def test_the_order_of_measurements_never_matters() -> None:
    lines = [
        "- {as_of: 2019, value: 5.28, source: S1}",
        "- {as_of: 2021, value: 6.79, source: S1}",
        "- {as_of: 2022-03, value: 6.12, source: S1}",
        "- {as_of: 2022-03, value: 5.94, source: S1, verification: terverifikasi}",
    ]
    said = set()
    for order in permutations(lines):
        reading = with_threshold(7, "\n".join(order), "turun")
        page = report.page(report.build(reading.plan, "M01", explain=True), "id")
        said.add(markdown.render(page))

    assert len(said) == 1


@given(courses(), st.sampled_from(LANGS))
def test_any_course_can_be_drawn(one: Trajectory, lang: Lang) -> None:
    reading = with_threshold(7, "- {as_of: 2019, value: 5.28, source: S1}")
    found = report.build(reading.plan, "M01", explain=True)._replace(comparison=judge_all(one, DEFAULTS))
    page = report.page(found, lang)

    assert markdown.render(page)
    assert terminal.render(page, 80, colour=False)
    assert json.dumps(as_object(progress_data.data(found, lang)), allow_nan=False)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "id",
            "2 nilai di bawah tidak dihitung (deret lain): Terangkut (pengganti). Yang menentukan: Tertangani.",
        ),
        (
            "en",
            "2 values below do not count (another series): Terangkut (substitute). What decides: Tertangani.",
        ),
    ],
)
def test_of_values_none_of_which_counts_it_is_said_why_and_what_would(lang: Lang, told: str) -> None:
    stand_ins = read(
        indicators="""
- code: M1
  name: Sampah
  unit: "%"
  direction: naik
  aspect: sosial
  series: [{code: utama, name: Tertangani}, {code: lain, name: Terangkut, proxy: kira}]
  measurements: [{as_of: 2020, value: 3, series: lain}, {as_of: 2021, value: 4, series: lain}]
"""
    ).plan

    said = markdown.render(report.page(report.build(stand_ins, "M1"), lang))

    assert told in said
    assert Text("belum ada nilai yang dapat dipakai", "no value that can be used yet").for_lang(lang) in said
