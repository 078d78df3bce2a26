"""Pilar yang disebut tidak ada dalam visi rencana ini.

A pillar is named that the plan's vision does not have.

Mengapa: setiap indikator dinilai ikut mewujudkan pilar visi kota. Pilar yang salah tulis membuat
pilar yang sebenarnya tampak tidak didukung.

Why: indicators are read as work on the pillars of the city's vision. A misspelt pillar leaves the
real one looking as if nothing supported it.

Salah:

    pillars: [sejahtra]

Benar:

    pillars: [sejahtera]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import references
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import pillar_list, unknown

RULE = Rule("L207", "unknown-pillar", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    if plan.header is not None:  # without a header nothing can be said of its pillars
        listing = pillar_list(plan)
        yield from unknown(RULE, plan, listing, references(plan, "plan", listed=listing.codes))
