"""Laws of planning: order does not matter, more help never hurts, delay never helps, unknown stays unknown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from serang_plan.analysis.actions.readiness import readiness
from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.indicators.target_proposal import TargetProposal, proposals
from serang_plan.analysis.outlook.forecast import (
    Forecast,
    ForecastOutcome,
    Projection,
    Scenario,
    forecast,
    updated_forecast,
)
from serang_plan.analysis.outlook.gaps import gaps_of
from serang_plan.analysis.outlook.scenario import Assume, Delay, Drop, WhatIf, Without, compare, plan_with
from serang_plan.analysis.outlook.sufficiency import Contributions, Sufficiency, contributions
from serang_plan.model.action import Action
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.record import Record
from serang_plan.rendering.text import markdown
from serang_plan.reports.forecast import page as forecast_report
from serang_plan.reports.gaps import page as gaps_report
from serang_plan.reports.stages import page as stages_report

AS_OF = date(2026, 6, 30)
OPD = ("DLH", "DPUPR", "DISHUB")
RANK = list(Sufficiency)

Records = dict[str, tuple[Record, ...]]

small = st.integers(min_value=0, max_value=20)
quarters = st.builds("{}-TW{}".format, st.integers(2025, 2029), st.integers(1, 4))
times = quarters | st.integers(2025, 2029).map(str)


def mostly(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy in which one in eight is not known."""
    return st.sampled_from(range(8)).flatmap(lambda chance: st.none() if chance == 7 else of)


