"""Kegiatan belum punya OPD pelaksana.

No OPD carries out an action.

Mengapa: kegiatan yang tidak dipegang siapa pun tidak dianggarkan dan tidak dilaporkan siapa pun.

Why: an action that nobody holds is in nobody's budget and in nobody's report.

Salah:

    - {code: A03, name: Cecantelan}

Benar:

    - {code: A03, name: Cecantelan, opd: DPRKP}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.active_years import carrier
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import live_actions, of_coded
from serang_plan.wording import Text

RULE = Rule("C316", "action-without-opd", why=__doc__, severity=Severity.WARNING)
_HELP = Text("tambahkan `opd: KODE-OPD`", "add `opd: OPD-CODE`")


def check(plan: Plan) -> Iterator[Finding]:
    for action in live_actions(plan):
        if carrier(plan, action) is None and action.is_of_city:
            named = of_coded(action.code, action.name)
            message = Text(
                f"kegiatan {named.id} belum punya OPD pelaksana", f"no OPD carries out action {named.en}"
            )
            yield RULE.finding(message, action.at("code"), help=_HELP)
