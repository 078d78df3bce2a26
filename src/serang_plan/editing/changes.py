"""Changes: what is to be different in a plan, as values, and what the plain data say after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from serang_plan.model.record import Record, RecordField, fields_of
from serang_plan.model.when import When
from serang_plan.places import Keys, Pointer

Value: TypeAlias = "str | int | Decimal | date | When | Sequence[Value] | Mapping[str, Value]"
"""What can be written; a list or mapping of them too."""
Plain: TypeAlias = "str | int | Decimal | bool | list[Plain] | dict[str, Plain] | None"
"""The same as the reader gives it: times are text, years and whole amounts are whole numbers."""


class SetField(NamedTuple):
    """A field gets a value, whether it is there already or not."""

    at: Pointer
    value: Value


class AppendItem(NamedTuple):
    """A list gets a further item, whether the list is there already or not."""

    at: Pointer
    value: Value


class AddRecord(NamedTuple):
    """A section gets a further record."""

    section: str
    value: Mapping[str, Value]


class Remove(NamedTuple):
    """A field, an item of a list, or a whole record goes."""

    at: Pointer
    with_comments: bool = False
    """Whether comments within it may go too; else there must be none."""


class RenameField(NamedTuple):
    """A field gets another name and keeps its value as it is typed, or as the only item of a list."""

    at: Pointer
    name: str
    into_list: bool = False


Change: TypeAlias = SetField | AppendItem | AddRecord | Remove | RenameField


def plain_of(value: Value) -> Plain:
    """Return a value as the reader gives it back."""
    match value:
        case When():
            return int(value.iso) if value.iso.isdigit() else value.iso
        case date():
            return value.isoformat()
        case Decimal() if value.is_finite() and value == value.to_integral_value():
            return int(value)
        case str() | int() | Decimal():
            return value
        case Mapping():
            return {key: plain_of(inner) for key, inner in value.items()}
        case Sequence():
            return [plain_of(inner) for inner in value]


def intended(record: object, keys: Keys, change: Change) -> Plain:
    """Return what a record must say after a change at some keys in it, all of which lead somewhere."""
    changed: Any = deepcopy(record)
    within = changed
    for key in keys[:-1]:
        within = within[key]
    match change:
        case SetField(value=value):
            within[keys[-1]] = plain_of(value)
        case AppendItem(value=value):
            within[keys[-1]] = [*(within.get(keys[-1]) or ()), plain_of(value)]
        case Remove():
            del within[keys[-1]]
        case RenameField(name=name, into_list=into_list):
            value = within.pop(keys[-1])
            within[name] = [value] if into_list else value
    return changed  # type: ignore[no-any-return]


# -- the order of the model -----------------------------------------------------------


def fields_by_key(kind: type[Record] | None) -> Mapping[str, RecordField]:
    """Return the fields of a record in the order of the model, by their keys in the YAML."""
    return {field.key: field for field in fields_of(kind).values()} if kind else {}


def kind_at(kind: type[Record] | None, keys: Keys) -> type[Record] | None:
    """Return the kind of the records at some keys of a record."""
    for key in keys:
        if isinstance(key, str):
            field = fields_by_key(kind).get(key)
            kind = field and field.record
    return kind


def in_order(value: Plain, kind: type[Record] | None) -> Plain:
    """Return a value whose mappings have their keys in the order of the model."""
    if isinstance(value, list):
        return [in_order(item, kind) for item in value]
    if not isinstance(value, dict):
        return value
    known = [key for key in fields_by_key(kind) if key in value]
    rest = [key for key in value if key not in known]
    return {key: in_order(value[key], kind_at(kind, (key,))) for key in (*known, *rest)}
