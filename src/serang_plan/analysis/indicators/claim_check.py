"""Claim check: what was said of the whole list, beside what the evidence supports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from serang_plan.analysis.indicators.standing import Standing, Verdict, verdicts_of
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.plan import Plan
from serang_plan.model.source import Claim
from serang_plan.wording import code_order


class ClaimCheck(NamedTuple):
    """A quoted claim, and the indicators by what the evidence says of them on the plan's date."""

    claim: Claim
    said_met: int
    said_of: int
    """How many of how many are met according to the claim."""
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    open: tuple[str, ...]
    """Neither met nor unmet by evidence: not assessable, claimed, contradicted or not readable."""

    @property
    def difference(self) -> int:
        """How many more the claim says are met than evidence supports; negative if fewer."""
        return self.said_met - len(self.met)

    @property
    def could_be_true(self) -> bool:
        """Whether the claim could still be right, were enough of the open ones met."""
        return 0 <= self.difference <= len(self.open)


def claims_on(plan: Plan) -> tuple[Claim, ...]:
    """Return the claims with numbers made up to the plan's date, the newest last; undated ones first."""
    made = (claim for claim in plan.claims if claim.date is None or claim.date.last <= plan.as_of)
    counted = (claim for claim in made if claim.met is not None and claim.indicators is not None)
    return tuple(sorted(counted, key=_undated_first))


def _undated_first(claim: Claim) -> tuple[object, ...]:
    return claim.date is not None, claim.date or (), code_order(claim.code)


def check_claims(plan: Plan, verdicts: Sequence[Verdict] | None = None) -> tuple[ClaimCheck, ...]:
    """Set every claim beside the evidence; nothing is computed to match."""
    verdicts = verdicts_of(plan) if verdicts is None else verdicts
    codes = grouped((verdict.standing, verdict.indicator.code) for verdict in verdicts)
    met, unmet = codes.get(Standing.MET, ()), codes.get(Standing.UNMET, ())
    undecided = (Standing.UNKNOWN, Standing.CLAIMED, Standing.CONTRADICTED)
    rest = [verdict.indicator.code for verdict in verdicts if verdict.standing in undecided]
    open_ = (*rest, *_unreadable(plan, {*met, *unmet, *rest}))
    numbers = ((claim, claim.met or 0, claim.indicators or 0) for claim in claims_on(plan))
    return tuple(ClaimCheck(*said, met, unmet, open_) for said in numbers)


def _unreadable(plan: Plan, known: set[str]) -> list[str]:
    refused = {code for section, code in plan.unread.codes if section == "indicators"}
    return sorted(refused - known, key=code_order)
