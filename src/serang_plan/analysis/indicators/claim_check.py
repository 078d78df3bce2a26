"""Claim check: what was said of the whole list, beside what the evidence supports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from serang_plan.analysis.indicators.standing import Standing, Verdict, verdicts_of
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
    made = [one for one in plan.claims if one.date is None or one.date.first <= plan.as_of]
    return tuple(sorted(made, key=lambda one: (one.date is not None, one.date or (), code_order(one.code))))


def check_claims(plan: Plan, found: Sequence[Verdict] | None = None) -> tuple[ClaimCheck, ...]:
    """Set every claim beside the evidence; nothing is computed to match."""
    found = verdicts_of(plan) if found is None else found
    met, unmet, rest = _codes(found)
    open_ = (*rest, *_unreadable(plan, {*met, *unmet, *rest}))
    return tuple(ClaimCheck(claim, met, unmet, open_) for claim in claims_on(plan))


def _unreadable(plan: Plan, known: set[str]) -> list[str]:
    refused = {code for section, code in plan.unread.codes if section == "indicators"}
    return sorted(refused - known, key=code_order)


def _codes(found: Sequence[Verdict]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    def of(*standings: Standing) -> tuple[str, ...]:
        return tuple(one.indicator.code for one in found if one.standing in standings)

    return (
        of(Standing.MET),
        of(Standing.UNMET),
        of(Standing.UNKNOWN, Standing.CLAIMED, Standing.CONTRADICTED),
    )
