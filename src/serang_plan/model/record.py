"""Record: one mapping of the YAML, typed and frozen, that knows where it was read."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, Literal, NamedTuple, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field

from serang_plan.model.fields import FieldFacts, Scalar
from serang_plan.places import Pointer

ANCHOR = "\0anchor"
"""The key under which the reader notes a mapping's place; no YAML text can contain it."""

_share = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_ALL_FIELDS: set[str] = set()


class Record(BaseModel):
    """The base of all records; its place does not count when records are compared."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, defer_build=True)
    section: ClassVar[FieldFacts]
    """What the section is that holds such records, if one does."""

    anchor: int = Field(0, alias=ANCHOR, exclude=True, repr=False)

    def model_post_init(self, context: object) -> None:
        """Share one set for all records: Pydantic's own, one each, doubles their memory."""
        _share(self, _ALL_FIELDS)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy as Pydantic does, but for the set of what was set, which takes more room than the values."""
        copied = super().model_copy(deep=deep)
        copied.__dict__.update(update or {})
        _share(copied, _ALL_FIELDS)
        return copied

    def at(self, *keys: str | int) -> Pointer:
        """Return where this record, or something in it, is written."""
        return Pointer(self.anchor, keys)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Record):
            return NotImplemented
        return all(value == other.__dict__[name] for name, value in self.__dict__.items() if name != "anchor")

    def __hash__(self) -> int:
        return hash(tuple(value for name, value in self.__dict__.items() if name != "anchor"))


class RecordField(NamedTuple):
    """What is known of a field: its name here and its key in the YAML, and what its type says."""

    name: str
    key: str
    is_list: bool
    scalar: Scalar | None
    record: type[Record] | None
    """The kind of records in it, if it holds such."""
    facts: FieldFacts | None


@cache
def fields_of(kind: type[Record]) -> Mapping[str, RecordField]:
    """Return what is known of the fields of a record, by their names."""
    return {field.name: field for field in _fields(kind) if field.name != "anchor"}


def all_fields() -> Iterator[tuple[type[Record], RecordField]]:
    """Give every field of every kind of record."""
    for kind in Record.__subclasses__():
        yield from ((kind, field) for field in fields_of(kind).values())


def _fields(kind: type[Record]) -> Iterator[RecordField]:
    for name, info in kind.model_fields.items():
        scalar = record = None
        for mark in reversed([*info.metadata, *_said_by(info.annotation)]):
            if isinstance(mark, Scalar):
                scalar = mark
            elif isinstance(mark, type) and issubclass(mark, Record):
                record = mark
        facts = info.description if isinstance(info.description, FieldFacts) else None
        is_list = get_origin(info.annotation) is tuple
        yield RecordField(name, info.alias or name, is_list, scalar, record, facts)


def _said_by(annotation: object) -> Iterator[object]:
    """Give the types and the marks of a type, from outside to inside."""
    arguments = get_args(annotation)
    if not arguments:
        yield annotation
    elif get_origin(annotation) is not Literal:
        for inner in arguments:
            yield from _said_by(inner)
