"""Field labels: any value of the plan in a few words, and which fields of a record are other than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from serang_plan.analysis.changes.change import FieldChange, HeldDuty
from serang_plan.model.action import Effect, Funding
from serang_plan.model.header import Band, Escalation
from serang_plan.model.indicator import Threshold
from serang_plan.model.record import Record, all_fields
from serang_plan.model.when import When
from serang_plan.reports.parts.phrases import KINDS, VERIFICATIONS
from serang_plan.wording import Lang, Text, listed, many, money, number, room_for, short_date, untranslated

LONGEST_NAME = 70


def cut(text: str) -> str:
    """Return a text of the plan that is short enough for a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= room_for(len(flat), LONGEST_NAME) else f"{flat[: LONGEST_NAME - 1]}…"


def shown(value: Any, lang: Lang) -> str:
    """Write any value of the plan in a few words."""
    match value:
        case None:
            return Text("belum ada", "none").for_lang(lang)
        case bool():
            return Text("ya", "yes").for_lang(lang) if value else Text("tidak", "no").for_lang(lang)
        case int() | Decimal():
            return number(value, lang)
        case When():
            return value.text(lang)
        case date():
            return short_date(value, lang)
        case HeldDuty():
            return _duty(value, lang)
        case tuple():
            return listed([shown(item, lang) for item in value], lang, most=8) or shown(None, lang)
        case Escalation():
            days = many(value.late_days, "day")
            return Text(f"{value.to} sesudah {value.late_days} hari", f"{value.to} after {days}").for_lang(
                lang
            )
        case Band():
            above = number(value.above, lang)
            return Text(f"{value.name} di atas {above}%", f"{value.name} above {above}%").for_lang(lang)
        case Record():
            return Text("ada", "there").for_lang(lang)
        case _:
            return DATA_WORDS.get(str(value), untranslated(cut(str(value)))).for_lang(lang)


DATA_WORDS = {
    **VERIFICATIONS,
    "usulan": Text("usulan", "a proposal"),
    "keputusan": Text("keputusan", "a decision"),
    "kandidat": Text("kandidat", "candidates"),
    "resmi": Text("resmi", "official"),
    "naik": Text("naik", "more is better"),
    "turun": Text("turun", "less is better"),
    "kota": Text("kota", "the city"),
    "kawasan": Text("kawasan", "the functional area"),
}
"""Words of the data as they are said in a sentence."""


def _duty(duty: HeldDuty, lang: Lang) -> str:
    since, until = (when.text(lang) if when else "" for when in (duty.since, duty.until))
    match bool(since), bool(until):
        case False, False:
            return duty.code
        case False, True:
            during = Text(f"sampai {until}", f"until {until}")
        case True, False:
            during = Text(f"mulai {since}", f"from {since}")
        case _ if (since + until).isdigit():
            during = untranslated(f"{since}–{until}")
        case _:
            during = Text(f"{since} sampai {until}", f"{since} to {until}")
    return f"{duty.code} ({during.for_lang(lang)})"


# -- fields -------------------------------------------------------------------------------------


@cache
def _labels() -> Mapping[str, Text]:
    """Return what the fields are called: what is said of one holds for all of the same name."""
    return {field.name: field.facts.label for _, field in all_fields() if field.facts and field.facts.label}


@cache
def _there_or_not() -> frozenset[str]:
    """Return the fields of which only counts whether something is written there."""
    scalars = ((field.name, field.scalar) for _, field in all_fields())
    return frozenset(name for name, scalar in scalars if scalar and scalar.counts == "if there")


_SIMPLE = (str, int, Decimal, When, date)


def different(fields: Iterable[FieldChange], lang: Lang) -> str:
    """Say which fields are other than before."""
    return listed([part for field in fields for part in _field(field, lang)], lang, most=6)


def _field(field: FieldChange, lang: Lang) -> Iterator[str]:
    """Say how one field that counts is other than before, with its contents if they are short."""
    outer, _, inner = field.name.partition(".")
    word = _labels()[inner or outer].for_lang(lang)
    if inner:
        word = f"{_labels()[outer].for_lang(lang)}: {word}"
    if field.name in _there_or_not() and None in (field.before, field.after):
        state = Text("dihapus", "removed") if field.after is None else Text("ditulis", "written")
        yield f"{word} {state.for_lang(lang)}"
    elif _are(Effect, field):
        yield from _effects(field, lang)
    elif _are(Funding, field):
        yield f"{word} {_money(field.before, lang)} → {_money(field.after, lang)}"
    elif _are(Threshold, field) and (new := _new_thresholds(field)):
        thresholds = listed([_threshold(threshold, lang) for threshold in new], lang, most=3)
        yield Text(f"ambang baru {thresholds}", f"new threshold {thresholds}").for_lang(lang)
    elif _is_short(field.before) and _is_short(field.after):
        yield f"{word} {shown(field.before, lang)} → {shown(field.after, lang)}"
    else:
        yield Text(f"{word} berubah", f"{word} changed").for_lang(lang)


def _is_short(value: Any) -> bool:
    if isinstance(value, tuple) and not isinstance(value, When):
        return len(value) <= 4 and all(isinstance(item, str) for item in value)
    return value is None or isinstance(value, _SIMPLE)


def _are(kind: type[Record], field: FieldChange) -> bool:
    records = (*(field.before or ()), *(field.after or ())) if isinstance(field.after, tuple) else ()
    return bool(records) and all(isinstance(record, kind) for record in records)


def _effects(field: FieldChange, lang: Lang) -> Iterator[str]:
    old, new = ({effect.code: effect for effect in side} for side in (field.before, field.after))
    for code in dict.fromkeys((*old, *new)):
        was, is_ = old.get(code), new.get(code)
        if was == is_:
            continue
        if was is None or is_ is None:
            word = (
                Text("tidak lagi menuju", "no longer aims at") if is_ is None else Text("menuju", "aims at")
            )
            yield f"{word.for_lang(lang)} {code}"
        else:
            effect = Text(f"dampak pada {code}", f"effect on {code}").for_lang(lang)
            yield f"{effect} {shown(was.adds, lang)} → {shown(is_.adds, lang)}"


def _new_thresholds(field: FieldChange) -> list[Threshold]:
    """Return the thresholds that were not there before, whatever was added to those that were."""
    old = [_what_counts(threshold) for threshold in field.before or ()]
    return [threshold for threshold in field.after if _what_counts(threshold) not in old]


def _what_counts(threshold: Threshold) -> tuple[object, ...]:
    return threshold.kind, threshold.value, threshold.due, threshold.since


def _threshold(threshold: Threshold, lang: Lang) -> str:
    limits = [KINDS[threshold.kind]]
    if threshold.due is not None:
        limits.append(Text(f"sampai akhir {threshold.due}", f"by the end of {threshold.due}"))
    if threshold.since is not None:
        since = threshold.since
        limits.append(Text(f"berlaku mulai {since.text('id')}", f"in force from {since.text('en')}"))
    words = ", ".join(limit.for_lang(lang) for limit in limits)
    return f"{number(threshold.value, lang)} ({words})"


def _money(funding: tuple[Funding, ...], lang: Lang) -> str:
    amounts = [share.amount for share in funding]
    return shown(None, lang) if None in amounts or not amounts else money(sum(filter(None, amounts)), lang)
