"""Criteria as sheets: the items, the indicators that bear on them, what was said of them, and their lists."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.analysis.criteria.item_evidence import BearingIndicator, ItemEvidence
from serang_plan.analysis.criteria.list_check import ItemStatement, ListCheck
from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.page import Sheet
from serang_plan.reports.criteria.page import CriteriaReport
from serang_plan.reports.parts.criteria_words import SCOPES, name_of
from serang_plan.reports.parts.evidence_columns import verdict_cells
from serang_plan.reports.parts.sheet_columns import (
    BASIS,
    CODE,
    SOURCE,
    STANDING,
    Field,
    filled,
    joined,
    sheet,
    time_words,
    yes_no,
)
from serang_plan.wording import Lang, Text

LIST = Text("Daftar", "List")
ITEM = Text("Butir", "Item")
SCOPE = Text("Cakupan", "Scope")
DATE = Text("Tanggal", "Date")


class _ItemRow(NamedTuple):
    """An item of a list."""

    check: ListCheck
    evidence: ItemEvidence


class _BearingRow(NamedTuple):
    """An indicator that bears on an item."""

    code: str
    bearing: BearingIndicator


class _SaidRow(NamedTuple):
    """What one claim says of one item."""

    code: str
    statement: ItemStatement


def sheets(report: CriteriaReport, lang: Lang) -> tuple[Sheet, ...]:
    """Return the items, what bears on them, what was said of them, and the lists."""
    items = [_ItemRow(check, evidence) for check in report.lists for evidence in check.items]
    bearings = [
        _BearingRow(row.evidence.item.code, bearing) for row in items for bearing in row.evidence.indicators
    ]
    said = (
        _SaidRow(row.evidence.item.code, statement)
        for row in items
        for statement in row.check.said.get(row.evidence.item.code, ())
    )
    return filled(
        sheet(ITEM, _ITEM, items, lang),
        sheet(Text("Bukti", "Evidence"), _bearing(report), bearings, lang, names=3),
        sheet(Text("Pernyataan", "Statements"), _SAID, said, lang),
        sheet(LIST, _LIST, report.lists, lang),
    )


_ITEM: tuple[Field[_ItemRow], ...] = (
    (LIST, lambda row, _: row.check.criteria.code),
    (CODE, lambda row, _: row.evidence.item.code),
    (ITEM, lambda row, lang: name_of(row.evidence.item, lang)),
    (
        Text("Indikator yang berkaitan", "Indicators that bear on it"),
        lambda row, _: joined(bearing.verdict.indicator.code for bearing in row.evidence.indicators),
    ),
    (Text("Catatan", "Note"), lambda row, _: row.evidence.item.note),
)


def _verdict(row: _BearingRow) -> Verdict:
    return row.bearing.verdict


def _bearing(report: CriteriaReport) -> tuple[Field[_BearingRow], ...]:
    return (
        (ITEM, lambda row, _: row.code),
        *verdict_cells(report.plan, _verdict),
        (SCOPE, lambda row, lang: SCOPES[row.bearing.verdict.indicator.scope].for_lang(lang)),
        (
            Text("Cakupan sama dengan daftar", "Of the scope of the list"),
            lambda row, lang: yes_no(row.bearing.same_scope, lang),
        ),
    )


_SAID: tuple[Field[_SaidRow], ...] = (
    (ITEM, lambda row, _: row.code),
    (STANDING, lambda row, lang: Standing(row.statement.standing).word.for_lang(lang)),
    (Text("Oleh", "By"), lambda row, _: row.statement.check.claim.by),
    (DATE, lambda row, lang: time_words(row.statement.check.claim.date, lang)),
    (SOURCE, lambda row, _: row.statement.check.claim.source),
)
_LIST: tuple[Field[ListCheck], ...] = (
    (CODE, lambda check, _: check.criteria.code),
    (Text("Nama", "Name"), lambda check, lang: name_of(check.criteria, lang)),
    (Text("Dari", "From"), lambda check, _: check.criteria.by),
    (BASIS, lambda check, _: check.criteria.basis),
    (SCOPE, lambda check, lang: SCOPES[check.criteria.scope].for_lang(lang)),
    (Text("Lengkap", "Complete"), lambda check, lang: yes_no(check.criteria.complete, lang)),
    (DATE, lambda check, lang: time_words(check.criteria.date, lang)),
    (SOURCE, lambda check, _: check.criteria.source),
)
