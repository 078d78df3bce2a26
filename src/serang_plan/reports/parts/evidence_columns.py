"""Evidence cells: an indicator's value, source, threshold and distance, alike in every report's sheets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.analysis.known.known_since import is_dating_assumed, known_since, source_codes
from serang_plan.model.indicator import Indicator, Measurement, Threshold
from serang_plan.model.plan import Plan
from serang_plan.page import Value
from serang_plan.reports.parts.phrases import KINDS, VERIFICATIONS, aspect_name, full_name, unit_of
from serang_plan.reports.parts.sheet_columns import (
    ASPECT,
    CODE,
    INDICATOR,
    PUBLISHED,
    SOURCE,
    STANDING,
    UNIT,
    VALUE,
    VERIFICATION,
    Field,
    amount,
    joined,
    last_day,
    time_words,
    yes_no,
)
from serang_plan.reports.parts.verdict_words import ASSUMED, UNDATED, other_scope
from serang_plan.wording import Lang, Text, short_date

Thing = TypeVar("Thing")
_DIRECTIONS = {
    "naik": Text("makin besar makin baik", "higher is better"),
    "turun": Text("makin kecil makin baik", "lower is better"),
}


def named_cells(of: Callable[[Thing], Indicator]) -> tuple[Field[Thing], ...]:
    """Give the columns that name an indicator."""
    return (
        (CODE, lambda thing, _: of(thing).code),
        (INDICATOR, lambda thing, lang: full_name(of(thing), lang)),
    )


def verdict_cells(plan: Plan, of: Callable[[Thing], Verdict]) -> tuple[Field[Thing], ...]:
    """Give the columns that say how an indicator stands, and what that rests on."""

    def indicator(thing: Thing) -> Indicator:
        return of(thing).indicator

    return (
        *named_cells(indicator),
        (ASPECT, lambda thing, lang: aspect_name(of(thing).indicator.aspect, lang)),
        (STANDING, lambda thing, lang: of(thing).standing.word.for_lang(lang)),
        (STRENGTH, lambda thing, lang: strength_word(of(thing).strength, lang)),
        (Text("Yang belum ada", "What is missing"), lambda thing, lang: _lacks(of(thing), lang)),
        (VALUE, lambda thing, _: amount(value.amount) if (value := of(thing).shown) else None),
        (SUBSTITUTE_FOR, lambda thing, _: sub.series.name if (sub := of(thing).substitute) else None),
        (UNIT, lambda thing, lang: unit_of(of(thing).indicator, lang)),
        (_THRESHOLD, lambda thing, _: amount(goal.value) if (goal := of(thing).threshold) else None),
        (DISTANCE, lambda thing, _: amount(of(thing).gap)),
        (_DIRECTION, lambda thing, lang: _DIRECTIONS[of(thing).indicator.direction].for_lang(lang)),
        *_origin(plan, of),
        *_basis(plan, of),
        (_OTHER_SCOPE, lambda thing, lang: other_scope(of(thing), lang)),
    )


STRENGTH = Text("Kekuatan bukti", "Strength of evidence")
SUBSTITUTE_FOR = Text("Pengganti", "Substitute")
_OTHER_SCOPE = Text("Cakupan lain", "Other scope")
STALE = Text("Usang", "Stale")
_AS_OF_DAY = Text("Nilai sampai dengan", "Value up to")
_THRESHOLD = Text("Ambang", "Threshold")
_KIND = Text("Jenis ambang", "Kind of threshold")
DUE = Text("Batas waktu ambang", "Threshold due by the end of")
FOR = Text("Pembanding untuk", "Compares for")
KNOWN = Text("Ambang diketahui sejak", "Threshold known since")
_RULE = Text("Dasar ambang", "Basis of the threshold")
_DIRECTION = Text("Arah", "Direction")
DISTANCE = Text("Selisih ke ambang", "Distance to threshold")
"""Below zero where the threshold is passed."""


def _lacks(verdict: Verdict, lang: Lang) -> str | None:
    return verdict.missing.value.for_lang(lang) if verdict.missing else None


def _origin(plan: Plan, of: Callable[[Thing], Verdict]) -> tuple[Field[Thing], ...]:
    def measured(thing: Thing) -> Measurement | None:
        value = of(thing).shown
        return value.measurement if value else None

    def as_of(thing: Thing, lang: Lang) -> Value:
        return time_words(measurement.as_of, lang) if (measurement := measured(thing)) else None

    return (
        (Text("Nilai per", "Value as of"), as_of),
        (
            _AS_OF_DAY,
            lambda thing, _: last_day(measurement.as_of) if (measurement := measured(thing)) else None,
        ),
        (
            PUBLISHED,
            lambda thing, lang: (
                published(plan, measurement, lang) if (measurement := measured(thing)) else None
            ),
        ),
        (STALE, lambda thing, lang: yes_no(of(thing).is_stale, lang) if of(thing).shown else None),
        (
            SOURCE,
            lambda thing, _: joined(source_codes(measurement)) if (measurement := measured(thing)) else None,
        ),
        (
            VERIFICATION,
            lambda thing, lang: verified(measurement, lang) if (measurement := measured(thing)) else None,
        ),
    )


def published(plan: Plan, measurement: Measurement, lang: Lang) -> str | None:
    """Return when a value was published: as written with it, else with the last of its sources."""
    if is_dating_assumed(plan, measurement):
        return ASSUMED.for_lang(lang)
    codes = source_codes(measurement)
    dated = [source.published for code in codes if (source := plan.source_by_code.get(code))]
    last = max(filter(None, dated), key=lambda when: when.last, default=None)
    return time_words(measurement.published or measurement.known or last, lang)


def known_words(plan: Plan, threshold: Threshold, lang: Lang) -> str:
    """Return since when a threshold is known, or that nothing dates it."""
    known = known_since(plan, threshold)
    return short_date(known, lang) if known else UNDATED.for_lang(lang)


def verified(record: Measurement | Threshold, lang: Lang) -> str | None:
    """Return how well a value or a threshold is verified."""
    return VERIFICATIONS[record.verification].for_lang(lang) if record.verification else None


def strength_word(strength: Strength | None, lang: Lang) -> str | None:
    """Return how well something is supported."""
    return None if strength is None else strength.word.for_lang(lang)


def _basis(plan: Plan, of: Callable[[Thing], Verdict]) -> tuple[Field[Thing], ...]:
    def threshold(thing: Thing) -> Threshold | None:
        return of(thing).threshold

    return (
        (
            _KIND,
            lambda thing, lang: KINDS[limit.kind].for_lang(lang) if (limit := threshold(thing)) else None,
        ),
        (_RULE, lambda thing, _: limit.basis if (limit := threshold(thing)) else None),
        (DUE, lambda thing, _: limit.due if (limit := threshold(thing)) else None),
        (
            FOR,
            lambda thing, lang: time_words(limit.for_, lang) if (limit := threshold(thing)) else None,
        ),
        (KNOWN, lambda thing, lang: known_words(plan, limit, lang) if (limit := threshold(thing)) else None),
    )
