"""Kegiatan belum mencantumkan biaya.

An action states no cost.

Mengapa: kegiatan tanpa biaya tidak dapat dibandingkan dengan pagu, dan mudah tersisih ketika anggaran
dibahas.

Why: an action without a cost cannot be held against the budget ceiling, and is the first to be dropped
when the budget is discussed.

Salah:

    funding: [{source: APBD kota}]

Benar:

    funding: [{source: APBD kota, year: 2026, amount: 2500000000}]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import live_actions, of_coded
from serang_plan.wording import Text

RULE = Rule("C312", "action-without-cost", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    for action in live_actions(plan):
        if all(funding.amount is None for funding in action.funding):
            named = of_coded(action.code, action.name)
            yield RULE.finding(
                Text(f"kegiatan {named.id} belum mencantumkan biaya", f"action {named.en} states no cost"),
                action.at("funding") if action.funding else action.at("code"),
                help=Text(
                    "tambahkan `amount`, rupiah tanpa titik, misalnya `amount: 2500000000`",
                    "add `amount`, in rupiah without dots, such as `amount: 2500000000`",
                )
                if action.funding
                else Text(
                    "tambahkan `funding: [{source: …, year: …, amount: …}]`",
                    "add `funding: [{source: …, year: …, amount: …}]`",
                ),
            )
