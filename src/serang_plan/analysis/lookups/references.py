"""References: every place where one record names another by its code."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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


def references(plan: Plan, *sections: str) -> Iterator[Reference]:
    """Give every place that names a code of these sections: of one of them, whichever it is.

    What a history changes is looked at as it is written. Duties come first, for a list of which nothing is
    written yet is missed at the first; sources in the order of the sections. `semua` is nobody in
    particular and is left out.
    """
    first = () if sections == ("sources",) else _DUTIES
    for section in dict.fromkeys((*first, *SECTIONS)):
        if _fields_naming(SECTIONS[section], sections):
            for record in (plan.written or plan).section(section):
                yield from _references_in(record, sections)


def _references_in(record: Record, sections: tuple[str, ...]) -> Iterator[Reference]:
    for field in _fields_naming(type(record), sections):
        value = getattr(record, field.name)
        if value is None:
            continue
        if field.record:
            for inner in value if field.is_list else (value,):
                yield from _references_in(inner, sections)
        elif field.scalar and field.scalar.or_everybody and value in (EVERYBODY, (EVERYBODY,)):
            continue
        elif field.is_list:
            for nth, code in enumerate(value):
                yield Reference(code, record, (field.key, nth))
        else:
            yield Reference(value, record, (field.key,))


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


def providers_named(plan: Plan) -> Iterator[Reference]:
    """Where an OPD or a partner is named as the producer of a figure."""
    return references(plan, *_PROVIDERS)
