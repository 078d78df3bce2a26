"""Kegiatan belum menyebut indikator yang dituju, atau perkiraan dampaknya.

An action does not say which indicator it serves, or by how much.

Mengapa: "apakah rencana ini cukup?" hanya dapat dijawab bila setiap kegiatan menyebut berapa
sumbangannya. Perkiraan kasar pun lebih berguna daripada kosong.

Why: "will this plan be enough?" can be answered only if every action says what it adds. Even a rough
estimate is worth more than none.

Salah:

    indicators: [{code: M01}]

Benar:

    indicators: [{code: M01, adds: 0.003}]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import live_actions, of_coded
from serang_plan.wording import Text, quoted

RULE = Rule("C311", "action-without-effect", why=__doc__, severity=Severity.NOTE)
_ADVICE = Text("tambahkan `indicators: [{code: …, adds: …}]`", "add `indicators: [{code: …, adds: …}]`")
_HELP = Text("tambahkan `adds: …`, dalam satuan indikatornya", "add `adds: …`, in the unit of the indicator")


def check(plan: Plan) -> Iterator[Finding]:
    for action in live_actions(plan):
        if not action.indicators:
            yield _without_indicator(action)
        elif action.status != "selesai" and action.done is None:  # what is done shows in measured values
            yield from _without_amount(action)


def _without_indicator(action: Action) -> Finding:
    named = of_coded(action.code, action.name)
    message = Text(f"kegiatan {named.id} belum menyebut indikator", f"action {named.en} names no indicator")
    return RULE.finding(message, action.at("code"), help=_ADVICE)


def _without_amount(action: Action) -> Iterator[Finding]:
    unsaid = [effect for effect in action.indicators if effect.adds is None]
    if unsaid:
        named, codes = of_coded(action.code, action.name), quoted(effect.code for effect in unsaid)
        message = Text(
            f"dampak kegiatan {named.id} terhadap {codes} belum diperkirakan",
            f"the effect of action {named.en} on {codes} is not estimated",
        )
        yield RULE.finding(message, unsaid[0].at("code"), help=_HELP)