def some(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy in which half is not known."""
    return st.sampled_from(range(2)).flatmap(lambda chance: st.none() if chance == 1 else of)


def filled(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


@st.composite
def indicators(draw: st.DrawFn, code: str) -> dict[str, Any]:
    threshold = draw(mostly(small))
    declared = draw(st.sampled_from([*[None] * 8, "terpenuhi", "belum"]))
    source = draw(mostly(st.just("S1")))
    years = draw(
        st.lists(
            st.integers(2020, 2026), unique=True, min_size=draw(st.sampled_from([1, 2, 3, 0])), max_size=3
        )
    )
    return filled(
        code=code,
        name=f"Indikator {code}",
        aspect="fisik",
        unit=draw(st.sampled_from(["%", "ha"])),
        direction=draw(st.sampled_from(["naik", "turun"])),
        threshold=None if threshold is None else {"value": threshold, "kind": "hukum", "basis": "UU"},
        declared=None if declared is None else {"standing": declared, "by": "Kepala"},
        measurements=tuple(
            filled(as_of=str(year), published="2026-01", value=draw(small), source=source) for year in years
        ),
        targets=tuple(
            {"year": year, "value": draw(small)} for year in draw(st.sets(st.integers(2026, 2029)))
        ),
    )


@st.composite
def actions(
    draw: st.DrawFn, code: str, known: Sequence[dict[str, Any]], needs: Sequence[str]
) -> dict[str, Any]:
    """Give an action whose effects, if anybody knows them, lead the right way."""
    served = draw(st.lists(st.sampled_from(known), unique_by=lambda one: one["code"], min_size=1, max_size=2))
    return filled(
        code=code,
        name=f"Kegiatan {code}",
        opd=draw(some(st.sampled_from(OPD))),
        indicators=tuple(filled(code=one["code"], adds=draw(mostly(helpful(one)))) for one in served),
        announced=draw(st.sampled_from([None] * 9 + ["2027"])),
        start=draw(some(times)),
        finish=draw(mostly(times)),
        status=draw(mostly(st.sampled_from(["rencana", "rencana", "berjalan", "selesai", "geser", "batal"]))),
        done=draw(st.sampled_from([None] * 9 + ["2025-06", "2026-03", "2027-01"])),
        moves=tuple({"to": to, "known": "2025"} for to in draw(st.lists(times, max_size=1))),
        needs=tuple(draw(st.lists(st.sampled_from(needs), unique=True, max_size=2)) if needs else ()),
    )


def helpful(indicator: dict[str, Any]) -> st.SearchStrategy[int]:
    sign = 1 if indicator["direction"] == "naik" else -1
    return small.map(lambda size: sign * size)


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    known = [draw(indicators(f"M{nth}")) for nth in range(1, draw(st.integers(2, 4)))]
    codes = [f"A{nth}" for nth in range(1, draw(st.integers(3, 7)))]
    return {
        "plan": [{"title": "Kota", "city": "Kota", "first_year": 2024, "last_year": 2029}],
        "sources": [{"code": "S1", "kind": "resmi"}],
        "opd": [{"code": code, "name": code} for code in OPD],
        "assignments": [{"indicator": one["code"], "lead": draw(st.sampled_from(OPD))} for one in known],
        "indicators": known,
        "actions": [
            draw(actions(code, known, [other for other in codes if other != code])) for code in codes
        ],
    }


def plan_of(world: dict[str, list[dict[str, Any]]]) -> Plan:
    return Plan(
        {name: [SECTIONS[name].model_validate(one) for one in records] for name, records in world.items()},
        AS_OF,
    )


plans = worlds().map(plan_of)


def open_actions(plan: Plan) -> list[str]:
    return [one.code for one in schedule(plan) if one.is_open]


def answers(found: Forecast) -> dict[tuple[str, Scenario, int], Projection]:
    return {
        (one.indicator.code, scenario, year): answer
        for one in found.prospects
        for scenario in Scenario
        for year, answer in zip(found.years, one.projections[scenario], strict=True)
    }


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(world: dict[str, list[dict[str, Any]]], chance: Any) -> None:
    mixed = {name: chance.sample(records, len(records)) for name, records in world.items()}

    one, other = plan_of(world), plan_of(mixed)

    assert pages(one) == pages(other)
    assert answers(forecast(one)) == answers(forecast(other))


def pages(plan: Plan) -> list[str]:
    return [
        markdown.render(page)
        for page in (
            gaps_report.page(gaps_of(plan), "id"),
            stages_report.page(stages_report.build(plan), "id"),
            stages_report.page(stages_report.build(plan, 2027), "id"),
            forecast_report.page(forecast_report.build(plan), "id"),
        )
    ]


@given(worlds(), st.data())
def test_one_more_action_never_makes_the_plan_suffice_less(
    world: dict[str, list[dict[str, Any]]], data: st.DataObject
) -> None:
    more = data.draw(actions("A99", world["indicators"], ()))
    before = plan_of(world)
    after = before.with_records(actions=[*before.actions, Action.model_validate(more)])

    was = {one.code: one.outlook for one in gaps_of(before).gaps}
    for gap in gaps_of(after).gaps:
        old = was[gap.code]
        if old is not None and gap.outlook is not None:
            assert RANK.index(gap.outlook.sufficiency) >= RANK.index(old.sufficiency)
            assert gap.outlook.short_by <= old.short_by


@given(plans, st.data(), st.integers(1, 12))
def test_a_delay_never_makes_a_year_better(plan: Plan, data: st.DataObject, by: int) -> None:
    codes = open_actions(plan)
    assume(codes)
    then = plan_with(plan, [Delay(data.draw(st.sampled_from(codes)), by)])

    before, after = forecast(plan), forecast(then)

    for year in before.years:
        for scenario in Scenario:
            met = before.counts(scenario, year)[ForecastOutcome.MET]
            assert after.counts(scenario, year)[ForecastOutcome.MET] <= met


@given(plans, st.data())
def test_what_fails_never_makes_a_year_better(plan: Plan, data: st.DataObject) -> None:
    change = data.draw(st.sampled_from([*map(Drop, open_actions(plan)), *map(Without, OPD)]))

    result = compare(plan, [change])

    for year in result.before.years:
        met = result.before.counts(Scenario.PLAN, year)[ForecastOutcome.MET]
        assert result.after.counts(Scenario.PLAN, year)[ForecastOutcome.MET] <= met


@given(plans, st.data())
def test_unknown_never_becomes_met_or_unmet_because_less_is_done(plan: Plan, data: st.DataObject) -> None:
    possible: list[WhatIf] = [Without(opd) for opd in OPD]
    possible += [Drop(code) for code in open_actions(plan)]
    changes = data.draw(st.lists(st.sampled_from(possible), min_size=1, max_size=3))

    result = compare(plan, changes)

    after = answers(result.after)
    for key, answer in answers(result.before).items():
        if answer.outcome is ForecastOutcome.UNKNOWN:
            assert after[key].outcome is ForecastOutcome.UNKNOWN


@given(plans, st.data())
def test_what_nothing_touches_is_foreseen_as_before(plan: Plan, data: st.DataObject) -> None:
    possible: list[WhatIf] = [Assume(one.code, data.draw(small), 2027) for one in plan.indicators]
    possible += [Drop(code) for code in open_actions(plan)]
    possible += [Delay(code, 3) for code in open_actions(plan)]
    then = plan_with(plan, data.draw(st.lists(st.sampled_from(possible), min_size=1, max_size=3)))

    again = updated_forecast(then, added_in(then), forecast(plan), added_in(plan))

    assert answers(again) == answers(forecast(then))


def added_in(plan: Plan) -> Contributions:
    found = schedule(plan)
    return contributions(found, readiness(plan, found))


@given(plans)
def test_what_cannot_be_assessed_today_is_uncertain_on_trend_and_on_plan(plan: Plan) -> None:
    for one in forecast(plan).prospects:
        if one.now.outcome is ForecastOutcome.UNKNOWN:
            for scenario in (Scenario.TREND, Scenario.PLAN):
                assert {answer.outcome for answer in one.projections[scenario]} == {ForecastOutcome.UNKNOWN}


@given(plans)
def test_the_counts_of_a_year_add_up_to_all_indicators(plan: Plan) -> None:
    found = forecast(plan)

    for year in found.years:
        for scenario in Scenario:
            assert sum(found.counts(scenario, year).values()) == len(plan.indicators)


@given(plans)
def test_supposing_nothing_changes_nothing(plan: Plan) -> None:
    result = compare(plan, [])

    assert result.before == result.after
    assert result.late == ()
    assert result.load_before == result.load_after


@given(plans)
def test_a_proposal_goes_one_way_and_ends_at_the_threshold(plan: Plan) -> None:
    for one in proposals(plan):
        if isinstance(one, TargetProposal):
            values = [one.value.amount, *(step.value for step in one.steps)]
            assert values[-1] == one.threshold.value
            assert values == sorted(values, reverse=one.indicator.direction == "turun")
            assert one.steps[-1].year == 2029
