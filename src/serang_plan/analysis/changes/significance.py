"""Meaning: which fields of a record count, and whether two records mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from serang_plan.analysis.changes.change import FieldChange
from serang_plan.model.record import Record

NAMES = frozenset({("Indicator", "name"), ("Action", "name"), ("Opd", "name"), ("Partner", "name")})
"""A record with another name is renamed, which is told apart."""

PROSE = frozenset(
    {
        *(("Header", "title"), ("Header", "city"), ("Pillar", "name"), ("Band", "name")),
        *(("Threshold", "basis"), ("Threshold", "note"), ("Threshold", "reason"), ("Part", "name")),
        *(("Measurement", "reason"), ("Measurement", "note"), ("Target", "reason"), ("Declaration", "by")),
        *(("Indicator", "name_en"), ("Indicator", "short"), ("Indicator", "short_en")),
        *(("Indicator", "unit_en"), ("Indicator", "note"), ("RegionName", "name")),
        *(("Opd", "aliases"), ("Opd", "note"), ("Partner", "aliases"), ("Partner", "note")),
        *(
            ("Assignment", "note"),
            ("Move", "reason"),
            ("Place", "site"),
            ("Action", "note"),
            ("Stage", "note"),
        ),
        *(("Decision", "text"), ("Decision", "note"), ("Rakor", "place"), ("Rakor", "chair")),
        *(("Rakor", "agenda"), ("Rakor", "note"), ("Source", "title"), ("Source", "publisher")),
        *(
            ("Source", "note"),
            ("Claim", "by"),
            ("Claim", "note"),
            ("Statement", "text"),
            ("Dispute", "topic"),
        ),
    }
)
"""Sentences for people: written otherwise, they mean no other plan."""

LOOKS = frozenset({("Settings", "letter")})
"""What says only how something is printed."""

PRESENCE = frozenset(
    {("Action", "culture"), ("Stage", "focus"), ("Decision", "evidence"), ("Dispute", "resolution")}
)
"""Sentences of which only counts whether they are there."""


SAID = frozenset({("Stage", "focus"), ("Decision", "text")})
"""Sentences that say what is to be done: reworded they are prose, with most words others they are news."""


def counted(record: Record, *, names: bool = False) -> dict[str, Any]:
    """Return what counts of a record, by field, as plain values that can be compared."""
    kind = type(record).__name__
    found: dict[str, Any] = {}
    for name, value in record.__dict__.items():
        key = kind, name
        if name == "anchor" or key in PROSE or key in LOOKS or (key in NAMES and not names):
            continue
        found[name] = value is not None if key in PRESENCE else plain(value)
    return found


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


def differing(before: Record, after: Record, told: frozenset[str] = frozenset()) -> Iterator[FieldChange]:
    """Give the fields that count and differ, but for those told already; of a part as `place.kelurahan`."""
    old, new, kind = counted(before), counted(after), type(after).__name__
    for name in after.__dict__:
        if (kind, name) in SAID and name not in told and _is_news(before, after, name):
            yield FieldChange(name, before.__dict__[name], after.__dict__[name])
    for name, value in new.items():
        if name not in told and old.get(name) != value:
            was, is_ = before.__dict__[name], after.__dict__[name]
            if isinstance(was, Record) and isinstance(is_, Record):
                yield from (one._replace(name=f"{name}.{one.name}") for one in differing(was, is_))
            else:
                yield FieldChange(name, was, is_)


def _is_news(before: Record, after: Record, name: str) -> bool:
    """Whether a sentence kept less than half of its words, of the shorter one's if it grew or shrank."""
    old, new = before.__dict__[name], after.__dict__[name]
    if old is None or new is None:
        return False  # that is told by its presence
    was, is_ = (set(_WORD.findall(text.casefold())) for text in (old, new))
    return len(was & is_) * 2 < min(len(was), len(is_))


def same(before: Record, after: Record) -> bool:
    """Whether two records mean the same."""
    return counted(before) == counted(after)
