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

from serang_plan.analysis.references import opd_named
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, nearest, quoted
from serang_plan.wording import typed as show

RULE = Rule("L201", "unknown-opd", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    for named in opd_named(plan):
        code = named.code
        if code in plan.opd_by_code or code.casefold() in plan.opd_by_alias:
            continue  # an alias in place of a code is a fault of its own
        if not plan.was_refused("opd", code):
            yield RULE.finding(
                Text(f"OPD {show(code)} tidak ada dalam daftar OPD", f"OPD {show(code)} is not on the list of OPD"),
                named.at,
                help=_advice(plan, code),
            )


def _advice(plan: Plan, code: str) -> Text:
    names = {opd.code: opd.code for opd in plan.opd}
    names |= {name: opd.code for opd in plan.opd for name in (*opd.aliases, opd.name)}
    near = nearest(code, names)
    if near is not None:
        meant = show(names[near])
        return Text(f"maksud Anda {meant}?", f"did you mean {meant}?")
    known = quoted(plan.opd_by_code)
    return Text(f"tambahkan ke bagian `opd`, atau pakai salah satu: {known}", f"add it to `opd`, or use one of: {known}")
