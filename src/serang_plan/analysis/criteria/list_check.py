"""List check: a list of criteria beside the evidence, item by item, and what was said of it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from serang_plan.analysis.criteria.claim_check import ClaimCheck, check_claim, claims_on, sides_of
from serang_plan.analysis.criteria.item_evidence import ItemEvidence, evidence_of
from serang_plan.analysis.known.known_since import stands
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.criteria import Criteria
from serang_plan.model.plan import Plan
from serang_plan.model.source import Claim, SaidStanding
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
    said: Mapping[str, tuple[ItemStatement, ...]]
    """What was said of items, by their codes."""

    @property
    def covered(self) -> tuple[ItemEvidence, ...]:
        """The items on which some indicator bears."""
        return tuple(evidence for evidence in self.items if evidence.indicators)

    @property
    def against(self) -> tuple[str, ...]:
        """The items of which something was said that the evidence refutes."""
        named = {code for check in self.claims for code in check.against}
        return tuple(evidence.item.code for evidence in self.items if evidence.item.code in named)


def check_lists(plan: Plan) -> tuple[ListCheck, ...]:
    """Set every list that was known on the plan's date beside the evidence; none is merged with another."""
    known = [criteria for criteria in plan.criteria_by_code.values() if stands(plan, criteria)]
    by_list = grouped((claim.criteria, claim) for claim in claims_on(plan)) if known else {}
    known.sort(key=lambda criteria: code_order(criteria.code))
    return tuple(_check(plan, criteria, by_list.get(criteria.code, ())) for criteria in known)


def _check(plan: Plan, criteria: Criteria, claims: Iterable[Claim]) -> ListCheck:
    items = evidence_of(plan, criteria)
    sides = sides_of({evidence.item.code: evidence.standing for evidence in items})
    checks = tuple(check_claim(plan, claim, criteria, sides) for claim in claims)
    statements = (
        (code, ItemStatement(check, standing)) for check in checks for code, standing in check.claim.said
    )
    return ListCheck(criteria, items, checks, grouped(statements))
