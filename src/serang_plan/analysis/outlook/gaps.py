"""Gaps: every indicator that is not met, what is planned for it, and who has the authority to close it."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.actions.readiness import readiness
from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.duties.authority import AuthoritySplit, authority_split
from serang_plan.analysis.duties.leads import assignments_on, leads_on
from serang_plan.analysis.indicators.progress.annual_change import AnnualChange
from serang_plan.analysis.indicators.progress.trajectory import trajectory_of
from serang_plan.analysis.indicators.remaining_gap import RemainingGap, remaining_gap
from serang_plan.analysis.indicators.standing import (
    Missing,
    Standing,
    Verdict,
    count_by_standing,
    verdicts_of,
)
from serang_plan.analysis.outlook.forecast import steady_change
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
    remaining_gap: RemainingGap | None
    change: AnnualChange | None
    """How it changes; None without two values at least a year apart, or where the newest is out of date."""
    leads: tuple[str, ...]
    support: tuple[str, ...]
    authority: AuthoritySplit
    actions: tuple[Contribution, ...]
    """What is not in the newest value yet; with a year, only what takes effect by its end, or may."""
    outlook: Outlook | None
    """Against the threshold; None without a value that is more than a bound, or a threshold that lasts."""
    target: Target | None = None
    """The target of the year that was asked for."""
    on_target: Outlook | None = None
    enough_from: int | None = None
    """The first year at whose end the threshold is reached, if what is planned suffices."""

    @property
    def trend(self) -> Fraction | None:
        """By how much it changes per year."""
        return self.change.per_year if self.change else None

    @property
    def sufficiency(self) -> Sufficiency:
        """Whether what is planned suffices, also where there is nothing to reckon with."""
        if self.outlook is not None:
            return self.outlook.sufficiency
        return Sufficiency.CANNOT_SAY if self.actions else Sufficiency.NOTHING_PLANNED

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
    verdicts: tuple[Verdict, ...]
    """Of all indicators that pass the filters, met ones too."""
    gaps: tuple[Gap, ...]

    @property
    def counts(self) -> dict[Standing, int]:
        """How many of them stand how."""
        return count_by_standing(self.verdicts)

    def of(self, standing: Standing) -> tuple[Gap, ...]:
        """Return the gaps of one class."""
        return tuple(gap for gap in self.gaps if gap.verdict.standing is standing)


def gaps_of(plan: Plan, filters: Filters = EVERYTHING) -> Gaps:
    """Find every indicator that is not met, and whether the plan closes the gap."""
    actions = schedule(plan)
    parts = contributions(actions, readiness(plan, actions))
    wanted = tuple(verdict for verdict in verdicts_of(plan) if _passes(plan, verdict, filters))
    gaps = (
        _gap(plan, verdict, parts.get(verdict.indicator.code, ()), filters.year)
        for verdict in wanted
        if verdict.standing is not Standing.MET
    )
    return Gaps(plan, filters, wanted, tuple(sorted(gaps, key=_what_matters)))


def _passes(plan: Plan, verdict: Verdict, filters: Filters) -> bool:
    indicator = verdict.indicator
    if filters.aspect not in (None, indicator.aspect):
        return False
    if filters.pillar is not None and filters.pillar not in indicator.pillars:
        return False
    duties = (*leads_on(plan, indicator.code, plan.as_of), *_support(plan, indicator.code))
    return filters.opd in (None, *duties)


def _gap(plan: Plan, verdict: Verdict, parts: Sequence[Contribution], year: int | None) -> Gap:
    indicator, value = verdict.indicator, verdict.value
    by = date(year, 12, 31) if year else None
    left = remaining(parts, value, plan.as_of) if value else tuple(parts)
    in_time = tuple(part for part in left if by is None or part.may_come_by(by))
    target = next((target for target in indicator.targets if target.year == year), None)
    goal = verdict.threshold.value if verdict.threshold and verdict.threshold.for_ is None else None
    return Gap(
        verdict,
        remaining_gap(plan, verdict) if verdict.missing is None and goal is not None else None,
        steady_change(trajectory_of(plan, indicator)),
        leads_on(plan, indicator.code, plan.as_of),
        _support(plan, indicator.code),
        authority_split(plan, indicator.code, (part.scheduled for part in in_time)),
        in_time,
        _outlook(verdict, goal, left, by),
        target,
        _outlook(verdict, target.value if target else None, left, by),
        _enough_from(verdict, goal, left),
    )


def _support(plan: Plan, code: str) -> tuple[str, ...]:
    leads, assignments = leads_on(plan, code, plan.as_of), assignments_on(plan, code, plan.as_of)
    support = dict.fromkeys(opd for assignment in assignments for opd in assignment.support)
    return tuple(opd for opd in support if opd not in leads)


def _outlook(
    verdict: Verdict, goal: Number | None, left: Sequence[Contribution], by: date | None
) -> Outlook | None:
    if verdict.value is None or verdict.substitute or goal is None or verdict.missing is Missing.SOURCE:
        return None
    return outlook(verdict.indicator, verdict.value, goal, left, by)


def _enough_from(verdict: Verdict, goal: Number | None, left: Sequence[Contribution]) -> int | None:
    value = verdict.value
    if value is None or goal is None or verdict.substitute:
        return None
    for year in sorted({part.ready.by.year for part in left if part.ready.by is not None}):
        year_end = outlook(verdict.indicator, value, goal, left, date(year, 12, 31))
        if year_end.sufficiency is Sufficiency.ENOUGH:
            return year
    return None


_LEGAL_FORCE = {"hukum": 0, "nasional": 1}
_PLANNED = tuple(Sufficiency)
_LACKING = (
    Missing.BOTH,
    Missing.VALUE,
    Missing.SUBSTITUTE_ONLY,
    Missing.THRESHOLD,
    Missing.SCOPE,
    Missing.COMPARISON,
    Missing.SOURCE,
)


def _what_matters(gap: Gap) -> tuple[object, ...]:
    """Order gaps: what nobody plans first, then what the law demands, then what gets worse, then by code."""
    missing, threshold = gap.verdict.missing, gap.verdict.threshold
    lacking = _LACKING.index(missing) if missing else 0
    others = len(_LEGAL_FORCE)
    force = _LEGAL_FORCE.get(threshold.kind, others) if threshold else others + 1
    return lacking, _PLANNED.index(gap.sufficiency), force, not gap.gets_worse, code_order(gap.code)
