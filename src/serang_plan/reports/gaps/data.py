"""Gaps for programs: codes and numbers, names in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.analysis.outlook.gaps import Gap, Gaps
from serang_plan.analysis.outlook.sufficiency import Contribution, Outlook, Sufficiency
from serang_plan.model.action import Authority
from serang_plan.model.opd import PartnerKind
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.reports.gaps.page import CLASSES, ORDER
from serang_plan.reports.gaps.remedies import steps
from serang_plan.reports.parts.evidence_records import (
    OtherScopeRecord,
    SubstituteRecord,
    ThresholdRecord,
    judged_by,
    other_scope_record,
    substitute_record,
)
from serang_plan.reports.parts.json_values import (
    AsOf,
    Code,
    Codes,
    Count,
    Counts,
    MissingWord,
    StandingWord,
    Title,
)
from serang_plan.reports.parts.phrases import full_name, plan_title
from serang_plan.wording import Lang, Number


class FilterRecord(NamedTuple):
    """What the report is restricted to."""

    opd: Code | None
    aspect: str | None
    pillar: str | None
    year: int | None


class PartnerRecord(NamedTuple):
    """A partner from outside the city's government."""

    code: Code
    kind: PartnerKind


class ActionRecord(NamedTuple):
    """An action that serves the indicator."""

    code: Code
    name: str
    opd: Code | None
    state: ActionState
    finish: When | None
    overdue: bool
    adds: Number | None
    """What it adds to the indicator, in its unit; null if nobody has estimated it."""


class OutlookRecord(NamedTuple):
    """Whether what is planned reaches the goal."""

    sufficiency: Sufficiency
    expected: Number
    """The value with all effects that are sure."""
    short_by: Number
    """How far that is from the goal; zero if it reaches it."""
    without_effect: Codes
    """Actions whose effect nobody has estimated."""
    may_not_finish: Codes
    """Actions of which it is not known when they take effect."""


class GapRecord(NamedTuple):
    """One indicator that is not met, and what would close the gap."""

    code: Code
    name: str
    unit: str
    standing: StandingWord
    missing: MissingWord
    strength: Strength | None
    """On what the standing rests: the weaker of value and threshold; null where nothing is judged."""
    substitute: SubstituteRecord | None
    threshold: ThresholdRecord | None
    other_scope: OtherScopeRecord | None
    gap: Number | None
    """How far the value is from the threshold, in the unit."""
    share_of_way_left: Number | None
    """What is left of the way from the first value to the threshold, as a share of one; above one if it is
    further away than at first."""
    stale: bool
    trend_per_year: Number | None
    """In the unit; null where the newest value is out of date."""
    trend_points: Count | None
    """From how many values the trend is taken."""
    leads: Codes
    support: Codes
    authority: Mapping[Authority, Codes]
    """Codes of the actions by the level of government on which they lie; levels without any are left out."""
    partners: tuple[PartnerRecord, ...]
    actions: tuple[ActionRecord, ...]
    """Actions whose effect is not in the newest value yet."""
    plan: OutlookRecord | None
    """Against the threshold; null without a value or a threshold."""
    enough_from: int | None
    """The first year at whose end the threshold is reached; it may be later than the threshold's due year."""
    target: Number | None
    """The target of the year that was asked for."""
    plan_on_target: OutlookRecord | None
    """Against that target."""
    to_close: tuple[str, ...]
    """What would close the gap, in steps, in the language of the report."""


class GapsData(NamedTuple):
    """Indikator yang belum terpenuhi, mengapa, dan apa yang menutupnya.

    What is not met, why, and what would close it.
    """

    title: Title
    as_of: AsOf
    filters: FilterRecord
    order: str
    """How the gaps are ordered, in words."""
    counts: Counts
    """Of the indicators that pass the filters."""
    gaps: tuple[GapRecord, ...]
    """Contradicted, not met, claimed, not assessable; what matters most first."""


def data(gaps: Gaps, lang: Lang) -> GapsData:
    """Return the report for programs."""
    return GapsData(
        plan_title(gaps.plan, lang),
        gaps.plan.as_of,
        FilterRecord(*gaps.filters),
        ORDER.for_lang(lang),
        gaps.counts,
        tuple(_gap(gaps.plan, gap, lang) for standing in CLASSES for gap in gaps.of(standing)),
    )


def _gap(plan: Plan, gap: Gap, lang: Lang) -> GapRecord:
    verdict, indicator = gap.verdict, gap.verdict.indicator
    return GapRecord(
        code=indicator.code,
        name=full_name(indicator, lang),
        unit=indicator.unit,
        standing=verdict.standing,
        missing=verdict.missing,
        strength=verdict.strength,
        substitute=substitute_record(verdict),
        threshold=judged_by(plan, verdict),
        other_scope=other_scope_record(plan, verdict),
        gap=verdict.gap,
        share_of_way_left=gap.remaining_gap.share if gap.remaining_gap else None,
        stale=gap.verdict.is_stale,
        trend_per_year=gap.trend,
        trend_points=gap.change.points if gap.change else None,
        leads=gap.leads,
        support=gap.support,
        authority=dict(gap.authority.actions),
        partners=tuple(PartnerRecord(partner.code, partner.kind) for partner in gap.authority.partners),
        actions=tuple(map(_action, gap.actions)),
        plan=_outlook(gap.outlook),
        enough_from=gap.enough_from,
        target=gap.target.value if gap.target else None,
        plan_on_target=_outlook(gap.on_target),
        to_close=tuple(step.for_lang(lang) for step in steps(gap)),
    )


def _action(part: Contribution) -> ActionRecord:
    action = part.scheduled
    name, adds = action.action.name, part.adds
    return ActionRecord(action.code, name, action.opd, action.state, action.finish, action.late, adds)


def _outlook(outlook: Outlook | None) -> OutlookRecord | None:
    return OutlookRecord(*outlook) if outlook else None
