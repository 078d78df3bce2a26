"""Nilai terbit sebelum waktu yang diukurnya.

A value is published before the time it measures.

Mengapa: angka tidak bisa terbit sebelum diukur. Salah satu tanggalnya keliru, atau angka itu
sebenarnya perkiraan.

Why: a figure cannot be published before it is measured. One of the dates is wrong, or the figure is
a forecast.

Salah:

    - {as_of: 2020, published: 2018-09, value: 12, source: S11}

Benar:

    - {as_of: 2018-09, published: 2018-09, value: 12, source: S11}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.indicator import Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.source import Source
from serang_plan.model.when import When
from serang_plan.rules._subjects import measurements
from serang_plan.wording import Text

RULE = Rule("T409", "published-before-measured", why=__doc__)
_HELP = Text("perbaiki `as_of` atau `published`", "correct `as_of` or `published`")
_OTHER_SOURCE = Text(
    "perbaiki `as_of`, atau pakai sumber yang memuat angka itu",
    "correct `as_of`, or name the source that has it",
)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator, measurement in measurements(plan):
        source = plan.source_by_code.get(measurement.source or "")
        if measurement.as_of.first > plan.last_told:
            continue  # a value in the future is a fault of its own
        if measurement.published is not None:
            if measurement.published.last < measurement.as_of.first:
                yield _too_early(indicator.code, measurement, measurement.published)
        elif source is not None and _is_older(source, measurement):
            yield _source_too_early(indicator.code, measurement, source)


def _is_older(source: Source, measurement: Measurement) -> bool:
    return source.published is not None and source.published.last < measurement.as_of.first


def _too_early(code: str, measurement: Measurement, published: When) -> Finding:
    time = measurement.as_of
    message = Text(
        f"nilai `{code}` untuk {time.text('id')} tertulis terbit {published.text('id')}, "
        "lebih dulu daripada waktu yang diukurnya",
        f"the value of `{code}` for {time.text('en')} is said to be published {published.text('en')}, "
        "before the time it measures",
    )
    label = Label(Text("waktu yang diukur", "the time it measures"), measurement.at("as_of"))
    return RULE.finding(message, measurement.at("published"), (label,), _HELP)


def _source_too_early(code: str, measurement: Measurement, source: Source) -> Finding:
    time, published = measurement.as_of, source.published
    assert published is not None
    message = Text(
        f"nilai `{code}` untuk {time.text('id')} diambil dari `{source.code}` yang terbit "
        f"{published.text('id')}, lebih dulu daripada waktu yang diukurnya",
        f"the value of `{code}` for {time.text('en')} is taken from `{source.code}`, published "
        f"{published.text('en')}, before the time it measures",
    )
    label = Label(Text("tanggal terbit sumbernya", "when its source was published"), source.at("published"))
    return RULE.finding(message, measurement.at("as_of"), (label,), _OTHER_SOURCE)
