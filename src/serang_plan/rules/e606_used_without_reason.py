"""Nilai ditandai dipakai tanpa alasan.

A value is marked as used without a reason.

Mengapa: memilih satu dari beberapa angka adalah keputusan. Tanpa alasan, pilihan itu terlihat
seperti memilih angka yang paling menguntungkan.

Why: to pick one of several figures is a decision. Without a reason it looks like picking the one
that suits best.

Salah:

    - {as_of: 2022-03, value: 5.94, source: S89, used: true}

Benar:

    - {as_of: 2022-03, value: 5.94, source: S89, used: true, reason: Dipakai lagi pada 2023}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue
from serang_plan.rules._subjects import measurements
from serang_plan.wording import Text

RULE = Rule("E606", "used-without-reason", why=__doc__, severity=Severity.WARNING)
_HELP = Text("tulis di `reason` mengapa nilai ini yang dipakai", "say in `reason` why this value is used")


def check(plan: Plan) -> Iterator[Finding]:
    for indicator, measurement in measurements(plan):
        if measurement.used and measurement.reason is None:
            name = StatedValue(indicator, measurement).name
            message = Text(
                f"{name.id} ditandai `used` tanpa alasan",
                f"{name.en} is marked as `used` without a reason",
            )
            yield RULE.finding(message, measurement.at("used"), help=_HELP)
