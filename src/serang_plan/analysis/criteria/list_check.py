"""List check: a list of criteria beside the evidence, item by item, and what was said of it."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.analysis.criteria.claim_check import ClaimCheck, check_claim, claims_on, list_of
from serang_plan.analysis.criteria.item_evidence import ItemEvidence, evidence_of
from serang_plan.analysis.criteria.known_since import stands
from serang_plan.model.criteria import Criteria
from serang_plan.model.plan import Plan
from serang_plan.model.source import SaidStanding
from serang_plan.wording import code_order


class ItemStatement(NamedTuple):
    """What a claim says of one item."""

    check: ClaimCheck
    standing: SaidStanding


class ListCheck(NamedTuple):
    """A list, the evidence for its items, and what was said of it: undated first, then the newest last."""

    criteria: Criteria
    items: tuple[ItemEvidence, ...]
    claims: tuple[ClaimCheck, ...]

    @property
    def covered(self) -> tuple[ItemEvidence, ...]:
        """The items on which some indicator bears."""
        return tuple(evidence for evidence in self.items if evidence.indicators)

    @property
    def against(self) -> tuple[str, ...]:
        """The items of which something was said that the evidence refutes."""
        named = {code for check in self.claims for code in check.against}
        return tuple(evidence.item.code for evidence in self.items if evidence.item.code in named)

    def said_of(self, item: str) -> tuple[ItemStatement, ...]:
        """Return what was said of an item."""
        return tuple(
            ItemStatement(check, standing)
            for check in self.claims
            for code, standing in check.claim.said
            if code == item
        )


def check_lists(plan: Plan) -> tuple[ListCheck, ...]:
    """Set every list that was known on the plan's date beside the evidence; none is merged with another."""
    known = (criteria for criteria in plan.criteria_by_code.values() if stands(plan, criteria))
    return tuple(
        _check(plan, criteria) for criteria in sorted(known, key=lambda known: code_order(known.code))
    )


def _check(plan: Plan, criteria: Criteria) -> ListCheck:
    about = (claim for claim in claims_on(plan) if list_of(plan, claim) is criteria)
    checks = (check_claim(plan, claim, criteria, ()) for claim in about)
    return ListCheck(criteria, evidence_of(plan, criteria), tuple(checks))
