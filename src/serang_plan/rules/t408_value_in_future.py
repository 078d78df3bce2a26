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
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.rules._figures import StatedValue
from serang_plan.rules._subjects import measurements
from serang_plan.wording import Text, short_date

RULE = Rule("T408", "value-in-future", why=__doc__)
_AS_OF = Text(
    "perbaiki waktunya; angka yang ingin dicapai ditulis di `targets`",
    "correct the time; a figure to be reached belongs in `targets`",
)
_PUBLISHED = Text("perbaiki tanggal terbitnya", "correct the date of publication")


def check(plan: Plan) -> Iterator[Finding]:
    for indicator, measurement in measurements(plan):
        if measurement.as_of.first > plan.last_told:
            message = _measured(plan, indicator.code, measurement.as_of)
            yield RULE.finding(message, measurement.at("as_of"), help=_AS_OF)
        elif measurement.published is not None and measurement.published.first > plan.last_told:
            message = _published(plan, StatedValue(indicator, measurement).name, measurement.published)
            yield RULE.finding(message, measurement.at("published"), help=_PUBLISHED)


def _measured(plan: Plan, code: str, time: When) -> Text:
    return Text(
        f"nilai `{code}` bertanggal {time.text('id')}, "
        f"padahal pemeriksaan ini per {short_date(plan.last_told, 'id')}",
        f"the value of `{code}` is dated {time.text('en')}, "
        f"after the day of this check, {short_date(plan.last_told, 'en')}",
    )


def _published(plan: Plan, value: Text, time: When) -> Text:
    return Text(
        f"{value.id} tertulis terbit {time.text('id')}, "
        f"padahal pemeriksaan ini per {short_date(plan.last_told, 'id')}",
        f"{value.en} is said to be published {time.text('en')}, "
        f"after the day of this check, {short_date(plan.last_told, 'en')}",
    )
