"""Item evidence: the indicators that bear on a criterion, and whether they are of its scope."""

from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import newest_of_scope
from serang_plan.analysis.indicators.standing import Standing, Verdict, verdict_of
from serang_plan.model.criteria import Criteria, CriteriaItem
from serang_plan.model.indicator import Indicator, Scope
from serang_plan.model.plan import Plan


class BearingIndicator(NamedTuple):
    """An indicator that bears on a criterion: of the scope of its list where there are such values."""

    verdict: Verdict
    same_scope: bool
    """A figure of another scope settles nothing."""


class ItemEvidence(NamedTuple):
    """A criterion beside the indicators that bear on it, those that could be read."""

    item: CriteriaItem
    indicators: tuple[BearingIndicator, ...]

    @property
    def standing(self) -> Standing:
        """Whether evidence shows it: met if every indicator of it is, unmet if one is not, else unknown."""
        standings = [bearing.verdict.standing for bearing in self.indicators if bearing.same_scope]
        if Standing.UNMET in standings:
            return Standing.UNMET
        all_met = len(standings) == len(self.item.indicators) and set(standings) == {Standing.MET}
        return Standing.MET if all_met else Standing.UNKNOWN


def evidence_of(plan: Plan, criteria: Criteria) -> tuple[ItemEvidence, ...]:
    """Set every item of a list beside its indicators, as they stand on the plan's date."""
    return tuple(
        ItemEvidence(
            item,
            tuple(
                _bearing(plan, plan.indicator_by_code[code], criteria.scope)
                for code in dict.fromkeys(item.indicators)
                if code in plan.indicator_by_code
            ),
        )
        for item in criteria.items
    )


def _bearing(plan: Plan, indicator: Indicator, scope: Scope) -> BearingIndicator:
    if indicator.scope == scope:
        return BearingIndicator(verdict_of(plan, indicator), same_scope=True)
    there = verdict_of(plan, _of_scope(plan, indicator, scope))
    if there.value is not None:
        return BearingIndicator(there, same_scope=True)
    return BearingIndicator(verdict_of(plan, indicator), same_scope=False)


def _of_scope(plan: Plan, indicator: Indicator, scope: Scope) -> Indicator:
    """Return the indicator with nothing but what is said of a scope, its newest value's series first."""
    threshold, newest = indicator.threshold, newest_of_scope(plan, indicator, scope)
    judging = newest.measurement.series if newest else None
    return indicator.model_copy(
        update={
            "scope": scope,
            "series": tuple(sorted(indicator.series, key=lambda series: series.code != judging)),
            "measurements": tuple(value for value in indicator.measurements if value.scope == scope),
            "threshold": threshold if threshold and threshold.scope == scope else None,
            "thresholds": tuple(bar for bar in indicator.thresholds if bar.scope == scope),
            "targets": (),
            "declared": None,
        }
    )
