"""Indikator terpenuhi hanya menurut berita, perkiraan, atau nilai yang perlu dicek.

An indicator is met by news, by an estimate or by an unchecked value only.

Mengapa: pernyataan terpenuhi akan dikutip ke mana-mana. Sebelum diumumkan, angkanya perlu ada di
dokumen resmi atau laporan.

Why: once an indicator is called met, everybody will quote it. Before it is announced, the figure
should stand in an official document or a report.

Salah:

    - {as_of: 2022, value: 72.98, source: S32, verification: terverifikasi}

Benar:

    - {as_of: 2022, value: 72.98, source: S91, verification: terverifikasi}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.indicators.standing import Standing, verdict_of
from serang_plan.analysis.known.known_since import source_codes
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import figure
from serang_plan.wording import Text

RULE = Rule("E602", "met-by-news-only", why=__doc__, severity=Severity.NOTE)
_CHECK = Text(
    "cocokkan dengan sumbernya, lalu ubah `verification`",
    "compare it with its source, then change `verification`",
)
_WEAK = {
    "berita": Text("berita", "news"),
    "perkiraan": Text("perkiraan", "an estimate"),
    "formulir": Text("formulir yang belum diterima", "a form that is not accepted yet"),
}


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        judged = verdict_of(plan, indicator)
        if judged.standing is Standing.MET and judged.value is not None:
            value = judged.value
            agreeing = [
                measurement for measurement in value.rivals if measurement.value == value.measurement.value
            ]
            if not any(_is_solid(plan, measurement) for measurement in (value.measurement, *agreeing)):
                yield _finding(plan, indicator, value.measurement)


def _is_solid(plan: Plan, measurement: Measurement) -> bool:
    return measurement.verification != "perlu-dicek" and _weakness(plan, measurement) is None


def _weakness(plan: Plan, measurement: Measurement) -> Text | None:
    sources = map(plan.source_by_code.get, source_codes(measurement))
    kinds = {source.kind for source in sources if source}
    if measurement.verification != "perlu-dicek":
        kinds -= {"formulir"}
    return next((text for kind, text in _WEAK.items() if kind in kinds), None)


def _finding(plan: Plan, indicator: Indicator, measurement: Measurement) -> Finding:
    value = figure(measurement.value, indicator.unit)
    weak = _weakness(plan, measurement)
    on = weak or Text("nilai yang masih `perlu-dicek`", "a value that is still `perlu-dicek`")
    message = Text(
        f"`{indicator.code}` terpenuhi hanya menurut {on.id}: {value.id} ({measurement.as_of.text('id')})",
        f"`{indicator.code}` is met only by {on.en}: {value.en} ({measurement.as_of.text('en')})",
    )
    if weak is None:
        return RULE.finding(message, measurement.at("value"), help=_CHECK)
    return RULE.finding(message, measurement.at("source"), help=_ask(indicator))


def _ask(indicator: Indicator) -> Text:
    if indicator.provider is None:
        return Text(
            "minta angka resminya, lalu tulis sumbernya di `source`",
            "ask for the official figure and name where it stands in `source`",
        )
    return Text(
        f"minta angka resminya ke `{indicator.provider}`, lalu tulis sumbernya di `source`",
        f"ask `{indicator.provider}` for the official figure and name where it stands in `source`",
    )
