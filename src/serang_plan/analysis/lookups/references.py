"""References: every place where one record names another by its code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from functools import cache
from typing import Any, NamedTuple

from serang_plan.analysis import once
from serang_plan.model.opd import Opd
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.rakor import EVERYBODY, Rakor
from serang_plan.model.record import Record, RecordField, all_fields, fields_of
from serang_plan.places import Pointer

_OPD = ("opd",)
_PROVIDERS = ("opd", "partners")
_DUTIES = ("assignments", "actions")


class Reference(NamedTuple):
    """A code that is named, by which record, and under which keys."""

    code: str
    record: Record
    keys: tuple[str | int, ...]

    @property
    def at(self) -> Pointer:
        """Where the code is written."""
        return self.record.at(*self.keys)


def references(plan: Plan, *sections: str, listed: Collection[str] = ()) -> Iterator[Reference]:
    """Give every place that names a code of these sections: of one of them, whichever it is.

    What a history changes is looked at as it is written. Duties come first, for a list of which nothing is
    written yet is missed at the first; sources in the order of the sections. `semua` is nobody in
    particular and is left out, and so is a code that is listed.
    """
    if listed and all(code in listed for code in named_codes(plan).get(sections, ())):
        return
    first = () if sections == ("sources",) else _DUTIES
    for section in dict.fromkeys((*first, *SECTIONS)):
        if _fields_naming(SECTIONS[section], sections):
            for record in (plan.written or plan).section(section):
                yield from _references_in(record, sections, listed)


def _references_in(record: Record, sections: tuple[str, ...], listed: Collection[str]) -> Iterator[Reference]:
    for field in _fields_naming(type(record), sections):
        value = getattr(record, field.name)
        if not value:
            continue
        if field.record:
            for inner in value if field.is_list else (value,):
                yield from _references_in(inner, sections, listed)
            continue
        for nth, code in enumerate(_codes(field, value)):
            if code not in listed:
                yield Reference(code, record, (field.key, nth) if field.is_list else (field.key,))


def _codes(field: RecordField, value: Any) -> tuple[str, ...]:
    """Return the codes that are typed in a field."""
    codes = value if field.is_list else (value,)
    return () if codes == (EVERYBODY,) and field.scalar and field.scalar.or_everybody else codes


@once
def named_codes(plan: Plan) -> Mapping[tuple[str, ...], Set[str]]:
    """Return the codes that are named anywhere, by the sections of which they are."""
    named: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for section in SECTIONS:
        for record in (plan.written or plan).section(section):
            _name(record, named)
    return dict(named)


def _name(record: Record, named: dict[tuple[str, ...], set[str]]) -> None:
    for field in _naming_fields(type(record)):
        value = getattr(record, field.name)
        if not value:
            continue
        if field.scalar:
            named[field.scalar.refers_to].update(_codes(field, value))
            continue
        for inner in value if field.is_list else (value,):
            _name(inner, named)


@cache
def _naming_fields(kind: type[Record]) -> tuple[RecordField, ...]:
    """Return the fields that name codes, and those whose records do."""
    return tuple(
        field
        for field in fields_of(kind).values()
        if (field.scalar and field.scalar.refers_to) or (field.record and _naming_fields(field.record))
    )


@cache
def _fields_naming(kind: type[Record], sections: tuple[str, ...]) -> tuple[RecordField, ...]:
    """Return the fields that name such codes; then those whose records do, lists of them last."""
    fields = fields_of(kind).values()
    own = (field for field in fields if field.scalar and field.scalar.refers_to == sections)
    inner = [field for field in fields if field.record and _fields_naming(field.record, sections)]
    return (*own, *sorted(inner, key=lambda field: field.is_list))


CodeFields = frozenset[tuple[type[Record], str]]


@cache
def code_fields(section: str) -> CodeFields:
    """Return the fields that hold codes of a section: the code of its records, and what refers to it."""
    fields = all_fields()
    referring = (
        (kind, field.name) for kind, field in fields if field.scalar and section in field.scalar.refers_to
    )
    return frozenset({(SECTIONS[section], "code"), *referring})


def duties_named(plan: Plan) -> Iterator[Reference]:
    """Where an OPD is named for something to do: not as a guest or as a successor."""
    for named in references(plan, *_OPD):
        if not isinstance(named.record, Rakor | Opd):
            yield named
    yield from providers_named(plan)


def providers_named(plan: Plan, listed: Collection[str] = ()) -> Iterator[Reference]:
    """Where an OPD or a partner is named as the producer of a figure."""
    return references(plan, *_PROVIDERS, listed=listed)
