"""Gaps as sheets: what is missing of each indicator, what would close it, and the actions for it."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.outlook.gaps import Gap, Gaps
from serang_plan.analysis.outlook.sufficiency import Contribution, Outlook
from serang_plan.model.indicator import Indicator
from serang_plan.page import Sheet
from serang_plan.reports.gaps.page import ANSWERS, CLASSES
from serang_plan.reports.gaps.remedies import steps
from serang_plan.reports.parts.evidence_columns import named_cells, verdict_cells
from serang_plan.reports.parts.phrases import unit_of
from serang_plan.reports.parts.sheet_columns import (
    ACTION,
    FINISH,
    FINISH_DAY,
    LEAD,
    OPD,
    OVERDUE,
    TARGET,
    UNIT,
    Field,
    amount,
    joined,
    last_day,
    percentage,
    sheet,
    time_words,
    yes_no,
)
from serang_plan.wording import Lang, Text


def sheets(report: Gaps, lang: Lang) -> tuple[Sheet, ...]:
    """Return the gaps in the order of the report, then the actions that serve them."""
    gaps = [gap for standing in CLASSES for gap in report.of(standing)]
    fields: tuple[Field[Gap], ...] = (
        *verdict_cells(report.plan, _verdict),
        *_WAY,
        *(_ON_TARGET if report.filters.year else ()),
        *_HANDS,
    )
    parts = [_Part(gap, part) for gap in gaps for part in gap.actions]
    return (
        sheet(Text("Kesenjangan", "Gaps"), fields, gaps, lang, names=2),
        sheet(Text("Kegiatan", "Actions"), _ACTIONS, parts, lang),
    )


def _verdict(gap: Gap) -> Verdict:
    return gap.verdict


def _answer(outlook: Outlook | None, lang: Lang) -> str | None:
    return ANSWERS[outlook.sufficiency].for_lang(lang) if outlook else None


_LEFT = Text("Sisa jarak (%)", "Distance left (%)")
_EXPECTED = Text("Nilai bila kegiatan selesai", "Value once actions are done")
_SHORT = Text("Masih kurang", "Still short by")
_WAY: tuple[Field[Gap], ...] = (
    (_LEFT, lambda gap, _: percentage(gap.remaining_gap.share) if gap.remaining_gap else None),
    (Text("Perubahan per tahun", "Change per year"), lambda gap, _: amount(gap.trend)),
    (Text("Rencana", "Plan"), lambda gap, lang: _answer(gap.outlook, lang)),
    (_EXPECTED, lambda gap, _: amount(gap.outlook.expected) if gap.outlook else None),
    (_SHORT, lambda gap, _: amount(gap.outlook.short_by) if gap.outlook else None),
    (Text("Ambang tercapai akhir tahun", "Threshold reached by the end of"), lambda gap, _: gap.enough_from),
)
_ON_TARGET: tuple[Field[Gap], ...] = (
    (TARGET, lambda gap, _: amount(gap.target.value) if gap.target else None),
    (Text("Dasar target", "Basis of the target"), lambda gap, _: gap.target.basis if gap.target else None),
    (Text("Rencana ke target", "Plan for the target"), lambda gap, lang: _answer(gap.on_target, lang)),
    (
        Text("Kurang dari target", "Short of the target by"),
        lambda gap, _: amount(gap.on_target.short_by) if gap.on_target else None,
    ),
)
_HANDS: tuple[Field[Gap], ...] = (
    (LEAD, lambda gap, _: joined(gap.leads)),
    (Text("Pendukung", "Support"), lambda gap, _: joined(gap.support)),
    (Text("Mitra", "Partners"), lambda gap, _: joined(partner.code for partner in gap.authority.partners)),
    (Text("Menutupnya", "To close"), lambda gap, lang: "; ".join(step.for_lang(lang) for step in steps(gap))),
)


class _Part(NamedTuple):
    """An action that serves a gap."""

    gap: Gap
    part: Contribution


def _served(served: _Part) -> Indicator:
    return served.gap.verdict.indicator


_ACTIONS: tuple[Field[_Part], ...] = (
    *named_cells(_served),
    (Text("Kode kegiatan", "Action code"), lambda row, _: row.part.code),
    (ACTION, lambda row, _: row.part.scheduled.action.name),
    (OPD, lambda row, _: row.part.scheduled.opd),
    (Text("Keadaan", "State"), lambda row, lang: row.part.scheduled.state.value.for_lang(lang)),
    (FINISH, lambda row, lang: time_words(row.part.scheduled.finish, lang)),
    (FINISH_DAY, lambda row, _: last_day(row.part.scheduled.finish)),
    (OVERDUE, lambda row, lang: yes_no(row.part.scheduled.late, lang)),
    (Text("Dampak", "Effect"), lambda row, _: amount(row.part.adds)),
    (UNIT, lambda row, lang: unit_of(row.gap.verdict.indicator, lang)),
)
