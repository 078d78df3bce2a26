"""Kegiatan membelanjakan lebih banyak daripada dananya.

More is spent on an action than there is money for it.

Mengapa: dana tahun depan belum dapat dibelanjakan, dan belanja tidak dapat melebihi dananya. Biasanya ada nol
yang kelebihan, atau dana tambahan yang belum dicatat. Bila ada dana yang jumlahnya belum diketahui, tidak ada
yang dibandingkan.

Why: next year's money cannot be spent yet, and nothing can be spent that is not there. Mostly there is a zero
too many, or more money came that is not on record. Where some money is of unknown size, nothing is compared.

Salah:

    funding: [{source: APBD kota, year: 2026, amount: 2500000000}]
    history: [{known: 2026-06, status: berjalan, spent: 12500000000}]

Benar:

    funding: [{source: APBD kota, year: 2026, amount: 2500000000}]
    history: [{known: 2026-06, status: berjalan, spent: 1250000000}]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import of_coded
from serang_plan.wording import Text, money

RULE = Rule("V513", "more-spent-than-funded", why=__doc__, severity=Severity.WARNING)
_MONEY = Text("dananya di sini", "its money is here")
_ADVICE = Text(
    "periksa angka `spent`, atau tambahkan dana yang belum tercatat di `funding`",
    "check the figure in `spent`, or add the money that is missing in `funding`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for action in plan.action_by_code.values():
        told = [entry for entry in action.history if entry.spent is not None]
        latest = max(told, key=lambda entry: entry.known.last, default=None)
        if latest is None or latest.spent is None:
            continue
        year, spent = latest.known.year, latest.spent
        funded = _funded(action, year)
        if funded is not None and spent > funded:
            named = of_coded(action.code, action.name)
            message = Text(
                f"belanja kegiatan {named.id} {money(spent, 'id', funded)}, "
                f"padahal dananya sampai {year} {money(funded, 'id', spent)}",
                f"{money(spent, 'en', funded)} was spent on action {named.en}, "
                f"but its money until {year} is {money(funded, 'en', spent)}",
            )
            yield RULE.finding(message, latest.at("spent"), (Label(_MONEY, action.at("funding")),), _ADVICE)


def _funded(action: Action, year: int) -> int | None:
    """Return the money of an action until a year; None where that is not known in full."""
    amounts = [part.amount for part in action.funding if part.year is None or part.year <= year]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if action.funding and len(known) == len(amounts) else None
