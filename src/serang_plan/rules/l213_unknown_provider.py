"""Penghasil data suatu indikator bukan OPD dan bukan mitra.

The producer of an indicator's figures is neither an OPD nor a partner.

Mengapa: daftar bahan rakor meminta nilai terbaru kepada penghasil data. Bila penghasilnya tidak
dikenal, tidak ada yang diminta.

Why: the checklist asks the producer for the newest value. If the producer is unknown, nobody is
asked.

Salah:

    provider: BPSS

Benar:

    provider: BPS
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from serang_plan.analysis.lookups.references import providers_named
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import Listing, opd_names, partner_list, unknown
from serang_plan.wording import Text

RULE = Rule("L213", "unknown-provider", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    partners = partner_list(plan)
    listing = Listing(
        Text("penghasil data", "provider"),
        Text("OPD maupun daftar mitra", "OPD or of partners"),
        "partners",
        {**plan.opd_by_code, **plan.partner_by_code},
        chain(opd_names(plan), partners.names),
        where=Text("bagian `opd` atau `partners`", "`opd` or `partners`"),
    )
    named = (
        reference
        for reference in providers_named(plan, listing.codes)
        if reference.code.casefold() not in plan.opd_by_alias and not plan.was_refused("opd", reference.code)
    )
    yield from unknown(RULE, plan, listing, named)
