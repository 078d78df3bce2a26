"""Record: one mapping of the YAML, typed and frozen, that knows where it was read."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from serang_plan.places import Pointer

ANCHOR = "\0anchor"
"""The key under which the reader notes a mapping's place; no YAML text can contain it."""

_put = object.__setattr__


class Record(BaseModel):
    """The base of all records; its place does not count when records are compared."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)
    _all_fields: ClassVar[set[str]] = set()

    anchor: int = Field(0, alias=ANCHOR, exclude=True, repr=False)

    def model_post_init(self, context: Any) -> None:
        """Share one set for all records: Pydantic's own, one each, doubles their memory."""
        _put(self, "__pydantic_fields_set__", self._all_fields)

    def at(self, *keys: str | int) -> Pointer:
        """Return where this record, or something in it, is written."""
        return Pointer(self.anchor, keys)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Record):
            return NotImplemented
        return all(value == other.__dict__[name] for name, value in self.__dict__.items() if name != "anchor")

    def __hash__(self) -> int:
        return hash(tuple(value for name, value in self.__dict__.items() if name != "anchor"))
