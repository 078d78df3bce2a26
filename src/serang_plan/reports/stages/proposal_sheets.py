"""Proposed targets as a sheet: one target a row, to be agreed on."""

from __future__ import annotations

from serang_plan.analysis.indicators.target_proposal import (
    NoProposal,
    ProposedStep,
    TargetProposal,
    proposals,
)
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import Sheet
from serang_plan.reports.parts.evidence_columns import named_cells
from serang_plan.reports.parts.phrases import unit_of
from serang_plan.reports.parts.sheet_columns import BASIS, TARGET, UNIT, YEAR, Field, amount, sheet
from serang_plan.reports.stages.proposal import WHY
from serang_plan.wording import Lang, Text

_Target = tuple[TargetProposal, ProposedStep]


def _of_target(one: _Target) -> Indicator:
    return one[0].indicator


def _left_out(one: NoProposal) -> Indicator:
    return one.indicator


_TARGETS: tuple[Field[_Target], ...] = (
    *named_cells(_of_target),
    (YEAR, lambda one, _: one[1].year),
    (TARGET, lambda one, _: amount(one[1].value)),
    (UNIT, lambda one, lang: unit_of(one[0].indicator, lang)),
    (BASIS, lambda _one, _: "usulan"),
)
_LEFT_OUT: tuple[Field[NoProposal], ...] = (
    *named_cells(_left_out),
    (Text("Mengapa", "Why"), lambda one, lang: WHY[one.why].for_lang(lang)),
)


def sheets(plan: Plan, lang: Lang) -> tuple[Sheet, ...]:
    """Return the proposed targets, and which indicators have none and why."""
    found = tuple(proposals(plan))
    proposed = [(one, step) for one in found if isinstance(one, TargetProposal) for step in one.steps]
    left_out = [one for one in found if isinstance(one, NoProposal)]
    made = (
        sheet(Text("Usulan target", "Proposed targets"), _TARGETS, proposed, lang),
        sheet(Text("Tidak diusulkan", "Left out"), _LEFT_OUT, left_out, lang),
    )
    return tuple(one for nth, one in enumerate(made) if one.rows or not nth)
