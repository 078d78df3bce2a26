"""Banyaknya indikator tidak sama dengan yang disebut rencana.

The number of indicators is not the one that the plan states.

Mengapa: kota disebut metropolis bila semua indikator terpenuhi. Bila ada yang belum tercatat,
"8 dari 16" tidak dapat dibandingkan dengan isi berkas.

Why: the city counts as a metropolis when all indicators are met. While one is not recorded, "8 of 16"
cannot be compared with what the files say.

Salah:

    indicators_expected: 3

Benar:

    indicators_expected: 2
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, number

RULE = Rule("C301", "indicator-count", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    header = plan.header
    if header is None or header.indicators_expected is None or not is_read_in_full(plan, "indicators"):
        return
    expected, count = header.indicators_expected, len(plan.indicator_by_code)
    if count != expected:
        message = Text(
            f"seharusnya ada {number(expected, 'id')} indikator, yang tercatat {number(count, 'id')}",
            f"there should be {number(expected, 'en')} indicators, {number(count, 'en')} are recorded",
        )
        yield RULE.finding(message, header.at("indicators_expected"), help=_advice(expected, count))


def _advice(expected: int, count: int) -> Text:
    more = expected - count
    if more > 0:
        return Text(
            f"tambahkan {number(more, 'id')} indikator lagi ke bagian `indicators`",
            f"add {number(more, 'en')} more to `indicators`",
        )
    return Text(
        f"hapus {number(-more, 'id')} indikator, atau tulis `indicators_expected: {count}`",
        f"delete {number(-more, 'en')} of them, or type `indicators_expected: {count}`",
    )
