"""Nilai tanpa sumber.

A value has no source.

Mengapa: angka tanpa sumber tidak bisa dipertahankan di depan siapa pun, jadi tidak dipakai untuk
menyatakan indikator terpenuhi.

Why: nobody can stand by a figure without a source, so it is not used to call an indicator met.

Salah:

    - {as_of: 2021, value: 98.38}

Benar:

    - {as_of: 2021, value: 98.38, source: R5}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue
from serang_plan.rules._subjects import measurements
from serang_plan.wording import Text

RULE = Rule("E601", "value-without-source", why=__doc__)
_HELP = Text(
    "tambahkan `source` dengan kode dari bagian `sources`",
    "add `source` with a code from the section `sources`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator, measurement in measurements(plan):
        if measurement.source is None:
            name = StatedValue(indicator, measurement).name
            message = Text(f"{name.id} tidak punya sumber", f"{name.en} has no source")
            yield RULE.finding(message, measurement.at("value"), help=_HELP)
