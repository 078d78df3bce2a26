"""Riwayat keputusan dimulai sebelum rakor yang memutuskannya.

The history of a decision begins before the rakor that made it.

Mengapa: yang belum diputuskan belum dapat dilaporkan; biasanya tahunnya salah ketik.

Why: what was not decided yet could not be reported on; usually the year is a slip of the fingers.

Salah:

    - {known: 2025-03-28, by: DLH, status: proses}

Benar:

    - {known: 2026-03-28, by: DLH, status: proses}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import entries
from serang_plan.wording import Text, short_date

RULE = Rule("R810", "entry-before-rakor", why=__doc__)
ADVICE = Text("perbaiki `known`, atau tanggal rakornya", "correct `known`, or the date of the rakor")


def check(plan: Plan) -> Iterator[Finding]:
    for told in entries(plan):
        known, met = told.entry.known, told.rakor.date
        if known.last < met:
            message = Text(
                f"laporan keputusan {told.called} bertanggal {known.text('id')}, "
                f"sebelum rakornya, {short_date(met, 'id')}",
                f"a report on decision {told.called} is dated {known.text('en')}, "
                f"before its rakor of {short_date(met, 'en')}",
            )
            yield RULE.finding(message, told.entry.at("known"), (told.rakor_label,), ADVICE)
