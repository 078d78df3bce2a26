"""Yang dituju sebuah keputusan tidak ada dalam daftar indikator maupun kegiatan.

A decision is about something that is neither on the list of indicators nor on that of actions.

Mengapa: keputusan rakor ditagih bersama indikator atau kegiatan yang ditujunya. Yang tidak dikenal tidak
muncul di laporan mana pun.

Why: a decision of a rakor is followed up together with the indicator or the action that it is about. What
is unknown stands in no report.

Salah:

    about: [M01, A09]

Benar:

    about: [M01, A01]
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from serang_plan.analysis.lookups.references import references
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import Listing, action_names, indicator_list, unknown
from serang_plan.wording import Text

RULE = Rule("L216", "unknown-matter", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    listing = Listing(
        Text("indikator atau kegiatan", "indicator or action"),
        Text("indikator maupun kegiatan", "indicators or actions"),
        "indicators",
        {**plan.indicator_by_code, **plan.action_by_code},
        chain(indicator_list(plan).names, action_names(plan)),
        where=Text("bagian `indicators` atau `actions`", "`indicators` or `actions`"),
    )
    named = references(plan, "indicators", "actions", listed=listing.codes)
    yield from unknown(
        RULE, plan, listing, (matter for matter in named if not plan.was_refused("actions", matter.code))
    )
