"""Phrases that several reports share: a value with its unit, a gap in words, signs and tones."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from serang_plan.analysis.evidence import Value
from serang_plan.analysis.standing import Standing, Verdict
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import Tone
from serang_plan.wording import Lang, Text, number

SIGNS = {
    Standing.MET: "✓",
    Standing.UNMET: "✗",
    Standing.UNKNOWN: "?",
    Standing.CLAIMED: "~",
    Standing.CONTRADICTED: "!",
}
TONES: dict[Standing, Tone] = {
    Standing.MET: "good",
    Standing.UNMET: "bad",
    Standing.UNKNOWN: "unknown",
    Standing.CLAIMED: "claimed",
    Standing.CONTRADICTED: "contradicted",
}
NOTHING = "–"
STALE_MARK = "†"
RIVAL_MARK = "‡"
_LONGEST_UNIT = 8

_ASPECTS = {
    "fisik-lingkungan": Text("Fisik & lingkungan", "Physical & environment"),
    "sosial": Text("Sosial", "Social"),
    "ekonomi": Text("Ekonomi", "Economy"),
    "tata-kelola": Text("Tata kelola", "Governance"),
}


def aspect_name(code: str, lang: Lang) -> str:
    """Return an aspect's name; one that is not known here is shown as it is typed."""
    return _ASPECTS[code].in_(lang) if code in _ASPECTS else code.replace("-", " ").capitalize()


def short_name(indicator: Indicator, lang: Lang) -> str:
    """Return the name that fits into a table."""
    english = indicator.short_en or indicator.name_en
    return english if lang == "en" and english else indicator.short or indicator.name


def full_name(indicator: Indicator, lang: Lang) -> str:
    """Return the indicator's whole name."""
    return indicator.name_en if lang == "en" and indicator.name_en else indicator.name


def is_percent(unit: str) -> bool:
    """Whether a unit is a percentage of something."""
    return unit.startswith("%")


def with_unit(value: int | Decimal | Fraction, unit: str, lang: Lang) -> str:
    """Write a value with its unit: `12%`, `538,75 ha`; an index has none, and a long unit is left out."""
    written = number(value, lang)
    if is_percent(unit):
        return f"{written}%"
    return written if unit.startswith(("indeks", "index")) or len(unit) > _LONGEST_UNIT else f"{written} {unit}"


def unit_of(indicator: Indicator, lang: Lang) -> str:
    """Return the indicator's unit."""
    return indicator.unit_en if lang == "en" and indicator.unit_en else indicator.unit


def latest_value(value: Value | None, unit: str, lang: Lang, *, stale: bool) -> str:
    """Write the newest value, the year it describes, and marks for a stale one and one with rivals."""
    if value is None:
        return NOTHING
    marks = (STALE_MARK if stale else "") + (RIVAL_MARK if has_rivals(value) else "")
    return f"{with_unit(value.amount, unit, lang)} ({value.measurement.as_of.year}){marks}"


def has_rivals(value: Value) -> bool:
    """Whether another value was published for the same time and none is marked as used."""
    others = {rival.value for rival in value.rivals} - {value.measurement.value}
    return bool(others) and not value.measurement.used


def threshold_of(verdict: Verdict, lang: Lang) -> str:
    """Write the threshold with its direction: `≥ 20%`, `≤ 0`; the unit stands with the value."""
    if verdict.threshold is None:
        return NOTHING
    sign = "≥" if verdict.indicator.direction == "naik" else "≤"
    percent = "%" if is_percent(verdict.indicator.unit) else ""
    return f"{sign} {number(verdict.threshold.value, lang)}{percent}"


def gap_in_words(verdict: Verdict, lang: Lang) -> str:
    """Write what is missing: `kurang 8 poin`, `kelebihan 538,75 ha`, or what is not known."""
    if verdict.missing is not None:
        return verdict.missing.value.in_(lang)
    gap = verdict.gap
    if gap is None:
        return NOTHING
    if gap <= 0:
        return Text("tercapai", "reached").in_(lang)
    word = Text("kurang", "short by") if verdict.indicator.direction == "naik" else Text("kelebihan", "over by")
    return f"{word.in_(lang)} {difference(gap, unit_of(verdict.indicator, lang), lang)}"


def difference(value: Decimal | Fraction, unit: str, lang: Lang) -> str:
    """Write a difference: of percentages in points, else in the unit."""
    if is_percent(unit):
        points = Text("poin", "point" if abs(value) == 1 else "points").in_(lang)
        return f"{number(value, lang)} {points}"
    return with_unit(value, unit, lang)


def named(codes: Sequence[str], plan: Plan, lang: Lang, most: int = 4) -> str:
    """Write the first few indicators by code and short name."""
    by_code = plan.indicator_by_code
    names = [f"{code} {short_name(by_code[code], lang)}" for code in codes[:most]]
    rest = len(codes) - most
    if rest > 0:
        names.append(Text(f"{rest} lainnya", f"{rest} more").in_(lang))
    return ", ".join(names)
