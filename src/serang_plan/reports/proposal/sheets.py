"""Proposed targets as a sheet: one target a row, to be agreed on."""

from __future__ import annotations

from serang_plan.analysis.indicators.target_proposal import NoProposal, ProposedStep, TargetProposal
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import Sheet
from serang_plan.reports.parts.evidence_columns import named_cells
from serang_plan.reports.parts.phrases import unit_of
from serang_plan.reports.parts.sheet_columns import BASIS, TARGET, UNIT, YEAR, Field, amount, filled, sheet
from serang_plan.reports.proposal.page import Proposal, why_left_out
from serang_plan.wording import Lang, Text

_Target = tuple[TargetProposal, ProposedStep]


def _of_target(target: _Target) -> Indicator:
    return target[0].indicator


def _left_out(left_out: NoProposal) -> Indicator:
    return left_out.indicator


_TARGETS: tuple[Field[_Target], ...] = (
    *named_cells(_of_target),
    (YEAR, lambda row, _: row[1].year),
    (TARGET, lambda row, _: amount(row[1].value)),
    (UNIT, lambda row, lang: unit_of(row[0].indicator, lang)),
    (BASIS, lambda _one, _: "usulan"),
)


def _why(plan: Plan) -> tuple[Field[NoProposal], ...]:
    return (
        *named_cells(_left_out),
        (Text("Mengapa", "Why"), lambda left_out, lang: why_left_out(plan, left_out, lang)),
    )


def sheets(proposal: Proposal, lang: Lang) -> tuple[Sheet, ...]:
    """Return the proposed targets, and which indicators have none and why."""
    proposed = [(targets, step) for targets in proposal.proposed for step in targets.steps]
    return filled(
        sheet(Text("Usulan target", "Proposed targets"), _TARGETS, proposed, lang),
        sheet(Text("Tidak diusulkan", "Left out"), _why(proposal.plan), proposal.left_out, lang),
    )
