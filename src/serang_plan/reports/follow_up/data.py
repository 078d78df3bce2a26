"""Follow-up for programs: every decision, what became of it, and the counts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState
from serang_plan.analysis.rakor.tally import Tally, by_opd, by_rakor, tally
from serang_plan.reports.follow_up.page import FollowUp
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Count, Title
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Lang


class PostponementRecord(NamedTuple):
    """A due date that was moved back."""

    recorded: date
    by: Code | None
    before: date
    after: date
    reason: str | None


class PartRecord(NamedTuple):
    """The part of one OPD in a decision, and what became of it."""

    opd: Code | None
    """null: nobody is named, or all are."""
    state: DecisionState
    """Only `accepted` closes a decision: somebody other than its lead has verified it."""
    first_due: date | None
    due: date | None
    """The due date that holds now."""
    postponements: tuple[PostponementRecord, ...]
    days_late: Count
    """After the first due date, until it was reported done."""
    days_past_due: Count
    """After the due date that holds now."""
    reported: date | None
    settled: date | None
    """Since when nothing more has to be done about it."""
    closed_in_time: bool
    """Accepted, and reported done by the first due date."""
    age_days: Count
    age_rakor: Count
    silent_rakor: Count
    escalated_to: str | None
    evidence: str | None
    obstacle: str | None
    first_note: str | None
    """The note of the decision itself, where a later report has another."""
    superseded_by: Code | None
    """The decision that takes its place."""


class DecisionRecord(NamedTuple):
    """A decision."""

    code: Code | None
    rakor: date
    text: str
    done_when: str | None
    """What proves that it is carried out."""
    lead: Code | None
    """An OPD, or `semua`."""
    support: Codes
    about: Codes
    waits_for: Codes
    holds_up: Codes
    """The indicators and decisions that it holds up as long as it is open."""
    whole: PartRecord
    parts: tuple[PartRecord, ...]
    """For a decision addressed to all OPD: the part of each."""


class OpdRecord(NamedTuple):
    """What became of the decisions of an OPD."""

    opd: Code
    counts: Tally


class RakorRecord(NamedTuple):
    """What became of the decisions of a rakor."""

    date: date
    counts: Tally


class FollowUpData(NamedTuple):
    """Tindak lanjut keputusan rakor: keadaan, tenggat, keterlambatan, umur, dan OPD yang diingatkan.

    Follow-up of the decisions of rakor: standing, due dates, delay, age, and which OPD are reminded.
    """

    title: Title
    as_of: AsOf
    counts: Tally
    """A decision for all counts once here."""
    decisions: tuple[DecisionRecord, ...]
    opd: tuple[OpdRecord, ...]
    """A decision for all counts for each OPD here."""
    rakor: tuple[RakorRecord, ...]


def data(follow_up: FollowUp, lang: Lang) -> FollowUpData:
    """Return every decision, of all or of one OPD, and the counts of all."""
    plan, opd = follow_up.plan, follow_up.opd
    asked = (
        life
        for life in follow_up.lives
        if not opd or opd in (*life.decision.support, *(line.opd for line in life.lines))
    )
    return FollowUpData(
        plan_title(plan, lang),
        plan.as_of,
        tally(follow_up.lives),
        tuple(_decision(follow_up, life) for life in asked),
        tuple(OpdRecord(code, counts) for code, counts in by_opd(follow_up.lives).items()),
        tuple(RakorRecord(rakor.date, counts) for rakor, counts in by_rakor(follow_up.lives)),
    )


def _decision(follow_up: FollowUp, life: DecisionLife) -> DecisionRecord:
    decision, blocked = life.decision, follow_up.blocked.get(life.decision.anchor)
    return DecisionRecord(
        decision.code,
        life.rakor.date,
        decision.text,
        decision.done_when,
        decision.lead,
        decision.support,
        decision.matters,
        decision.waits_for,
        (*blocked.indicators, *blocked.decisions) if blocked else (),
        _part(life),
        tuple(map(_part, life.parts)),
    )


def _part(life: DecisionLife) -> PartRecord:
    return PartRecord(
        opd=life.opd,
        state=life.state,
        first_due=life.first_due,
        due=life.due,
        postponements=tuple(
            PostponementRecord(
                moved.entry.known.last, moved.entry.by, moved.before, moved.after, moved.entry.reason
            )
            for moved in life.postponements
        ),
        days_late=life.days_late,
        days_past_due=life.days_past_due,
        reported=life.reported,
        settled=life.settled,
        closed_in_time=life.closed_in_time,
        age_days=life.age_days,
        age_rakor=life.age_rakor,
        silent_rakor=life.silent_rakor,
        escalated_to=life.escalation.to if life.escalation else None,
        evidence=life.evidence,
        obstacle=life.obstacle,
        first_note=life.first_note,
        superseded_by=life.superseded_by,
    )
