"""Kegiatan yang harus didahulukan tidak ada dalam daftar kegiatan.

An action that must come first is not on the list of actions.

Mengapa: urutan kegiatan hanya dapat diperiksa bila semua yang ditunggu tercatat. Kegiatan yang
menunggu sesuatu yang tidak dikenal tidak pernah terlihat terhambat.

Why: the order of actions can be checked only if everything waited for is recorded. An action that
waits for something unknown never looks blocked.

Salah:

    needs: [A99]

Benar:

    needs: [A01]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import references
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import Listing, action_names, unknown
from serang_plan.wording import Text

RULE = Rule("L205", "unknown-action", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    listing = Listing(
        Text("kegiatan", "action"),
        Text("kegiatan", "actions"),
        "actions",
        plan.action_by_code,
        action_names(plan),
    )
    yield from unknown(RULE, plan, listing, references(plan, "actions", listed=listing.codes))
