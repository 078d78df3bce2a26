"""Gaps: every indicator that is not met, what is planned for it, and in whose hands it lies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from serang_plan.analysis.actions.readiness import readiness
from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.duties.authority import AuthoritySplit, authority_split
from serang_plan.analysis.duties.leads import assignments_on, leads_on
from serang_plan.analysis.indicators.evidence import is_stale
from serang_plan.analysis.indicators.remaining_gap import RemainingGap, remaining_gap
from serang_plan.analysis.indicators.standing import (
    Missing,
    Standing,
    Verdict,
    count_by_standing,
    verdicts_of,
)
from serang_plan.analysis.outlook.forecast import yearly_change
from serang_plan.analysis.outlook.sufficiency import (
    Contribution,
    Outlook,
    Sufficiency,
    contributions,
    outlook,
    remaining,
)
from serang_plan.model.indicator import Target
from serang_plan.model.plan import Plan
from serang_plan.wording import Number, code_order


class Filters(NamedTuple):
    """Which indicators to show, and for the end of which year."""

    opd: str | None = None
    aspect: str | None = None
    pillar: str | None = None
    year: int | None = None


EVERYTHING = Filters()


class Gap(NamedTuple):
    """One indicator that is not met, and all that is known of its closing."""

    verdict: Verdict
    stale: bool
    remaining_gap: RemainingGap | None
    trend: Fraction | None
    leads: tuple[str, ...]
    support: tuple[str, ...]
    authority: AuthoritySplit
    actions: tuple[Contribution, ...]
    """What is not in the newest value yet; with a year, only what takes effect by its end, or may."""
    outlook: Outlook | None
    """Against the threshold; None if there is no value or no threshold to start from."""
    target: Target | None = None
    """The target of the year that was asked for."""
    on_target: Outlook | None = None
    enough_from: int | None = None
    """The first year at whose end the threshold is reached, if what is planned suffices."""

    @property
    def code(self) -> str:
        """The indicator's code."""
        return self.verdict.indicator.code

    @property
    def gets_worse(self) -> bool:
        """Whether the trend leads away from the threshold."""
        up = self.verdict.indicator.direction == "naik"
        return self.trend is not None and self.trend != 0 and (self.trend < 0) == up


class Gaps(NamedTuple):
    """All gaps that pass the filters, by class, what matters most first."""

    plan: Plan
    filters: Filters
    counts: dict[Standing, int]
    gaps: tuple[Gap, ...]

    def of(self, standing: Standing) -> tuple[Gap, ...]:
        """Return the gaps of one class."""
        return tuple(one for one in self.gaps if one.verdict.standing is standing)


def gaps_of(plan: Plan, filters: Filters = EVERYTHING) -> Gaps:
    """Find every indicator that is not met, and whether the plan closes the gap."""
    found = schedule(plan)
    parts = contributions(found, readiness(plan, found))
    wanted = tuple(one for one in verdicts_of(plan) if _passes(plan, one, filters))
    open_ = (
        _gap(plan, one, parts.get(one.indicator.code, ()), filters.year)
        for one in wanted
        if one.standing is not Standing.MET
    )
    return Gaps(plan, filters, count_by_standing(wanted), tuple(sorted(open_, key=_what_matters)))


def _passes(plan: Plan, verdict: Verdict, filters: Filters) -> bool:
    indicator = verdict.indicator
    if filters.aspect not in (None, indicator.aspect):
        return False
    if filters.pillar is not None and filters.pillar not in indicator.pillars:
        return False
    return filters.opd is None or filters.opd in _duties(plan, indicator.code)


def _duties(plan: Plan, code: str) -> set[str | None]:
    found = assignments_on(plan, code, plan.as_of)
    return {one.lead for one in found} | {opd for one in found for opd in one.support}


def _gap(plan: Plan, verdict: Verdict, parts: Sequence[Contribution], year: int | None) -> Gap:
    indicator, value = verdict.indicator, verdict.value
    by = date(year, 12, 31) if year else None
    left = remaining(parts, value) if value else tuple(parts)
    shown = tuple(one for one in left if by is None or one.may_come_by(by))
    target = next((one for one in indicator.targets if one.year == year), None)
    goal = verdict.threshold.value if verdict.threshold else None
    return Gap(
        verdict,
        value is not None and is_stale(plan, indicator, value.measurement),
        remaining_gap(plan, verdict) if verdict.missing is None else None,
        yearly_change(plan, indicator),
        leads_on(plan, indicator.code, plan.as_of),
        _support(plan, indicator.code),
        authority_split(plan, indicator.code, (one.scheduled for one in shown)),
        shown,
        _outlook(verdict, goal, left, by),
        target,
        _outlook(verdict, target.value if target else None, left, by),
        _enough_from(verdict, left),
    )


def _support(plan: Plan, code: str) -> tuple[str, ...]:
    leads = leads_on(plan, code, plan.as_of)
    support = (opd for one in assignments_on(plan, code, plan.as_of) for opd in one.support)
    return tuple(opd for opd in dict.fromkeys(support) if opd not in leads)


def _outlook(
    verdict: Verdict, goal: Number | None, left: Sequence[Contribution], by: date | None
) -> Outlook | None:
    if verdict.value is None or goal is None or verdict.missing is Missing.SOURCE:
        return None
    return outlook(verdict.indicator, verdict.value, goal, left, by)


def _enough_from(verdict: Verdict, left: Sequence[Contribution]) -> int | None:
    value, threshold = verdict.value, verdict.threshold
    if value is None or threshold is None:
        return None
    for year in sorted({one.ready.by.year for one in left if one.ready.by is not None}):
        found = outlook(verdict.indicator, value, threshold.value, left, date(year, 12, 31))
        if found.sufficiency is Sufficiency.ENOUGH:
            return year
    return None


_LEGAL_FORCE = {"hukum": 0, "nasional": 1, "kebijakan": 2}
_PLANNED = [Sufficiency.NOTHING_PLANNED, Sufficiency.SHORT, Sufficiency.CANNOT_SAY, Sufficiency.ENOUGH]
_LACKING = [Missing.BOTH, Missing.VALUE, Missing.THRESHOLD, Missing.SOURCE]


def _what_matters(gap: Gap) -> tuple[Any, ...]:
    """Order gaps: what nobody plans first, then what the law demands, then what gets worse, then by code."""
    verdict = gap.verdict
    planned = gap.outlook.sufficiency if gap.outlook else _unmeasured(gap)
    lacking = _LACKING.index(verdict.missing) if verdict.missing else 0
    force = _LEGAL_FORCE[verdict.threshold.kind] if verdict.threshold else len(_LEGAL_FORCE)
    return lacking, _PLANNED.index(planned), force, not gap.gets_worse, code_order(gap.code)


def _unmeasured(gap: Gap) -> Sufficiency:
    return Sufficiency.CANNOT_SAY if gap.actions else Sufficiency.NOTHING_PLANNED
