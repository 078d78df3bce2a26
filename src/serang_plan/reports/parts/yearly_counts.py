"""Yearly counts for programs, which forecast and simulate share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, NamedTuple

from serang_plan.analysis.outlook.forecast import Forecast, Scenario
from serang_plan.reports.parts.json_values import Count, Kind


class YearCounts(NamedTuple):
    """How many indicators are met at the end of a year."""

    year: int
    met: Count
    unmet: Count
    unknown: Count


ScenarioCounts = Annotated[
    Mapping[Scenario, tuple[YearCounts, ...]],
    Kind("scenarios", "At the end of each year, in each scenario."),
]


def scenario_counts(forecast: Forecast) -> ScenarioCounts:
    """Return the counts by scenario and year."""
    return {scenario: tuple(_yearly(forecast, scenario)) for scenario in Scenario}


def _yearly(forecast: Forecast, scenario: Scenario) -> Iterator[YearCounts]:
    for year in forecast.years:
        yield YearCounts(year, *forecast.counts(scenario, year).values())
