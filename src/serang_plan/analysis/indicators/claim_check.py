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
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    open: tuple[str, ...]
    """Neither met nor unmet by evidence: not assessable, claimed, contradicted or not readable."""

    @property
    def difference(self) -> int:
        """How many more the claim says are met than evidence supports; negative if fewer."""
        return self.claim.met - len(self.met)

    @property
    def could_be_true(self) -> bool:
        """Whether the claim could still be right, were enough of the open ones met."""
        return 0 <= self.difference <= len(self.open)


def claims_on(plan: Plan) -> tuple[Claim, ...]:
    """Return the claims made up to the plan's date, the newest last; undated ones come first."""
    made = [claim for claim in plan.claims if claim.date is None or claim.date.first <= plan.as_of]
    return tuple(sorted(made, key=_undated_first))


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
    return tuple(ClaimCheck(claim, met, unmet, open_) for claim in claims_on(plan))


def _unreadable(plan: Plan, known: set[str]) -> list[str]:
    refused = {code for section, code in plan.unread.codes if section == "indicators"}
    return sorted(refused - known, key=code_order)
