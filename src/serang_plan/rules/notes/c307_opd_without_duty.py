"""OPD belum mendapat tugas apa pun.

An OPD has no duty at all.

Mengapa: dalam rakor disebut bahwa setiap OPD punya tugas. OPD yang tidak disebut di mana pun tidak
tahu apa yang harus dibawanya ke rakor berikutnya.

Why: the rakor said that every OPD has a duty in this. An OPD that is named nowhere does not know what
to bring to the next rakor.

Salah:

    - {indicator: M01, lead: DPRKP, support: [DPUPR]}

Benar:

    - {indicator: M01, lead: DPRKP, support: [DPUPR, BPKAD]}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.references import duties_named
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import meant_by_slips, opd_list
from serang_plan.rules._subjects import of_coded
from serang_plan.wording import Text

RULE = Rule("C307", "opd-without-duty", why=__doc__, severity=Severity.NOTE)

_NAMING = ("assignments", "actions", "stages", "rakor", "indicators")


def check(plan: Plan) -> Iterator[Finding]:
    if not all(is_read_in_full(plan, section) for section in _NAMING):
        return
    duties = list(duties_named(plan))
    no_partners = (duty for duty in duties if duty.code not in plan.partner_by_code)
    busy = {duty.code for duty in duties} | meant_by_slips(plan, opd_list(plan), no_partners)
    for opd in plan.opd_by_code.values():
        if opd.code not in busy and exists_on(opd, plan.as_of):
            named = of_coded(opd.code, opd.name)
            yield RULE.finding(
                Text(f"OPD {named.id} belum mendapat tugas apa pun", f"OPD {named.en} has no duty at all"),
                opd.at("code"),
                help=Text(
                    f"sebut `{opd.code}` pada `lead` atau `support`, atau pada `opd` suatu kegiatan",
                    f"name `{opd.code}` in `lead` or `support`, or as the `opd` of an action",
                ),
            )
