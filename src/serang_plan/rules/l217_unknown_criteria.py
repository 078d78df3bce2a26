"""Daftar kriteria yang disebut sebuah pernyataan tidak tercatat.

A claim names a list of criteria that is not recorded.

Mengapa: pernyataan hanya dibandingkan dengan daftar yang dibicarakannya. Tanpa daftar itu tidak ada yang
dapat disimpulkan darinya.

Why: a claim is compared with nothing but the list that it speaks of. Without that list nothing follows
from it.

Salah:

    - {code: K4, date: 2020-05-08, by: Kepala BPIW, list: L9, indicators: 6, met: 6, source: S93}

Benar:

    - {code: K4, date: 2020-05-08, by: Kepala BPIW, list: L1, indicators: 6, met: 6, source: S93}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import references
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import Listing, unknown
from serang_plan.wording import Text

RULE = Rule("L217", "unknown-criteria", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    names = ((name, criteria.code) for criteria in plan.criteria for name in (criteria.code, criteria.name))
    listing = Listing(
        Text("kriteria", "criteria"),
        Text("kriteria", "criteria"),
        "criteria",
        plan.criteria_by_code,
        names,
    )
    yield from unknown(RULE, plan, listing, references(plan, "criteria", listed=listing.codes))
