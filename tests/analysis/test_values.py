"""Values of an indicator: which of them may be compared, for how long one counts, and which way they move."""

from __future__ import annotations

import pytest

from serang_plan.analysis.indicators.evidence import months_allowed
from serang_plan.analysis.indicators.pace import Trend, trend
from serang_plan.analysis.indicators.segments import runs
from tests.worlds.small_city import GREEN, city

LATEST = "        - {as_of: 2025, published: 2026-02, value: 12, source: S1}\n"


def runs_of(*values: str, more: str = "") -> list[list[int]]:
    """Return the years of the values that may be compared."""
    measured = "".join(f"        - {{as_of: {value}, source: S1}}\n" for value in values)
    plan = city(indicators=GREEN.replace(LATEST, measured) + more)
    return [[value.measurement.as_of.year for value in run.values] for run in runs(plan, plan.indicators[0])]


def test_a_break_parts_the_values_by_their_times_and_not_by_their_lines() -> None:
    later, earlier = "2024, value: 12, break: Cara ukur baru", "2022, value: 11"

    assert runs_of(later, earlier) == runs_of(earlier, later) == [[2021, 2022], [2024]]


def test_a_value_of_no_named_series_is_compared_with_those_of_the_first() -> None:
    series = "      series: [{code: citra, name: Citra}, {code: lapangan, name: Lapangan}]\n"

    values = ("2022, value: 11, series: citra", "2023, value: 30, series: lapangan")
    assert runs_of(*values, more=series) == [[2021, 2022], [2023]]


@pytest.mark.parametrize(
    ("every", "months"), [("bulanan", 2), ("triwulan", 6), ("semester", 12), ("tahunan", None)]
)
def test_a_value_counts_for_two_periods_of_its_reporting(every: str, months: int | None) -> None:
    plan = city(indicators=f"{GREEN}      reporting: {every}\n")

    expected = plan.settings.stale_after_months if months is None else months
    assert months_allowed(plan, plan.indicators[0]) == expected


def test_without_a_second_value_nothing_moves_and_nothing_is_counted() -> None:
    plan = city(indicators=GREEN.replace(LATEST, ""))

    assert trend(plan, plan.indicators[0]) == (Trend.UNKNOWN, None, 0)
