"""Significance: which fields of a record count, and whether two records mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from serang_plan.analysis.changes.change import FieldChange
from serang_plan.model.fields import Counting
from serang_plan.model.record import Record, fields_of


@cache
def ways_of_counting(kind: type[Record]) -> Mapping[str, Counting]:
    """Return how each field of a record counts; one that says only how something is printed does not."""
    return {
        field.name: field.scalar.counts if field.scalar else "in full"
        for field in fields_of(kind).values()
        if field.facts is None or field.facts.counts
    }


def is_named(record: Record) -> bool:
    """Whether a record with another name is renamed, which is told apart."""
    return ways_of_counting(type(record)).get("name") == "as name"


def counted(record: Record, *, names: bool = False) -> dict[str, Any]:
    """Return what counts of a record, by field, as plain values that can be compared."""
    counts: dict[str, Any] = {}
    for name, way in ways_of_counting(type(record)).items():
        value = record.__dict__[name]
        if way == "if there":
            counts[name] = value is not None
        elif way == "in full" or (way == "as name" and names):
            counts[name] = plain(value)
    return counts


_WORD = re.compile(r"\w+")


def plain(value: Any) -> Any:
    """Return a value without what does not count; lists keep their order only where it says something."""
    if isinstance(value, Record):
        return tuple(counted(value, names=True).items())
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(sorted(map(plain, value), key=repr))
    if type(value) in (int, Decimal):
        return Decimal(value).normalize()
    return value


def differing(before: Record, after: Record, besides: frozenset[str] = frozenset()) -> Iterator[FieldChange]:
    """Give the fields that count and differ, but for those told already; of a part as `place.kelurahan`."""
    old, new = counted(before), counted(after)
    for name, field in fields_of(type(after)).items():
        is_task = field.scalar is not None and field.scalar.news
        if is_task and name not in besides and _is_news(before, after, name):
            yield FieldChange(name, before.__dict__[name], after.__dict__[name])
    for name, value in new.items():
        if name not in besides and old.get(name) != value:
            was, is_ = before.__dict__[name], after.__dict__[name]
            if isinstance(was, Record) and isinstance(is_, Record):
                yield from (inner._replace(name=f"{name}.{inner.name}") for inner in differing(was, is_))
            else:
                yield FieldChange(name, was, is_)


def _is_news(before: Record, after: Record, name: str) -> bool:
    """Whether a sentence kept less than half of its words, of the shorter one's if it grew or shrank."""
    old, new = before.__dict__[name], after.__dict__[name]
    if old is None or new is None:
        return False  # that is told by its presence
    was, is_ = (set(_WORD.findall(text.casefold())) for text in (old, new))
    return len(was & is_) * 2 < min(len(was), len(is_))


def means_same(before: Record, after: Record) -> bool:
    """Whether two records mean the same."""
    return counted(before) == counted(after)
