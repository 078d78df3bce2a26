"""Claim check: what was said of a list, beside what the evidence supports, where the two can be compared."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple

from serang_plan.analysis.indicators.standing import Standing, Verdict, verdicts_of
from serang_plan.analysis.known.known_since import known_since, stands
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.criteria import Criteria
from serang_plan.model.plan import Plan
from serang_plan.model.source import Claim
from serang_plan.wording import Text, code_order


class Incomparable(Enum):
    """Why a claim is compared with nothing."""

    UNDATED = Text("tidak dibandingkan dengan apa pun", "it is compared with nothing")
    UNKNOWN_LIST = Text(
        "daftar yang dimaksud tidak tercatat, jadi jumlahnya tidak dapat dibandingkan dengan indikator "
        "di sini",
        "the list that is meant is not recorded, so its numbers cannot be compared with the indicators here",
    )
    INCOMPLETE_LIST = Text(
        "daftarnya tidak lengkap, jadi jumlahnya tidak dapat dibandingkan",
        "its list is not complete, so its numbers cannot be compared",
    )


class ClaimCheck(NamedTuple):
    """A quoted claim, and the evidence on the plan's date for the items of its list, else the indicators."""

    claim: Claim
    since: date | None
    """From which day on it was surely known."""
    criteria: Criteria | None
    """The list that it speaks of; without one it may mean the indicators."""
    said_met: int
    said_of: int
    """How many of how many are met according to the claim."""
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    open: tuple[str, ...]
    """Neither met nor unmet by evidence: not assessable, claimed, contradicted or not readable."""
    against: tuple[str, ...]
    """The items of which it says otherwise than the evidence."""
    incomparable: Incomparable | None

    @property
    def difference(self) -> int | None:
        """How many more the claim says are met than evidence supports; negative if fewer."""
        return None if self.incomparable else self.said_met - len(self.met)

    @property
    def could_be_true(self) -> bool | None:
        """Whether the claim could still be right, were enough of the open ones met."""
        if self.difference is None:
            return None
        return not self.against and 0 <= self.difference <= len(self.open)


def claims_on(plan: Plan) -> tuple[Claim, ...]:
    """Return the claims known on the plan's date that say something, the newest last; undated ones first."""
    telling = (claim for claim in plan.claims if _says_something(claim) and stands(plan, claim))
    return tuple(sorted(telling, key=lambda claim: _undated_first(plan, claim)))


def _says_something(claim: Claim) -> bool:
    return bool(claim.said) or (claim.met is not None and claim.indicators is not None)


def _undated_first(plan: Plan, claim: Claim) -> tuple[object, ...]:
    since = known_since(plan, claim)
    return since is not None, claim.date or (since, since), code_order(claim.code)


def check_claims(plan: Plan, verdicts: Sequence[Verdict] | None = None) -> tuple[ClaimCheck, ...]:
    """Set every claim beside the evidence; nothing is computed to match."""
    return check_these(claims_on(plan), plan, plan, verdicts)


def check_these(
    claims: Iterable[Claim], plan: Plan, lists: Plan, verdicts: Sequence[Verdict] | None = None
) -> tuple[ClaimCheck, ...]:
    """Set some claims beside the evidence of a plan, each on the list that it speaks of in another."""
    indicators = cache(lambda: _of_indicators(plan, verdicts_of(plan) if verdicts is None else verdicts))
    items = cache(lambda code: _of_items(plan, lists, code))
    about = ((claim, list_of(lists, claim)) for claim in claims)
    return tuple(
        check_claim(plan, claim, criteria, items(criteria.code) if criteria else indicators())
        for claim, criteria in about
    )


def list_of(plan: Plan, claim: Claim) -> Criteria | None:
    """Return the list that a claim speaks of, if it was known on the plan's date."""
    criteria = plan.criteria_by_code.get(claim.criteria or "")
    return criteria if criteria and stands(plan, criteria) else None


def check_claim(plan: Plan, claim: Claim, criteria: Criteria | None, evidence: "EvidenceSides") -> ClaimCheck:
    """Set a claim beside the evidence for its list, or for those items of it that it names."""
    said, standings, sides = dict(claim.said), evidence.standings, evidence
    if criteria and said:
        sides = sides_of({code: standings[code] for code in said if code in standings})
    since, incomparable = known_since(plan, claim), why_incomparable(plan, claim, criteria)
    settled = (*sides.met, *sides.unmet) if criteria and said else ()
    return ClaimCheck(
        claim,
        since,
        criteria,
        list(said.values()).count("terpenuhi") if said else claim.met or 0,
        len(said) or claim.indicators or 0,
        sides.met,
        sides.unmet,
        sides.open,
        () if incomparable else tuple(code for code in settled if said[code] != standings[code].value),
        incomparable,
    )


def why_incomparable(plan: Plan, claim: Claim, criteria: Criteria | None) -> Incomparable | None:
    """Return why a claim, and the list that it speaks of, if it is recorded, are compared with nothing."""
    if known_since(plan, claim) is None:
        return Incomparable.UNDATED
    if criteria is not None:
        return None if criteria.complete or claim.said else Incomparable.INCOMPLETE_LIST
    means_indicators = plan.header is not None and plan.header.origin == "resmi"
    names_list = claim.criteria is not None or claim.said
    return None if means_indicators and not names_list else Incomparable.UNKNOWN_LIST


class EvidenceSides(NamedTuple):
    """What the evidence says of the items of a list, or of the indicators, by their codes."""

    standings: Mapping[str, Standing]
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    open: tuple[str, ...]


def sides_of(standings: Mapping[str, Standing]) -> EvidenceSides:
    """Put codes on the side on which the evidence sees them."""
    codes = grouped((standing, code) for code, standing in standings.items())
    met, unmet = codes.get(Standing.MET, ()), codes.get(Standing.UNMET, ())
    sure = (Standing.MET, Standing.UNMET)
    rest = tuple(code for code, standing in standings.items() if standing not in sure)
    return EvidenceSides(standings, met, unmet, rest)


def _of_items(plan: Plan, lists: Plan, code: str) -> EvidenceSides:
    from serang_plan.analysis.criteria.item_evidence import evidence_of

    items = evidence_of(plan, lists.criteria_by_code[code])
    return sides_of({evidence.item.code: evidence.standing for evidence in items})


def _of_indicators(plan: Plan, verdicts: Sequence[Verdict]) -> EvidenceSides:
    """Return how the indicators stand, those that could not be read last."""
    standings = {verdict.indicator.code: verdict.standing for verdict in verdicts}
    refused = {code for section, code in plan.unread.codes if section == "indicators"}
    unreadable = sorted(refused - standings.keys(), key=code_order)
    return sides_of(standings | dict.fromkeys(unreadable, Standing.UNKNOWN))
