"""Progress for programs: one indicator, its values, and what each method says with its workings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from serang_plan.analysis.indicators.progress.method_result import MethodResult, MethodVerdict, Refused
from serang_plan.analysis.indicators.progress.methods import MethodComparison as Found
from serang_plan.analysis.indicators.progress.methods import sides
from serang_plan.analysis.indicators.progress.workings import Step
from serang_plan.analysis.indicators.progress.year_fractions import day_of
from serang_plan.model.indicator import Measurement
from serang_plan.reports.parts.phrases import exact, full_name
from serang_plan.reports.progress.page import ProgressReport
from serang_plan.wording import Lang

SCHEMA_VERSION = 1


def data(report: ProgressReport, lang: Lang) -> dict[str, Any]:
    """Return the report for programs; `schema_version` changes when a key changes its meaning."""
    indicator = report.indicator
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "progress",
        "as_of": report.plan.as_of.isoformat(),
        "code": indicator.code,
        "name": full_name(indicator, lang),
        "unit": indicator.unit,
        "direction": indicator.direction,
        "standing": report.verdict.standing.value,
        "values": list(_values_data(report)),
        "goals": [{"year": goal.year, "value": exact(goal.value)} for goal in report.found.trajectory.goals],
        "goals_are": _kind_of_goals(report.found),
        "trend": report.trend.trend.name.lower(),
        "change_per_year": exact(report.trend.per_year),
        "decision": _decision_data(report.found),
        "sides": {lean.value: [one.name for one in methods] for lean, methods in sides(report.found).items()},
        "methods": [_outcome_data(outcome, lang) for outcome in report.found.outcomes.values()],
    }


def _values_data(report: ProgressReport) -> Iterator[dict[str, Any]]:
    for value in report.known:
        yield _value_data(value.measurement, "used")
        yield from (_value_data(rival, "rival") for rival in value.rivals)
    yield from (_value_data(apart, "set_aside") for apart in report.set_aside)


def _value_data(one: Measurement, role: str) -> dict[str, Any]:
    return {
        "as_of": one.as_of.iso,
        "published": one.published.iso if one.published else None,
        "value": exact(Fraction(one.value)),
        "unit": one.unit,
        "scope": one.scope,
        "source": one.source,
        "verification": one.verification,
        "role": role,
    }


def _kind_of_goals(found: Found) -> str | None:
    if not found.trajectory.goals:
        return None
    return "targets" if found.trajectory.yearly else "threshold"


def _decision_data(found: Found) -> dict[str, Any]:
    order, outcome = found.decision
    judged = isinstance(outcome, MethodVerdict)
    return {
        "rule": order.name.lower(),
        "method": outcome.method.name if judged else None,
        "verdict": outcome.grade.key if isinstance(outcome, MethodVerdict) else None,
        "reason": outcome.reason.name.lower() if isinstance(outcome, Refused) else None,
    }


def _outcome_data(outcome: MethodResult, lang: Lang) -> dict[str, Any]:
    word = outcome.grade.word if isinstance(outcome, MethodVerdict) else outcome.reason.value
    return {
        "method": outcome.method.name,
        "name": outcome.method.value.for_lang(lang),
        "verdict": outcome.grade.key if isinstance(outcome, MethodVerdict) else None,
        "leans": outcome.grade.side.value if isinstance(outcome, MethodVerdict) else None,
        "reason": outcome.reason.name.lower() if isinstance(outcome, Refused) else None,
        "words": word.for_lang(lang),
        "workings": [_step_data(one, lang) for one in outcome.steps],
        "remarks": [remark.for_lang(lang) for remark in outcome.remarks],
    }


def _step_data(one: Step, lang: Lang) -> dict[str, Any]:
    return {
        "symbol": one.symbol,
        "name": one.name.for_lang(lang),
        "inputs": {symbol: _input_data(symbol, value) for symbol, value in one.inputs},
        "formula": one.formula_in(lang),
        "substitution": one.substitution(lang),
        "result": exact(one.result),
    }


def _input_data(symbol: str, value: Fraction) -> int | float | str | None:
    return day_of(value).isoformat() if symbol.startswith("t") else exact(value)
