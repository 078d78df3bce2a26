"""Proposed targets for programs: which are proposed, and which indicators are left out and why."""

from __future__ import annotations

from typing import Literal, NamedTuple

from serang_plan.analysis.indicators.evidence import is_stale
from serang_plan.analysis.indicators.standing import verdict_of
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.analysis.indicators.target_proposal import OmissionReason, TargetProposal
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.reports.parts.evidence_records import ThresholdRecord, threshold_record
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
    """The value from which the line begins."""
    value_as_of: When
    stale: bool
    """The value is out of date."""
    threshold: ThresholdRecord
    """Where it ends, in its due year if that is ahead, else in the plan's last."""
    targets: tuple[TargetRecord, ...]


class LeftOutRecord(NamedTuple):
    """An indicator without a proposal."""

    indicator: Code
    why: OmissionReason
    strength: Strength | None
    """On what the standing rests; null where nothing is judged."""


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
        tuple(_proposed(proposal.plan, proposed, lang) for proposed in proposal.proposed),
        tuple(
            LeftOutRecord(left.indicator.code, left.why, verdict_of(proposal.plan, left.indicator).strength)
            for left in proposal.left_out
        ),
    )


def _proposed(plan: Plan, proposed: TargetProposal, lang: Lang) -> ProposalRecord:
    indicator = proposed.indicator
    targets = tuple(TargetRecord(step.year, step.value, "usulan") for step in proposed.steps)
    measured, name = proposed.value.measurement, full_name(indicator, lang)
    start = measured.value, measured.as_of, is_stale(plan, indicator, measured)
    goal = threshold_record(plan, indicator, proposed.threshold)
    return ProposalRecord(indicator.code, name, *start, goal, targets)
