"""Proposed targets for programs: which are proposed, and which indicators are left out and why."""

from __future__ import annotations

from typing import Literal, NamedTuple

from serang_plan.analysis.indicators.target_proposal import OmissionReason, TargetProposal
from serang_plan.reports.parts.json_values import AsOf, Code, Title
from serang_plan.reports.parts.phrases import full_name, plan_title
from serang_plan.reports.proposal.page import Proposal
from serang_plan.wording import Lang, Number


class TargetRecord(NamedTuple):
    """A target that is proposed for a year."""

    year: int
    value: Number
    basis: Literal["usulan"]


class ProposalRecord(NamedTuple):
    """The targets that are proposed for one indicator."""

    indicator: Code
    name: str
    value: Number
    """Where the line begins."""
    threshold: Number
    """Where it ends."""
    targets: tuple[TargetRecord, ...]


class LeftOutRecord(NamedTuple):
    """An indicator without a proposal."""

    indicator: Code
    why: OmissionReason


class ProposalData(NamedTuple):
    """Usulan target tahunan.

    Proposed yearly targets.
    """

    title: Title
    as_of: AsOf
    proposed: tuple[ProposalRecord, ...]
    left_out: tuple[LeftOutRecord, ...]


def data(proposal: Proposal, lang: Lang) -> ProposalData:
    """Return the report for programs."""
    return ProposalData(
        plan_title(proposal.plan, lang),
        proposal.plan.as_of,
        tuple(_proposed(proposed, lang) for proposed in proposal.proposed),
        tuple(LeftOutRecord(left.indicator.code, left.why) for left in proposal.left_out),
    )


def _proposed(proposed: TargetProposal, lang: Lang) -> ProposalRecord:
    indicator = proposed.indicator
    targets = tuple(TargetRecord(step.year, step.value, "usulan") for step in proposed.steps)
    name, value, threshold = full_name(indicator, lang), proposed.value.amount, proposed.threshold.value
    return ProposalRecord(indicator.code, name, value, threshold, targets)
