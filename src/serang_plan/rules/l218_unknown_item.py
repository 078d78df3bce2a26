"""Butir yang disebut sebuah pernyataan tidak ada dalam daftarnya.

A claim speaks of an item that its list does not have.

Mengapa: pernyataan dibandingkan butir demi butir dengan daftar yang dibicarakannya. Butir yang tidak ada di
sana, atau butir tanpa daftar, tidak dibandingkan dengan apa pun.

Why: a claim is compared item by item with the list that it speaks of. An item that is not there, or one of
no list at all, is compared with nothing.

Salah:

    said: {L1-1: terpenuhi, L1-9: belum}

Benar:

    said: {L1-1: terpenuhi, L1-2: belum}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import Reference
from serang_plan.findings import Finding, Rule
from serang_plan.model.criteria import Criteria
from serang_plan.model.plan import Plan
from serang_plan.model.source import Claim
from serang_plan.rules._codes import Listing, unknown
from serang_plan.wording import Text, quoted
from serang_plan.wording import backquoted as show

RULE = Rule("L218", "unknown-item", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    for claim in plan.claims:
        if claim.said and claim.criteria is None:
            yield _without_list(plan, claim)
        elif claim.said and (criteria := plan.criteria_by_code.get(claim.criteria or "")):
            named = (Reference(code, claim, ("said", code)) for code, _ in claim.said)
            yield from unknown(RULE, plan, _items(criteria), named)


def _items(criteria: Criteria) -> Listing:
    of = show(criteria.code)
    return Listing(
        Text("butir", "item"),
        Text(f"butir {of}", f"items of {of}"),
        "criteria",
        {item.code: item for item in criteria.items},
        ((name, item.code) for item in criteria.items for name in (item.code, item.name)),
        where=Text(f"`items` pada {of}", f"`items` of {of}"),
    )


def _without_list(plan: Plan, claim: Claim) -> Finding:
    code, lists = show(claim.code), quoted(plan.criteria_by_code)
    there = Text(f"; yang tercatat: {lists}", f"; recorded are: {lists}") if lists else Text("", "")
    return RULE.finding(
        Text(
            f"pernyataan {code} menyebut butir, tetapi tidak menyebut daftarnya",
            f"claim {code} speaks of items and names no list",
        ),
        claim.at("said"),
        help=Text(f"tulis kode daftarnya di `list`{there.id}", f"name the list in `list`{there.en}"),
    )
