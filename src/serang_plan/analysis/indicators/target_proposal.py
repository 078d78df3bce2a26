"""Target proposal: a straight line of yearly targets for indicators that have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import Value
from serang_plan.analysis.indicators.standing import Missing, Standing, Verdict, verdicts_of
from serang_plan.model.indicator import Indicator, Threshold
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order, rounded


class ProposedStep(NamedTuple):
    """A proposed target."""

    year: int
    value: Decimal


class TargetProposal(NamedTuple):
    """Targets from the newest value to the threshold, reached in its due year, else in the plan's last."""

    indicator: Indicator
    value: Value
    threshold: Threshold
    steps: tuple[ProposedStep, ...]


class OmissionReason(Enum):
    """Why no targets are proposed."""

    HAS_TARGETS = "has-targets"
    MET = "met"
    NO_VALUE = "no-value"
    NO_THRESHOLD = "no-threshold"
    NO_SOURCE = "no-source"
    OTHER_SCOPE = "other-scope"
    NO_COMPARISON = "no-comparison"
    """The threshold is for one time, and for the years to come there is none."""
    CONTRADICTED = "contradicted"
    NO_YEARS = "no-years"


class NoProposal(NamedTuple):
    """An indicator without a proposal, and why."""

    indicator: Indicator
    why: OmissionReason


def proposals(plan: Plan) -> Iterator[TargetProposal | NoProposal]:
    """Give for each indicator a proposal or the reason why there is none, in the order of the codes."""
    for verdict in sorted(verdicts_of(plan), key=lambda verdict: code_order(verdict.indicator.code)):
        years = _years(plan, verdict.threshold)
        why = _why_not(verdict, years)
        if why is not None or verdict.value is None or verdict.threshold is None:
            yield NoProposal(verdict.indicator, why or OmissionReason.NO_VALUE)
        else:
            line = _steps(verdict.value.amount, Decimal(verdict.threshold.value), verdict, years)
            steps = tuple(step for step in line if plan.header and step.year <= plan.header.last_year)
            yield TargetProposal(verdict.indicator, verdict.value, verdict.threshold, steps)


def _years(plan: Plan, threshold: Threshold | None) -> range:
    """Return the years until the threshold is due; else until the plan ends."""
    now = plan.as_of.year
    if plan.header is None or now >= plan.header.last_year:
        return range(0)
    due = threshold.due if threshold else None
    return range(now + 1, (due if due and due > now else plan.header.last_year) + 1)


_MISSING = {
    Missing.VALUE: OmissionReason.NO_VALUE,
    Missing.BOTH: OmissionReason.NO_VALUE,
    Missing.THRESHOLD: OmissionReason.NO_THRESHOLD,
    Missing.SOURCE: OmissionReason.NO_SOURCE,
    Missing.SUBSTITUTE_ONLY: OmissionReason.NO_VALUE,
    Missing.SCOPE: OmissionReason.OTHER_SCOPE,
    Missing.COMPARISON: OmissionReason.NO_COMPARISON,
}


def _why_not(verdict: Verdict, years: range) -> OmissionReason | None:
    if verdict.indicator.targets:
        return OmissionReason.HAS_TARGETS
    if verdict.missing is not None:
        return _MISSING[verdict.missing]
    if verdict.standing is Standing.CONTRADICTED:
        return OmissionReason.CONTRADICTED
    if verdict.standing is Standing.MET:
        return OmissionReason.MET
    if verdict.threshold is not None and verdict.threshold.for_ is not None:
        return OmissionReason.NO_COMPARISON
    return None if years else OmissionReason.NO_YEARS


def _steps(start: Decimal, goal: Decimal, verdict: Verdict, years: Sequence[int]) -> Iterator[ProposedStep]:
    """Give the points of the line from this year's end on; a year in which nothing moves is left out."""
    yearly = (Fraction(goal) - Fraction(start)) / len(years)
    places = _places(yearly, start, goal, verdict.indicator)
    before = start
    for nth, year in enumerate(years, 1):
        value = goal if year == years[-1] else _rounded(Fraction(start) + yearly * nth, places)
        if value != before and (value == goal) == (year == years[-1]):
            yield ProposedStep(year, value)
            before = value


def _places(yearly: Fraction, start: Decimal, goal: Decimal, indicator: Indicator) -> int:
    """Return how exactly to round: as the value is given, but to one to three digits of a yearly step.

    Whole things stay whole.
    """
    as_written = max(0, *(-int(value.as_tuple().exponent) for value in (start, goal)))
    places = max(min(as_written, _places_for(yearly, 3)), _places_for(yearly, 1))
    whole = start == int(start) and goal == int(goal) and not indicator.unit.startswith("%")
    return min(places, 0) if whole else places


def _places_for(yearly: Fraction, digits: int) -> int:
    """Return behind which place a number shows so many digits; negative for tens and more."""
    size, places = abs(yearly), 0
    while size * Fraction(10) ** places >= 10**digits:
        places -= 1
    while 0 < size * Fraction(10) ** places < 10 ** (digits - 1) and places < 12:
        places += 1
    return places


def _rounded(value: Fraction, places: int) -> Decimal:
    if places >= 0:
        return rounded(value, places)
    return rounded(value / 10**-places, 0).scaleb(-places)
