"""The briefing for programs: codes and numbers, sentences in one language."""

from datetime import date
from typing import NamedTuple

from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.meetings.pending_decisions import DecisionKind, PendingDecision
from serang_plan.analysis.meetings.risks import Risk, RiskKind
from serang_plan.analysis.meetings.since_last_rakor import ChangesSince
from serang_plan.analysis.outlook.pillars import Identity
from serang_plan.page import Note, Notes
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.decisions import what
from serang_plan.reports.briefing.page import page
from serang_plan.reports.briefing.risks import dangers
from serang_plan.reports.briefing.value import Briefing, Role
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.checklist.data import OpdRecord, opd_record
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Count, Counts, Title
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.reports.status.data import ClaimRecord, claim_record
from serang_plan.wording import Lang


class DecisionRecord(NamedTuple):
    """A decision of a rakor that is open, or whose state nobody has reported."""

    code: str | None
    text: str
    lead: str | None
    """An OPD, or `semua`."""
    due: date | None
    days_late: int
    """Days since the due date."""
    status: str | None
    """Null: it is not known whether it is open or closed."""


class RakorRecord(NamedTuple):
    """A rakor, and what is due by its day."""

    date: date
    agenda: tuple[str, ...]
    due: tuple[DecisionRecord, ...]


class NeededRecord(NamedTuple):
    """A decision that the note asks for."""

    kind: DecisionKind
    indicators: Codes
    codes: tuple[str, ...]
    """Actions or decisions."""
    owners: Codes
    text: str


class RiskRecord(NamedTuple):
    """A risk to the plan."""

    kind: RiskKind
    indicators: Codes
    codes: tuple[str, ...]
    text: str


class ChangeRecord(NamedTuple):
    """One thing that became known."""

    what: str
    """What happened, as `serang-plan diff` calls it."""
    section: str
    """The section of the plan."""
    code: Code


class SinceRecord(NamedTuple):
    """What became known since a rakor."""

    rakor: date
    changes: tuple[ChangeRecord, ...]
    """What happened to indicators, duties and actions, in the words of `diff`."""
    decisions: Count
    decisions_closed: Count
    decisions_unknown: Count
    """Those whose state nobody has reported."""


class PillarRecord(NamedTuple):
    """A pillar of the city's identity."""

    code: Code
    indicators: Count
    met: Count


class IdentityRecord(NamedTuple):
    """What the plan does for the city's identity."""

    actions: Count
    actions_with_culture: Codes
    pillars: tuple[PillarRecord, ...]


class BriefingData(NamedTuple):
    """Nota untuk satu pembaca.

    The note for one reader.
    """

    title: Title
    as_of: AsOf
    for_: Role
    opd: Code | None
    """The OPD that the note is for."""
    rakor: RakorRecord | None
    """The rakor that the note prepares."""
    counts: Counts
    claims: tuple[ClaimRecord, ...]
    decisions_needed: tuple[NeededRecord, ...]
    risks: tuple[RiskRecord, ...]
    since: SinceRecord | None
    """What became known since the last rakor; null if there was none."""
    identity: IdentityRecord
    overdue: tuple[DecisionRecord, ...]
    decisions_unknown: tuple[DecisionRecord, ...]
    """Decisions whose state nobody has reported."""
    checklist: OpdRecord | None
    """Of the OPD that the note is for."""
    sources: tuple[Note, ...]
    """What the figures of the note rest on."""


def data(briefing: Briefing, lang: Lang) -> BriefingData:
    """Return what the note says."""
    return BriefingData(
        title=plan_title(briefing.plan, lang),
        as_of=briefing.plan.as_of,
        for_=briefing.reader.role,
        opd=briefing.reader.opd or None,
        rakor=_rakor(briefing),
        counts=briefing.counts,
        claims=tuple(map(claim_record, briefing.claims)),
        decisions_needed=tuple(_needed(briefing, pending, lang) for pending in briefing.needed),
        risks=tuple(_risk(briefing, risk, lang) for risk in briefing.risks),
        since=_since(briefing.since) if briefing.since else None,
        identity=_identity(briefing.identity),
        overdue=tuple(
            _decision(followed)
            for followed in briefing.decisions
            if followed.days_late and not followed.is_unknown
        ),
        decisions_unknown=tuple(
            _decision(followed) for followed in briefing.decisions if followed.is_unknown
        ),
        checklist=_checklist(briefing, lang) if briefing.reader.role == "opd" else None,
        sources=_sources(briefing, lang),
    )


def _rakor(briefing: Briefing) -> RakorRecord | None:
    rakor = briefing.rakor
    if rakor is None:
        return None
    agenda = tuple(item.text for item in rakor.agenda)
    return RakorRecord(rakor.date, agenda, tuple(map(_decision, briefing.due)))


def _needed(briefing: Briefing, pending: PendingDecision, lang: Lang) -> NeededRecord:
    words = what(briefing.plan, pending, lang)
    return NeededRecord(pending.kind, pending.indicators, pending.codes, pending.owners, words)


def _risk(briefing: Briefing, risk: Risk, lang: Lang) -> RiskRecord:
    (item,) = dangers(briefing, (risk,), Citations(briefing.plan), lang)
    return RiskRecord(risk.kind, risk.indicators, risk.codes, item.text)


def _since(since: ChangesSince) -> SinceRecord:
    changes = tuple(ChangeRecord(change.what.slug, change.section, change.code) for change in since.changes)
    counts = len(since.rakor.decisions), len(since.closed), len(since.unknown)
    return SinceRecord(since.rakor.date, changes, *counts)


def _identity(identity: Identity) -> IdentityRecord:
    pillars = (PillarRecord(pillar.pillar.code, pillar.indicators, pillar.met) for pillar in identity.pillars)
    noted = tuple(scheduled.code for scheduled in identity.with_culture)
    return IdentityRecord(identity.actions, noted, tuple(pillars))


def _decision(followed: FollowedDecision) -> DecisionRecord:
    decision = followed.decision
    owed = decision.due, followed.days_late, decision.status
    return DecisionRecord(decision.code, decision.text, decision.lead, *owed)


def _checklist(briefing: Briefing, lang: Lang) -> OpdRecord:
    checklists = checklist.build(briefing.plan)
    return opd_record(checklists, checklists.opd[briefing.reader.opd], lang)


def _sources(briefing: Briefing, lang: Lang) -> tuple[Note, ...]:
    """Return the sources as the note numbers them."""
    return next((block.notes for block in page(briefing, lang).blocks if isinstance(block, Notes)), ())
