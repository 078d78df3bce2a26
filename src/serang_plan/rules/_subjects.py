"""Subjects: which records the rules of completeness look at, and how a sentence names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.duties.coverage import needs_action
from serang_plan.analysis.indicators.standing import Verdict, verdict_of
from serang_plan.model.action import Action
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, listed, year_spans
from serang_plan.wording import backquoted as show


def indicators(plan: Plan) -> Iterator[Indicator]:
    """Return every indicator; of duplicate codes the first."""
    return iter(plan.indicator_by_code.values())


def measurements(plan: Plan) -> Iterator[tuple[Indicator, Measurement]]:
    """Return every value that is recorded, with its indicator."""
    return ((indicator, value) for indicator in plan.indicators for value in indicator.measurements)


def not_met(plan: Plan) -> Iterator[Verdict]:
    """Give every indicator that is neither met nor declared met."""
    for indicator in indicators(plan):
        judged = verdict_of(plan, indicator)
        if needs_action(judged):
            yield judged


def falls_short(verdict: Verdict) -> bool:
    """Whether a sourced value is known, and the threshold is not reached."""
    return verdict.missing is None and verdict.gap is not None and verdict.gap > 0


def live_actions(plan: Plan) -> Iterator[Action]:
    """Give every action that is not cancelled; of duplicate codes the first."""
    for action in plan.action_by_code.values():
        if action.status != "batal":
            yield action


# -- in a sentence -----------------------------------------------------------


def of_indicator(indicator: Indicator) -> Text:
    """Name an indicator: `M01` RTH publik."""
    name = indicator.short or indicator.name
    name_en = indicator.short_en or indicator.name_en or name
    return Text(_named(indicator.code, name), _named(indicator.code, name_en))


def of_coded(code: str, name: str) -> Text:
    """Name an action, an OPD or a pillar: `A01` Taman Deduluran."""
    return Text(_named(code, name), _named(code, name))


def _named(code: str, name: str) -> str:
    return f"{show(code)} {show(name)[1:-1]}"


def of_years(years: Sequence[int]) -> Text:
    """Write years in order, those that follow each other as a range: `2026–2028 dan 2030`."""
    return Text(listed(year_spans(years), "id"), listed(year_spans(years), "en"))
