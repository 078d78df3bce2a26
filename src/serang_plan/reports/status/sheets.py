"""Status as sheets: every indicator with its evidence, and what was said beside what the evidence carries."""

from __future__ import annotations

from collections.abc import Iterable

from serang_plan.analysis.criteria.claim_check import ClaimCheck
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.page import Sheet
from serang_plan.reports.parts.evidence_columns import verdict_cells
from serang_plan.reports.parts.sheet_columns import CODE, LEAD, Field, joined, sheet, time_words
from serang_plan.reports.status.page import Status, StatusRow
from serang_plan.wording import Lang, Text


def sheets(status: Status, lang: Lang) -> tuple[Sheet, ...]:
    """Return the indicators, then the claims if there are any."""
    indicators: tuple[Field[StatusRow], ...] = (
        *verdict_cells(status.plan, _verdict),
        (Text("Laju", "Pace"), lambda row, lang: row.pace.value.for_lang(lang) if row.pace else None),
        (LEAD, lambda row, _: joined(row.leads)),
    )
    first = sheet(Text("Indikator", "Indicators"), indicators, status.rows, lang)
    return (first, *_claims(status.claims, lang))


def _verdict(row: StatusRow) -> Verdict:
    return row.verdict


_CLAIM: tuple[Field[ClaimCheck], ...] = (
    (CODE, lambda check, _: check.claim.code),
    (Text("Oleh", "By"), lambda check, _: check.claim.by),
    (Text("Tanggal", "Date"), lambda check, lang: time_words(check.claim.date, lang)),
    (Text("Daftar", "List"), lambda check, _: check.criteria.code if check.criteria else None),
    (Text("Dinyatakan terpenuhi", "Said to be met"), lambda check, _: check.said_met),
    (Text("Dari", "Of"), lambda check, _: check.said_of),
    (Text("Terbukti terpenuhi", "Met by evidence"), lambda check, _: len(check.met)),
    (Text("Terbukti belum", "Not met by evidence"), lambda check, _: len(check.unmet)),
    (Text("Belum pasti", "Uncertain"), lambda check, _: len(check.open)),
    (Text("Selisih", "Difference"), lambda check, _: check.difference),
    (Text("Kode yang terpenuhi", "Codes of those met"), lambda check, _: joined(check.met)),
    (Text("Kode yang belum pasti", "Codes of the uncertain"), lambda check, _: joined(check.open)),
)


def _claims(checks: Iterable[ClaimCheck], lang: Lang) -> Iterable[Sheet]:
    if claims := tuple(checks):
        yield sheet(Text("Pernyataan", "Claims"), _CLAIM, claims, lang)
