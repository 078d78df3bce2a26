"""Pertentangan yang disebut tidak ada dalam daftar pertentangan.

A dispute is named that is not on the list of disputes.

Mengapa: nilai yang menyebut pertentangannya tidak dipersoalkan dua kali. Bila pertentangan itu tidak
tercatat, tidak ada yang menyelesaikannya.

Why: a value that names its dispute is not questioned twice. If that dispute is not recorded, nobody
settles it.

Salah:

    - {as_of: 2022, value: 6.12, source: S1, dispute: P80}

Benar:

    - {as_of: 2022, value: 6.12, source: S1, dispute: P8}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import references
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import Listing, unknown
from serang_plan.wording import Text

RULE = Rule("L214", "unknown-dispute", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    listing = Listing(
        Text("pertentangan", "dispute"),
        Text("pertentangan", "disputes"),
        "disputes",
        plan.dispute_by_code,
        ((dispute.code, dispute.code) for dispute in plan.disputes),
    )
    yield from unknown(RULE, plan, listing, references(plan, "disputes", listed=listing.codes))
