"""Mentions: by what each record of a plan is named, so that a source leads up to what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.record import Record, fields_of

Key = tuple[str, str]
"""A section and a code of it."""


class Mention(NamedTuple):
    """A record of a section, and what in it names a code: itself, or one of its parts."""

    owner: Record
    part: Record


def mentions(plan: Plan) -> Mapping[Key, tuple[Mention, ...]]:
    """Return what names each code of each section, in the order of the sections."""
    pairs = (
        ((section, code), Mention(owner, part))
        for name in SECTIONS
        for owner in plan.section(name)
        for part in _parts(owner)
        for section, code in dict.fromkeys(_named(part))
    )
    return grouped(pairs)


def _parts(record: Record) -> Iterator[Record]:
    """Give a record and all that is in it."""
    yield record
    for field in fields_of(type(record)).values():
        if field.record and (value := getattr(record, field.name)):
            for part in value if field.is_list else (value,):
                yield from _parts(part)


def _named(record: Record) -> Iterator[Key]:
    """Give the codes that a record itself names, each with every section that it may be of."""
    for field in fields_of(type(record)).values():
        if field.scalar and field.scalar.refers_to and (value := getattr(record, field.name)):
            for code in value if field.is_list else (value,):
                yield from ((section, code) for section in field.scalar.refers_to)
