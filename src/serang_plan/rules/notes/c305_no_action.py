"""Indikator yang belum terbukti terpenuhi belum punya kegiatan.

An indicator that is not shown to be met has no action.

Mengapa: rakor meminta setiap OPD memaparkan program prioritas untuk indikator yang belum terpenuhi.
Indikator tanpa kegiatan tidak akan berubah karena rencana ini.

Why: the rakor asks every OPD for the priority programmes that will meet the rest. An indicator without
an action will not move because of this plan.

Salah:

    - {code: A01, name: Taman Deduluran, indicators: [{code: M01}]}

Benar:

    - {code: A01, name: Taman Deduluran, indicators: [{code: M01}]}
    - {code: A02, name: Bank sampah tiap RW, indicators: [{code: M02}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.known.actions import told_at
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.references import Reference
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._codes import indicator_list, meant_by_slips
from serang_plan.rules._subjects import not_met, of_indicator
from serang_plan.wording import Text

RULE = Rule("C305", "no-action", why=__doc__, severity=Severity.NOTE)

_CANCELLED = Text("kegiatan ini batal", "this action is cancelled")


def check(plan: Plan) -> Iterator[Finding]:
    if not is_read_in_full(plan, "actions"):
        return
    slips = meant_by_slips(plan, indicator_list(plan), _named_by_actions(plan))
    for verdict in not_met(plan):
        indicator = verdict.indicator
        actions = plan.actions_by_indicator.get(indicator.code, ())
        if indicator.code not in slips and all(action.status == "batal" for action in actions):
            named, code = of_indicator(indicator), indicator.code
            yield RULE.finding(
                Text(f"indikator {named.id} belum punya kegiatan", f"indicator {named.en} has no action"),
                indicator.at("code"),
                tuple(Label(_CANCELLED, told_at(action, "status")) for action in actions[:2]),
                Text(
                    f"tulis `indicators: [{{code: {code}}}]` pada kegiatan yang menuju indikator ini",
                    f"write `indicators: [{{code: {code}}}]` in the action that serves it",
                ),
            )


def _named_by_actions(plan: Plan) -> Iterator[Reference]:
    for action in plan.actions:
        for effect in action.indicators:
            yield Reference(effect.code, effect, ("code",))
