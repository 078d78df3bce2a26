"""Sumber yang disebut tidak ada dalam daftar sumber.

A source is named that is not on the list of sources.

Mengapa: nilai dengan sumber yang tidak dikenal tidak dapat ditelusuri. Siapa pun yang meragukan
angkanya tidak tahu harus membuka dokumen yang mana.

Why: a value from an unknown source cannot be traced. Whoever doubts the figure does not know which
document to open.

Salah:

    - {as_of: 2018, value: 12, source: S111}

Benar:

    - {as_of: 2018, value: 12, source: S11}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import references
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import Listing, unknown
from serang_plan.wording import Text

RULE = Rule("L204", "unknown-source", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    names = ((source.code, source.code) for source in plan.sources)
    listing = Listing(
        Text("sumber", "source"), Text("sumber", "sources"), "sources", plan.source_by_code, names
    )
    yield from unknown(RULE, plan, listing, references(plan, "sources", listed=listing.codes))
