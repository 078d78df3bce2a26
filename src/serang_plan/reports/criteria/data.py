"""Criteria for programs: each list as published, what was said of its items, and what bears on them."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.analysis.criteria.claim_check import ClaimCheck
from serang_plan.analysis.criteria.item_evidence import BearingIndicator, ItemEvidence
from serang_plan.analysis.criteria.list_check import ListCheck
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.model.indicator import Scope, Verification
from serang_plan.model.source import SaidStanding
from serang_plan.model.when import When
from serang_plan.reports.criteria.page import CriteriaReport
from serang_plan.reports.parts.criteria_words import name_of
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Count, MissingWord, StandingWord, Title
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Lang, Number


class StatementRecord(NamedTuple):
    """What a claim says of the list as a whole."""

    code: Code
    by: str
    """The position of whoever said it."""
    date: When | None
    met_claimed: Count
    """How many items were said to be met."""
    indicators: Count
    """Of how many items it was said."""
    source: str | None


class SaidRecord(NamedTuple):
    """What a claim says of one item."""

    claim: Code
    standing: SaidStanding


class BearingRecord(NamedTuple):
    """An indicator that bears on an item."""

    code: Code
    standing: StandingWord
    missing: MissingWord
    strength: Strength | None
    """How strong the weakest evidence of the verdict is; null where there is none."""
    value: Number | None
    """The newest known value, in the unit of the indicator."""
    value_as_of: When | None
    """The time that the value describes."""
    source: str | None
    """Code of its source."""
    verification: Verification | None
    """How well the value is verified; null without a value."""
    threshold: Number | None
    """What counts as met."""
    scope: Scope
    """The scope of the value."""
    same_scope: bool
    """Whether that is the scope of the list; if not, it settles nothing."""


class ItemRecord(NamedTuple):
    """One item of a list, as published."""

    code: Code
    name: str
    said: tuple[SaidRecord, ...]
    evidence: StandingWord
    """From indicators of the scope of the list alone; without any it cannot be assessed."""
    indicators: tuple[BearingRecord, ...]
    note: str | None


class ListRecord(NamedTuple):
    """A list of criteria, as published."""

    code: Code
    name: str
    by: str
    """Who set it, or published it."""
    basis: str | None
    scope: Scope
    complete: bool
    """Whether all its items are known; if not, no share of them means anything."""
    date: When | None
    source: str | None
    statements: tuple[StatementRecord, ...]
    """The undated ones first, then by date, the newest last."""
    items: tuple[ItemRecord, ...]
    against: Codes
    """Items on which a statement contradicts the evidence."""


class CriteriaData(NamedTuple):
    """Daftar kriteria dari pihak lain, butir demi butir di samping bukti.

    Lists of criteria from others, item by item beside the evidence.
    """

    title: Title
    as_of: AsOf
    lists: tuple[ListRecord, ...]


def data(report: CriteriaReport, lang: Lang) -> CriteriaData:
    """Return the report for programs."""
    lists = tuple(_list(check, lang) for check in report.lists)
    return CriteriaData(plan_title(report.plan, lang), report.plan.as_of, lists)


def _list(check: ListCheck, lang: Lang) -> ListRecord:
    criteria = check.criteria
    return ListRecord(
        code=criteria.code,
        name=name_of(criteria, lang),
        by=criteria.by,
        basis=criteria.basis,
        scope=criteria.scope,
        complete=criteria.complete,
        date=criteria.date,
        source=criteria.source,
        statements=tuple(map(_statement, check.claims)),
        items=tuple(_item(check, evidence, lang) for evidence in check.items),
        against=check.against,
    )


def _statement(check: ClaimCheck) -> StatementRecord:
    claim = check.claim
    return StatementRecord(claim.code, claim.by, claim.date, check.said_met, check.said_of, claim.source)


def _item(check: ListCheck, evidence: ItemEvidence, lang: Lang) -> ItemRecord:
    statements = check.said.get(evidence.item.code, ())
    return ItemRecord(
        code=evidence.item.code,
        name=name_of(evidence.item, lang),
        said=tuple(SaidRecord(made.check.claim.code, made.standing) for made in statements),
        evidence=evidence.standing,
        indicators=tuple(map(_bearing, evidence.indicators)),
        note=evidence.item.note,
    )


def _bearing(bearing: BearingIndicator) -> BearingRecord:
    verdict, value = bearing.verdict, bearing.verdict.value
    measured = value.measurement if value else None
    return BearingRecord(
        code=verdict.indicator.code,
        standing=verdict.standing,
        missing=verdict.missing,
        strength=verdict.strength,
        value=value.amount if value else None,
        value_as_of=measured.as_of if measured else None,
        source=measured.source if measured else None,
        verification=measured.verification if measured else None,
        threshold=verdict.threshold.value if verdict.threshold else None,
        scope=verdict.indicator.scope,
        same_scope=bearing.same_scope,
    )
