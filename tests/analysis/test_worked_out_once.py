"""What a hundred rules ask for is worked out once of each plan and each indicator, and never of the wrong one."""

from __future__ import annotations

from datetime import date

from serang_plan.analysis.indicators.evidence import series
from serang_plan.analysis.indicators.standing import verdict_of
from serang_plan.analysis.known.known_plan import known_plan
from tests.worlds.small_city import GREEN, city


def test_a_plan_keeps_what_was_worked_out_of_it() -> None:
    plan = city(indicators=GREEN)
    (indicator,) = plan.indicators

    assert verdict_of(plan, indicator) is verdict_of(plan, indicator)
    assert series(plan, indicator) is series(plan, indicator)


def test_what_was_known_is_worked_out_once() -> None:
    whole = city(indicators=GREEN).on(date(2026, 9, 1))

    assert known_plan(whole) is known_plan(whole)


def test_indicators_that_are_equal_keep_their_own_places() -> None:
    plan = city(indicators=GREEN)
    (indicator,) = plan.indicators
    moved = indicator.model_copy(update={"anchor": indicator.anchor + 1})

    assert verdict_of(plan, indicator).indicator is indicator
    assert verdict_of(plan, moved).indicator is moved


def test_an_indicator_that_comes_where_another_was_has_its_own_verdict() -> None:
    """What is worked out keeps its indicator, so that no other bears its id."""
    plan = city(indicators=GREEN)
    (indicator,) = plan.indicators

    for code in map(str, range(100)):
        assert series(plan, indicator.model_copy(update={"code": code, "measurements": ()})) == ()
        assert series(plan, indicator.model_copy(update={"code": code})) != ()
