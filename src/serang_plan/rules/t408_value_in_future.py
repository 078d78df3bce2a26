"""Nilai bertanggal sesudah hari pemeriksaan.

A value is dated after the day of the check.

Mengapa: yang belum terjadi tidak bisa diukur. Angka seperti itu biasanya target atau salah ketik
tahun, dan bila dibiarkan bisa dianggap sebagai capaian.

Why: what has not happened cannot be measured. Such a figure is mostly a target or a slip of the
year, and could pass for an achievement.

Salah:

    - {as_of: 2027, value: 20, source: S1}

Benar:

    - {as_of: 2025, value: 20, source: S1}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule
from serang_plan.model.indicator import Measurement
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, short_date

RULE = Rule("T408", "value-in-future", why=__doc__)
_AS_OF = Text(
    "perbaiki waktunya; angka yang ingin dicapai ditulis di `targets`",
    "correct the time; a figure to be reached belongs in `targets`",
)
_PUBLISHED = Text("perbaiki tanggal terbitnya", "correct the date of publication")


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        code = indicator.code
        for measurement in indicator.measurements:
            if measurement.as_of.first > plan.today:
                yield RULE.finding(_measured(plan, code, measurement), measurement.at("as_of"), help=_AS_OF)
            elif measurement.published is not None and measurement.published.first > plan.today:
                yield RULE.finding(
                    _published(plan, code, measurement), measurement.at("published"), help=_PUBLISHED
                )


def _measured(plan: Plan, code: str, measurement: Measurement) -> Text:
    return Text(
        f"nilai `{code}` bertanggal {measurement.as_of.text('id')}, padahal pemeriksaan ini per {_today(plan).id}",
        f"the value of `{code}` is dated {measurement.as_of.text('en')}, "
        f"after the day of this check, {_today(plan).en}",
    )


def _published(plan: Plan, code: str, measurement: Measurement) -> Text:
    assert measurement.published is not None
    return Text(
        f"nilai `{code}` ({measurement.as_of.text('id')}) tertulis terbit {measurement.published.text('id')}, "
        f"padahal pemeriksaan ini per {_today(plan).id}",
        f"the value of `{code}` ({measurement.as_of.text('en')}) is said to be published {measurement.published.text('en')}, "
        f"after the day of this check, {_today(plan).en}",
    )


def _today(plan: Plan) -> Text:
    return Text(short_date(plan.today, "id"), short_date(plan.today, "en"))
