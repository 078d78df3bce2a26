"""Diff for programs: what is different, in codes and numbers, sentences in one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from serang_plan.analysis.changes.change import Change, ChangeKind, FieldChange
from serang_plan.analysis.duties.decision_life import DecisionState
from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.model.indicator import Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.record import Record
from serang_plan.model.when import When
from serang_plan.reports.diff.page import Diff, StateLabel
from serang_plan.reports.diff.sentences import happened, subject
from serang_plan.reports.parts.json_values import (
    AsOf,
    Code,
    Codes,
    Count,
    Counts,
    MissingWord,
    StandingWord,
    Title,
    as_object,
)
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Lang, Number


class StateRecord(NamedTuple):
    """One of the two states."""

    state: str
    """The name of the state."""
    revision: str | None
    as_of: date
    counts: Counts


class ChangeRecord(NamedTuple):
    """One thing that is different."""

    kind: ChangeKind
    """What kind of change it is for the reader."""
    what: str
    """What happened, exactly."""
    section: str
    """The section of the plan."""
    code: str
    message: str
    """In the language of the report."""
    year: int | None
    before: object
    """What was there: a number, a text, a list, or the fields of a record; null if there was nothing."""
    after: object
    """What was there: a number, a text, a list, or the fields of a record; null if there was nothing."""
    eases: bool
    """Whether it makes the same figures count for more than before."""
    reason: str | None
    """As the plan gives it."""
    who: tuple[str, ...]
    in_before: bool
    """Whether the place is in the state before."""
    path: str
    line: int
    column: int


class DutyCounts(NamedTuple):
    """How many duties and actions the OPD has."""

    leads: Count
    supports: Count
    actions: Count


class OpdRecord(NamedTuple):
    """An OPD whose duties or actions are different."""

    opd: Code
    before: DutyCounts
    after: DutyCounts


class YearContents(NamedTuple):
    """The contents of the year."""

    focus: bool
    opd: Codes
    targets: Count
    actions: Count


class YearRecord(NamedTuple):
    """A year whose contents are different."""

    year: int
    before: YearContents
    after: YearContents


class UnreadRecord(NamedTuple):
    """What could not be read."""

    section: str
    code: str


class DiffData(NamedTuple):
    """Perubahan yang bermakna di antara dua keadaan rencana.

    What changed in meaning between two states of the plan.
    """

    title: Title
    as_of: AsOf
    before: StateRecord
    after: StateRecord
    changes: tuple[ChangeRecord, ...]
    opd: tuple[OpdRecord, ...]
    years: tuple[YearRecord, ...]
    unread: tuple[UnreadRecord, ...]
    """What could not be read in one of the states."""


class VerdictRecord(NamedTuple):
    """How an indicator stands in one of the states."""

    standing: StandingWord
    missing: MissingWord
    value: Number | None
    value_as_of: When | None
    threshold: Number | None


def data(diff: Diff, lang: Lang) -> DiffData:
    """Return the report for programs."""
    changes = diff.changes
    loads, years = changes.loads, changes.years
    return DiffData(
        plan_title(diff.plan, lang),
        diff.plan.as_of,
        _state(diff.before, changes.before, changes.counts_before, lang),
        _state(diff.after, changes.after, changes.counts_after, lang),
        tuple(_change(diff, change, lang) for change in changes.changes),
        tuple(OpdRecord(load.opd, DutyCounts(*load.before), DutyCounts(*load.after)) for load in loads),
        tuple(YearRecord(year.year, YearContents(*year.before), YearContents(*year.after)) for year in years),
        tuple(UnreadRecord(section, code) for section, code in changes.unread),
    )


def differences(diff: Diff, lang: Lang) -> dict[str, object]:
    """Return what is different, without the head of the report, for the JSON of a check."""
    whole = as_object(data(diff, lang))
    return {name: value for name, value in whole.items() if name not in ("title", "as_of")}


def _state(label: StateLabel, plan: Plan, counts: Mapping[Standing, int], lang: Lang) -> StateRecord:
    return StateRecord(label.called.for_lang(lang), label.revision, plan.as_of, counts)


def _change(diff: Diff, change: Change, lang: Lang) -> ChangeRecord:
    at = diff.span(change)
    return ChangeRecord(
        kind=change.kind,
        what=change.what.slug,
        section=change.section,
        code=change.code,
        message=f"{subject(change, lang)}: {happened(change, lang)}",
        year=change.year,
        before=_written(change.before),
        after=_written(change.after),
        eases=change.what.eases,
        reason=change.reason,
        who=tuple(change.who),
        in_before=change.in_before,
        path=at.path,
        line=at.line,
        column=at.column,
    )


def _written(value: object) -> object:
    """Return what a change speaks of as the record writes it: what it does not say is left out."""
    match value:
        case None | str() | int() | Decimal() | When() | date():
            return value
        case DecisionState():
            return value.name.lower()
        case Verdict():
            return _verdict(value)
        case Measurement():
            named = {"value": value.value, "as_of": value.as_of, "source": value.source}
            return _fields({**named, "verification": value.verification})
        case FieldChange():
            return _fields({"field": value.name, "before": value.before, "after": value.after})
        case Record():
            return _fields({name: part for name, part in value.__dict__.items() if name != "anchor"})
        case tuple():
            named = dict(zip(getattr(value, "_fields", ()), value, strict=False))
            return _fields(named) if named else tuple(map(_written, value))
        case _:
            return str(value)


def _fields(fields: Mapping[str, object]) -> dict[str, object]:
    return {name.rstrip("_"): _written(value) for name, value in fields.items() if value is not None}


def _verdict(verdict: Verdict) -> VerdictRecord:
    value, threshold = verdict.value, verdict.threshold
    return VerdictRecord(
        verdict.standing,
        verdict.missing,
        value.amount if value else None,
        value.measurement.as_of if value else None,
        threshold.value if threshold else None,
    )
