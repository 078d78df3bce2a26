"""Status for programs: codes and numbers, names in one language."""

from datetime import date
from typing import NamedTuple

from serang_plan.analysis.criteria.claim_check import ClaimCheck, Incomparable
from serang_plan.analysis.indicators.pace import Pace
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.analysis.known.known_since import source_codes
from serang_plan.analysis.rakor.urgent_matters import UrgentMatters
from serang_plan.model.indicator import Direction, Verification
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
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
from serang_plan.reports.status.page import Status, StatusRow
from serang_plan.wording import Lang, Number


class ClaimRecord(NamedTuple):
    """A public claim beside what the evidence supports."""

    code: Code
    by: str
    """The position of whoever said it."""
    date: When | None
    indicators: int
    """Of how many indicators it was said."""
    met_claimed: int
    """How many were said to be met."""
    met: Codes
    """Those that evidence shows to be met: items of the list, else indicators."""
    unmet: Codes
    """Those that evidence shows not to be met."""
    open: Codes
    """Those that are neither: not assessable, claimed or contradicted."""
    difference: int | None
    """How many more were said to be met than evidence supports; negative if fewer; null if incomparable."""
    could_be_true: bool | None
    """Whether the claim would be true if the open ones were met; null if incomparable."""
    list_: Code | None
    """The list of criteria that it speaks of; null if that is not recorded."""
    against: Codes
    """Items on which it contradicts the evidence."""
    incomparable: Incomparable | None
    """Why it is compared with nothing; null if it is compared."""


class IndicatorRecord(NamedTuple):
    """How one indicator stands, and what that rests on."""

    code: Code
    name: str
    """The whole name, in the language of the report."""
    aspect: str
    unit: str
    """As the plan writes it; a percentage begins with % and its values are per cent."""
    direction: Direction
    """naik: higher is better; turun: lower is better."""
    standing: StandingWord
    missing: MissingWord
    strength: Strength | None
    """On what the standing rests: the weaker of value and threshold; null where nothing is judged."""
    value: Number | None
    """The newest known value, in the unit."""
    value_as_of: When | None
    """The time that the value describes."""
    value_dating_assumed: bool
    """Nothing says when it was published, so it counts from the end of its own time."""
    sources: Codes
    """Codes of its sources."""
    verification: Verification | None
    """How well the value is verified; null without a value."""
    stale: bool
    """The value, or what stands in for it, is older than its reporting period allows."""
    substitute: SubstituteRecord | None
    threshold: ThresholdRecord | None
    """What counts as met."""
    other_scope: OtherScopeRecord | None
    gap: Number | None
    """How far the value is from the threshold, in the unit; below zero beyond it."""
    pace: Pace | None
    """Against the line through its yearly targets; null if it is met."""
    leads: Codes
    """The OPD that lead it on this day."""


class FindingCounts(NamedTuple):
    """What `validate` finds in the data."""

    errors: Count
    warnings: Count
    notes: Count


class OverdueRecord(NamedTuple):
    """A decision or an action past its date."""

    code: Code
    """Its code; the text of a decision that has none."""
    opd: Code | None
    """Who answers for it; null where nobody is named, or all are."""
    due: date | None
    """The date that has passed."""


class UrgentRecord(NamedTuple):
    """What cannot wait."""

    next_rakor: date | None
    """The day of the next rakor; null where none is known."""
    due_by: date
    """Until when something counts as due: the next rakor, or 30 days from the date of the report."""
    overdue_decisions: tuple[OverdueRecord, ...]
    """The latest first."""
    due_decisions: Codes
    undated_decisions: Codes
    """Open decisions without a due date."""
    overdue_actions: tuple[OverdueRecord, ...]
    due_actions: Codes
    clashes: tuple[Codes, ...]
    """Actions that come before what they need is ready, each clash with what is needed first."""
    loops: tuple[Codes, ...]
    """Actions that wait for each other."""
    without_action: Codes
    """Indicators neither met nor declared met that no open action serves."""


class StatusData(NamedTuple):
    """Keadaan tiap indikator pada satu tanggal.

    How every indicator stands on a date.
    """

    title: Title
    as_of: AsOf
    counts: Counts
    unread: Codes
    """Indicators that could not be read, so that none is missed in silence."""
    claims: tuple[ClaimRecord, ...]
    indicators: tuple[IndicatorRecord, ...]
    """In the order of the files."""
    findings: FindingCounts
    urgent: UrgentRecord


def data(status: Status, lang: Lang) -> StatusData:
    """Return the report for programs."""
    return StatusData(
        plan_title(status.plan, lang),
        status.plan.as_of,
        status.counts,
        status.unread,
        tuple(map(claim_record, status.claims)),
        tuple(_indicator(status.plan, row, lang) for row in status.rows),
        FindingCounts(status.faults.errors, status.faults.warnings, status.faults.notes),
        _urgent(status.urgent),
    )


def _urgent(urgent: UrgentMatters) -> UrgentRecord:
    overdue, due, undated = urgent.decisions
    return UrgentRecord(
        next_rakor=urgent.rakor,
        due_by=urgent.by,
        overdue_decisions=tuple(OverdueRecord(life.code, life.opd, life.due) for life in overdue),
        due_decisions=tuple(life.code for life in due),
        undated_decisions=tuple(life.code for life in undated),
        overdue_actions=tuple(
            OverdueRecord(action.code, action.opd, action.finish and action.finish.last)
            for action in urgent.overdue_actions
        ),
        due_actions=tuple(action.code for action in urgent.due_actions),
        clashes=tuple(
            tuple(dict.fromkeys(code for need in clash.late for code in need.codes))
            for clash in urgent.clashes
        ),
        loops=tuple(tuple(link.action.code for link in loop) for loop in urgent.loops),
        without_action=urgent.without_action,
    )


def claim_record(check: ClaimCheck) -> ClaimRecord:
    """Return what a claim says beside what the evidence supports."""
    claim = check.claim
    return ClaimRecord(
        code=claim.code,
        by=claim.by,
        date=claim.date,
        indicators=check.said_of,
        met_claimed=check.said_met,
        met=check.met,
        unmet=check.unmet,
        open=check.open,
        difference=check.difference,
        could_be_true=check.could_be_true,
        list_=check.criteria.code if check.criteria else None,
        against=check.against,
        incomparable=check.incomparable,
    )


def _indicator(plan: Plan, row: StatusRow, lang: Lang) -> IndicatorRecord:
    verdict, indicator = row.verdict, row.verdict.indicator
    measured = verdict.value.measurement if verdict.value else None
    return IndicatorRecord(
        code=indicator.code,
        name=full_name(indicator, lang),
        aspect=indicator.aspect,
        unit=indicator.unit,
        direction=indicator.direction,
        standing=verdict.standing,
        missing=verdict.missing,
        strength=verdict.strength,
        value=measured.value if measured else None,
        value_as_of=measured.as_of if measured else None,
        value_dating_assumed=verdict.is_dating_assumed,
        sources=source_codes(measured) if measured else (),
        verification=measured.verification if measured else None,
        stale=row.verdict.is_stale,
        substitute=substitute_record(verdict),
        threshold=judged_by(plan, verdict),
        other_scope=other_scope_record(plan, verdict),
        gap=verdict.gap,
        pace=row.pace,
        leads=row.leads,
    )
