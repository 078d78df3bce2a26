"""Columns: what a table says of its cells, taken from what the model says of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, cast, get_args, get_origin

from serang_plan.model.fields import Scalar
from serang_plan.model.record import Record, RecordField, fields_of
from serang_plan.model.when import When

Cell = str | int | Decimal | date | None
ColumnType = Literal["string", "integer", "number", "boolean", "date", "year"]
_PLAIN: dict[object, ColumnType] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
TABLE_OF_SECTION = {"assignments": "duties", "plan": "pillars"}
"""Tables that are not called like the section whose codes they list."""


class DataColumn(NamedTuple):
    """One column: its name and type, what it says, and whose code it holds."""

    name: str
    type: ColumnType
    description: str
    required: bool = False
    words: tuple[str, ...] = ()
    refers_to: str = ""
    """The table that lists its codes."""


class FieldColumns(NamedTuple):
    """The columns of a field, and what they hold of a record."""

    columns: tuple[DataColumn, ...]
    cells: Callable[[Record], tuple[Cell, ...]]


def field_columns(kind: type[Record], name: str) -> FieldColumns:
    """Return the columns of a field: two for a time, one for anything else that is no list."""
    field = fields_of(kind)[name]
    if _is_time(kind, name):
        return FieldColumns(tuple(_time_columns(field)), lambda record: _times(getattr(record, name)))
    return FieldColumns((_column(kind, field),), lambda record: (_cell(getattr(record, name)),))


def code_column(kind: type[Record], name: str, called: str) -> DataColumn:
    """Return the column of one code of a list of codes."""
    return _column(kind, fields_of(kind)[name])._replace(name=called, required=True)


def _column(kind: type[Record], field: RecordField) -> DataColumn:
    info = kind.model_fields[field.name]
    words = tuple(_words(info.annotation))
    return DataColumn(
        field.key,
        "string" if words else _type(field.scalar, info.annotation),
        info.description or "",
        info.is_required(),
        words,
        _table(field.scalar),
    )


def _time_columns(field: RecordField) -> Iterator[DataColumn]:
    description = field.facts.description if field.facts else ""
    yield DataColumn(f"{field.key}_first", "date", f"{description} Hari pertamanya.")
    yield DataColumn(f"{field.key}_last", "date", f"{description} Hari terakhirnya.")


def _times(when: When | None) -> tuple[Cell, ...]:
    return (when.first, when.last) if when else (None, None)


def _cell(value: object) -> Cell:
    return cast(Cell, value)


def _is_time(kind: type[Record], name: str) -> bool:
    return When in _inner(kind.model_fields[name].annotation)


def _inner(annotation: object) -> Iterator[object]:
    """Give a type and all that it is made of."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for inner in get_args(annotation):
            yield from _inner(inner)


def _words(annotation: object) -> Iterator[str]:
    for inner in _inner(annotation):
        if get_origin(inner) is Literal:
            yield from get_args(inner)


def _type(scalar: Scalar | None, annotation: object) -> ColumnType:
    types = set(_inner(annotation))
    if date in types:
        return "date"
    if scalar is not None and scalar.schema.get("minimum") == 1900:
        return "year"
    return _PLAIN[scalar.schema.get("type", "string")] if scalar else "string"


def _table(scalar: Scalar | None) -> str:
    """Return the table that a code refers to; none where it may be of two, or may stand for everybody."""
    if scalar is None or len(scalar.refers_to) != 1 or scalar.or_everybody:
        return ""
    (section,) = scalar.refers_to
    return TABLE_OF_SECTION.get(section, section)
