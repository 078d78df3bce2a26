"""Indikator yang disebut tidak ada dalam daftar indikator.

An indicator is named that is not on the list of indicators.

Mengapa: tugas, kegiatan atau keputusan yang menuju indikator yang tidak dikenal tidak ikut dihitung,
sehingga indikator yang sebenarnya tampak belum dikerjakan.

Why: a duty, an action or a decision for an unknown indicator is not counted, and the indicator that
was meant looks as if nobody worked on it.

Salah:

    - {indicator: M10, lead: DLH}

Benar:

    - {indicator: M01, lead: DLH}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import references
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import indicator_list, unknown

RULE = Rule("L203", "unknown-indicator", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    listing = indicator_list(plan)
    yield from unknown(RULE, plan, listing, references(plan, "indicators", listed=listing.codes))
