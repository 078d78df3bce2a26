"""Distances to the threshold as charts, for formats that draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from serang_plan.analysis.indicators.standing import Missing, Verdict
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.indicator import Direction
from serang_plan.page import Bar, Bars
from serang_plan.reports.parts.phrases import TONES, VALUES_OF_PLAN, short_name, threshold_of, unit_of
from serang_plan.wording import Lang, Text, listed, number, rounded_beside, with_unit

LONGEST_BAR = 200
"""Per cent of the threshold; a longer bar is drawn this long, and its words say so."""
_CUT = Text("batang dipotong", "bar cut short")

_CAPTIONS: dict[Direction, Text] = {
    "naik": Text(
        "Nilai dalam persen ambang: makin besar makin baik",
        "Values in per cent of the threshold: the more the better",
    ),
    "turun": Text(
        "Nilai dalam persen ambang: makin kecil makin baik",
        "Values in per cent of the threshold: the less the better",
    ),
}


def distances(verdicts: Iterable[Verdict], lang: Lang) -> Iterator[Bars]:
    """Give how far the values are from their thresholds, a chart for each direction.

    A longer bar is good news in one and bad news in the other, so they never share a chart. What has no
    value, no threshold or a threshold of zero has no such share: it is named and not drawn.
    """
    judged = tuple(verdicts)
    for direction, caption in _CAPTIONS.items():
        alike = [verdict for verdict in judged if verdict.indicator.direction == direction]
        shares = [(verdict, share) for verdict in alike if (share := _share(verdict)) is not None]
        if shares:
            bars = tuple(_bar(verdict, share, lang) for verdict, share in shares)
            whole = max(110.0, *(bar.value for bar in bars))
            goal = (100.0, Text("ambang = 100%", "threshold = 100%").for_lang(lang))
            left_out = _not_drawn([verdict for verdict in alike if _share(verdict) is None], lang)
            source = VALUES_OF_PLAN.for_lang(lang)
            yield Bars(
                caption.for_lang(lang), bars, whole, goal, remark=left_out, source=source, redundant=True
            )


def _share(verdict: Verdict) -> Fraction | None:
    """Return the value in per cent of the threshold, if that means anything."""
    if (
        verdict.value is None
        or verdict.threshold is None
        or verdict.threshold.value <= 0
        or verdict.value.amount < 0
    ):
        return None
    return Fraction(verdict.value.amount) / Fraction(verdict.threshold.value) * 100


def _bar(verdict: Verdict, share: Fraction, lang: Lang) -> Bar:
    indicator, value = verdict.indicator, verdict.value
    assert value is not None
    now = f"{with_unit(value.amount, unit_of(indicator, lang), lang)} ({value.measurement.as_of.year})"
    label = f"{indicator.code} {short_name(indicator, lang)}"
    length = float(min(share, Fraction(LONGEST_BAR)))
    longer = f"; {_CUT.for_lang(lang)}" if share > LONGEST_BAR else ""
    percent = number(rounded_beside(share, 100, places=0), lang)
    of_goal = Text(f"{percent}% dari ambang", f"{percent}% of the threshold").for_lang(lang)
    words = f"{of_goal}: {now}; {threshold_of(verdict, lang)}{longer}"
    return Bar(label, length, words, TONES[verdict.standing])


def _not_drawn(verdicts: Iterable[Verdict], lang: Lang) -> str:
    """Say which are not drawn, and why: `tanpa nilai M10 dan M11`."""
    alike = grouped((_why_not(verdict), verdict.indicator.code) for verdict in verdicts)
    reasons = "; ".join(f"{why.for_lang(lang)} {listed(codes, lang, most=8)}" for why, codes in alike.items())
    return f"{Text('Tidak digambar', 'Not drawn').for_lang(lang)}: {reasons}." if reasons else ""


def _why_not(verdict: Verdict) -> Text:
    if verdict.value is None:
        return Text("tanpa nilai", "no value for")
    if verdict.threshold is None:
        if verdict.missing in (Missing.SCOPE, Missing.COMPARISON):
            return Text("ambang yang sebanding belum ada untuk", "no comparable threshold for")
        return Text("tanpa ambang", "no threshold for")
    if verdict.threshold.value == 0:
        return Text("ambang nol pada", "a threshold of zero for")
    return Text("angka negatif pada", "a negative figure for")
