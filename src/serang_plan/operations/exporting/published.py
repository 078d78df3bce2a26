"""Published: the plan without what is not for everybody yet."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from serang_plan.analysis.known.public_plan import is_accepted
from serang_plan.model.indicator import Indicator, Measurement, Target, Threshold
from serang_plan.model.plan import Plan

Stated = TypeVar("Stated", Measurement, Threshold, Target)


class PublishedPlan(NamedTuple):
    """What goes out, and how many figures and meetings do not."""

    plan: Plan
    figures_left_out: int
    meetings_left_out: int


def published(plan: Plan) -> PublishedPlan:
    """Return a plan without figures that rest on a form nobody accepted, and meetings that are not closed."""
    forms = frozenset(source.code for source in plan.sources if source.kind == "formulir")
    indicators = (
        tuple(_indicator(indicator, forms) for indicator in plan.indicators) if forms else plan.indicators
    )
    rakor = tuple(rakor for rakor in plan.rakor if rakor.closed)
    left_out = sum(map(_figures, plan.indicators)) - sum(map(_figures, indicators))
    public = plan.with_records(indicators=indicators, rakor=rakor)
    return PublishedPlan(public, left_out, len(plan.rakor) - len(rakor))


def _indicator(indicator: Indicator, forms: frozenset[str]) -> Indicator:
    kept = {
        "measurements": tuple(
            value for value in indicator.measurements if is_accepted(value) or forms.isdisjoint(value.sources)
        ),
        "thresholds": indicator.all_thresholds,
        "targets": indicator.targets,
    }
    return indicator.model_copy(
        update={"threshold": None, **{name: _accepted(records, forms) for name, records in kept.items()}}
    )


def _accepted(records: tuple[Stated, ...], forms: frozenset[str]) -> tuple[Stated, ...]:
    return tuple(record for record in records if is_accepted(record) or record.source not in forms)


def _figures(indicator: Indicator) -> int:
    return sum(map(len, (indicator.measurements, indicator.all_thresholds, indicator.targets)))
