"""Rakor yang direncanakan tidak menyebut sejak kapan diketahui.

A planned rakor does not say since when it is known.

Mengapa: tanpa `known` rakor itu baru terlihat pada harinya, sehingga tidak ada yang bersiap.

Why: without `known` the rakor shows only on its own day, so nobody gets ready.

Salah:

    - {date: 2026-09-15, state: rencana}

Benar:

    - {date: 2026-09-15, known: 2026-06-20, state: rencana}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, short_date

RULE = Rule("R813", "planned-rakor-undated", why=__doc__, severity=Severity.WARNING)
ADVICE = Text(
    "tambahkan `known`, tanggal undangannya diketahui", "add `known`, the day on which it was announced"
)


def check(plan: Plan) -> Iterator[Finding]:
    for rakor in plan.rakor:
        if rakor.known is None and rakor.state == "rencana":
            day = Text(short_date(rakor.date, "id"), short_date(rakor.date, "en"))
            message = Text(
                f"rakor {day.id} direncanakan, tetapi tidak disebut sejak kapan diketahui",
                f"the rakor of {day.en} is planned, but it is not said since when that is known",
            )
            yield RULE.finding(message, rakor.at("state"), help=ADVICE)
