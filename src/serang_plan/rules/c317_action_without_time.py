"""Kegiatan belum punya waktu mulai maupun waktu selesai.

An action has neither a start nor a finish.

Mengapa: kegiatan tanpa waktu tidak masuk tahun mana pun. Ia tidak pernah terlambat, dan karena itu
tidak pernah ditagih.

Why: an action without a time belongs to no year. It is never late, so nobody ever asks for it.

Salah:

    - {code: A07, name: Bus kota, status: rencana}

Benar:

    - {code: A07, name: Bus kota, status: rencana, finish: 2027-TW4}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.active_years import end_of
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import live_actions, of_coded
from serang_plan.wording import Text

RULE = Rule("C317", "action-without-time", why=__doc__, severity=Severity.WARNING)
_HELP = Text(
    "tambahkan `start` atau `finish`, misalnya `finish: 2027-TW4`",
    "add `start` or `finish`, such as `finish: 2027-TW4`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for action in live_actions(plan):
        if action.start is None and end_of(plan, action) is None:
            named = of_coded(action.code, action.name)
            message = Text(
                f"kegiatan {named.id} belum punya waktu mulai maupun waktu selesai",
                f"action {named.en} has neither a start nor a finish",
            )
            yield RULE.finding(message, action.at("code"), help=_HELP)
