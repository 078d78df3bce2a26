"""Evidence cells: an indicator's value, source, threshold and distance, alike in every report's sheets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from serang_plan.analysis.indicators.standing import Verdict
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
    last_day,
    time_words,
)
from serang_plan.wording import Lang, Text

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
        (Text("Yang belum ada", "What is missing"), lambda thing, lang: _lacks(of(thing), lang)),
        (VALUE, lambda thing, _: amount(value.amount) if (value := of(thing).value) else None),
        (UNIT, lambda thing, lang: unit_of(of(thing).indicator, lang)),
        (_THRESHOLD, lambda thing, _: amount(goal.value) if (goal := of(thing).threshold) else None),
        (DISTANCE, lambda thing, _: amount(of(thing).gap)),
        (_DIRECTION, lambda thing, lang: _DIRECTIONS[of(thing).indicator.direction].for_lang(lang)),
        *_origin(plan, of),
        *_basis(of),
    )


_AS_OF_DAY = Text("Nilai sampai dengan", "Value up to")
_THRESHOLD = Text("Ambang", "Threshold")
_KIND = Text("Jenis ambang", "Kind of threshold")
_RULE = Text("Dasar ambang", "Basis of the threshold")
_DIRECTION = Text("Arah", "Direction")
DISTANCE = Text("Selisih ke ambang", "Distance to threshold")
"""Below zero where the threshold is passed."""


def _lacks(verdict: Verdict, lang: Lang) -> str | None:
    return verdict.missing.value.for_lang(lang) if verdict.missing else None


def _origin(plan: Plan, of: Callable[[Thing], Verdict]) -> tuple[Field[Thing], ...]:
    def measured(thing: Thing) -> Measurement | None:
        value = of(thing).value
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
        (SOURCE, lambda thing, _: measurement.source if (measurement := measured(thing)) else None),
        (
            VERIFICATION,
            lambda thing, lang: verified(measurement, lang) if (measurement := measured(thing)) else None,
        ),
    )


def published(plan: Plan, measurement: Measurement, lang: Lang) -> str | None:
    """Return when a value was published: as written with it, else with its source."""
    source = plan.source_by_code.get(measurement.source or "")
    return time_words(measurement.published or (source.published if source else None), lang)


def verified(measurement: Measurement, lang: Lang) -> str:
    """Return how well a value is verified."""
    return VERIFICATIONS[measurement.verification].for_lang(lang)


def _basis(of: Callable[[Thing], Verdict]) -> tuple[Field[Thing], ...]:
    def threshold(thing: Thing) -> Threshold | None:
        return of(thing).threshold

    return (
        (
            _KIND,
            lambda thing, lang: KINDS[limit.kind].for_lang(lang) if (limit := threshold(thing)) else None,
        ),
        (_RULE, lambda thing, _: limit.basis if (limit := threshold(thing)) else None),
    )
