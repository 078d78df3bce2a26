"""Mitra yang disebut tidak ada dalam daftar mitra.

A partner is named that is not on the list of partners.

Mengapa: mitra di luar OPD, seperti provinsi atau BUMN, perlu diundang dan disurati. Mitra yang tidak
dikenal, atau OPD yang ditulis sebagai mitra, tidak muncul dalam daftar siapa pun.

Why: partners outside the city's OPD, such as the province or a state company, must be invited and
written to. An unknown partner, or an OPD written as one, stands on nobody's list.

Salah:

    partners: [PEMPROF, DLH]

Benar:

    partners: [PEMPROV]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import Reference, references
from serang_plan.findings import Finding, Rule
from serang_plan.model.opd import Opd
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import partner_list, unknown
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("L206", "unknown-partner", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    others = []
    for named in references(plan, "partners", listed=plan.partner_by_code):
        opd = plan.opd_by_code.get(named.code) or plan.opd_by_alias.get(named.code.casefold())
        if opd is not None:
            yield _opd(named, opd)
        else:
            others.append(named)
    yield from unknown(RULE, plan, partner_list(plan), others)


def _opd(named: Reference, opd: Opd) -> Finding:
    typed, code = show(named.code), show(opd.code)
    message = Text(f"{typed} adalah OPD, bukan mitra", f"{typed} is an OPD, not a partner")
    advice = Text(f"pindahkan {code} ke `support`", f"move {code} to `support`")
    return RULE.finding(message, named.at, help=advice)
