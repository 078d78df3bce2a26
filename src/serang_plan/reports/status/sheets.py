"""Status as sheets: every indicator with its evidence, and what was said beside what the evidence carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.criteria.claim_check import ClaimCheck
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.rakor.urgent_matters import UrgentMatters
from serang_plan.page import Sheet
from serang_plan.reports.parts.evidence_columns import verdict_cells
from serang_plan.reports.parts.sheet_columns import CODE, LEAD, OPD, Field, filled, joined, sheet, time_words
from serang_plan.reports.status.page import Status, StatusRow
from serang_plan.wording import Lang, Text


def sheets(status: Status, lang: Lang) -> tuple[Sheet, ...]:
    """Return the indicators, then the claims and what cannot wait, if there is any."""
    indicators: tuple[Field[StatusRow], ...] = (
        *verdict_cells(status.plan, _verdict),
        (Text("Laju", "Pace"), lambda row, lang: row.pace.value.for_lang(lang) if row.pace else None),
        (LEAD, lambda row, _: joined(row.leads)),
    )
    first = sheet(Text("Indikator", "Indicators"), indicators, status.rows, lang, names=2)
    return filled(first, *_claims(status.claims, lang), _urgent(status.urgent, lang))


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


class _Urgent(NamedTuple):
    """A row of what cannot wait."""

    why: Text
    code: str
    opd: str | None
    due: date | None


_URGENT: tuple[Field[_Urgent], ...] = (
    (Text("Perihal", "Matter"), lambda matter, lang: matter.why.for_lang(lang)),
    (CODE, lambda matter, _: matter.code),
    (OPD, lambda matter, _: matter.opd),
    (Text("Tenggat", "Due"), lambda matter, _: matter.due),
)


def _urgent(urgent: UrgentMatters, lang: Lang) -> Sheet:
    return sheet(Text("Mendesak", "Urgent"), _URGENT, _urgent_rows(urgent), lang)


def _urgent_rows(urgent: UrgentMatters) -> Iterator[_Urgent]:
    decisions, actions = urgent.decisions, (urgent.overdue_actions, urgent.due_actions)
    for why, lives in zip(_DECISIONS, decisions, strict=True):
        yield from (_Urgent(why, life.code, life.opd, life.due) for life in lives)
    for why, scheduled in zip(_ACTIONS, actions, strict=True):
        yield from (_Urgent(why, each.code, each.opd, each.finish and each.finish.last) for each in scheduled)
    for clash in urgent.clashes:
        yield from (_Urgent(_CLASH, need.taker.code, need.taker.opd, None) for need in clash.late)
    for loop in urgent.loops:
        yield from (_Urgent(_LOOP, link.action.code, link.action.opd, None) for link in loop)
    yield from (_Urgent(_NO_ACTION, code, None, None) for code in urgent.without_action)


_DECISIONS = (
    Text("keputusan lewat tenggat", "overdue decision"),
    Text("keputusan jatuh tempo", "decision due"),
    Text("keputusan tanpa tenggat", "decision without a due date"),
)
_ACTIONS = (Text("kegiatan lewat waktu", "overdue action"), Text("kegiatan jatuh tempo", "action due"))
_CLASH = Text("kegiatan mendahului yang ditunggunya", "action before what it needs")
_LOOP = Text("kegiatan saling menunggu", "action in a loop")
_NO_ACTION = Text("indikator tanpa kegiatan", "indicator without an action")
