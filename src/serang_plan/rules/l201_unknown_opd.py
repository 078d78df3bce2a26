"""OPD yang disebut tidak ada dalam daftar OPD.

An OPD is named that is not on the list of OPD.

Mengapa: tugas yang diberikan kepada OPD yang tidak dikenal tidak sampai kepada siapa pun, dan
tidak muncul dalam daftar bahan rakor OPD mana pun.

Why: a duty given to an unknown OPD reaches nobody, and stands on no OPD's checklist.

Salah:

    - {indicator: M01, lead: DPRPK}

Benar:

    - {indicator: M01, lead: DPRKP}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import references
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import opd_list, unknown

RULE = Rule("L201", "unknown-opd", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    listing = opd_list(plan)
    named = (
        reference
        for reference in references(plan, "opd", listed=listing.codes)
        if reference.code.casefold() not in plan.opd_by_alias
    )
    yield from unknown(RULE, plan, listing, named)
