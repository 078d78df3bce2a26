"""Persentase tidak cocok dengan pembilang dan penyebutnya.

A percentage disagrees with the part and the whole behind it.

Mengapa: bila hitungannya tidak cocok, salah satu angka keliru atau cakupannya berbeda. Pembaca yang
menghitung ulang akan meragukan seluruh laporan.

Why: if the sum does not work out, a figure is wrong or covers something else. A reader who checks
it will doubt the whole report.

Salah:

    value: 70.59
    share: {part: 146, whole: 208.6, unit: km}

Benar:

    value: 70
    share: {part: 146, whole: 208.6, unit: km}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from serang_plan.analysis.indicators.evidence import is_open_dispute
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Indicator, Measurement, Share
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, figure
from serang_plan.rules._subjects import measurements
from serang_plan.wording import Text, decimals, is_percent, rounded

RULE = Rule("V504", "share-against-value", why=__doc__, severity=Severity.WARNING)
_FROM = Text("dihitung dari sini", "worked out from here")
_HELP = Text(
    "cocokkan `value`, `part` dan `whole` dengan sumbernya",
    "compare `value`, `part` and `whole` with the source",
)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator, measurement in measurements(plan):
        if is_open_dispute(plan, measurement):
            continue
        given = StatedValue(indicator, measurement)
        if measurement.share is not None and is_percent(given.unit) and not given.is_mistyped:
            yield from _compared(plan, indicator, measurement, measurement.share)


def _compared(plan: Plan, indicator: Indicator, measurement: Measurement, share: Share) -> Iterator[Finding]:
    if share.whole == 0:
        yield _nothing_to_share(indicator, measurement, share)
        return
    percent = _percent(share)
    difference = abs(rounded(percent, decimals(measurement.value)) - measurement.value)
    if difference > plan.settings.tolerance_percent:
        message = _message(indicator, measurement, share, percent)
        yield RULE.finding(message, measurement.at("value"), (Label(_FROM, share.at("part")),), _HELP)


def _percent(share: Share) -> Fraction:
    percent = Fraction(share.part) / Fraction(share.whole) * 100
    return 100 - percent if share.counts == "sisanya" else percent


def _message(indicator: Indicator, measurement: Measurement, share: Share, percent: Fraction) -> Text:
    given = figure(measurement.value, "%")
    computed = figure(percent, "%", max(1, decimals(measurement.value)))
    of, rest = _part_of_whole(share), share.counts == "sisanya"
    value = StatedValue(indicator, measurement).name
    return Text(
        f"{value.id} tertulis {given.id}, padahal {'sisanya ' if rest else ''}{of.id} berarti {computed.id}",
        f"{value.en} is given as {given.en}, but "
        + (f"with a rest of {of.en} it is {computed.en}" if rest else f"{of.en} is {computed.en}"),
    )


def _part_of_whole(share: Share) -> Text:
    part, whole = figure(share.part, ""), figure(share.whole, share.unit or "")
    return Text(f"{part.id} dari {whole.id}", f"{part.en} of {whole.en}")


def _nothing_to_share(indicator: Indicator, measurement: Measurement, share: Share) -> Finding:
    message = Text(
        f"penyebut di balik nilai `{indicator.code}` ({measurement.as_of.text('id')}) adalah 0",
        f"the whole behind the value of `{indicator.code}` ({measurement.as_of.text('en')}) is 0",
    )
    return RULE.finding(message, share.at("whole"), help=_HELP)
