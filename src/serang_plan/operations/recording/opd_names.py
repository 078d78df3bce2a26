"""OPD names: an OPD bears another name from a time on, or ends, with an OPD that follows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from serang_plan.editing.changes import AppendItem, Change, SetField, Value, plain_of
from serang_plan.model.opd import Opd, OpdName


def renamed(opd: Opd, fields: Mapping[str, Value]) -> tuple[Change, ...]:
    """Return what adds a name; nothing if it is there."""
    name = OpdName.model_validate(plain_of(fields))
    return () if name in opd.names else (AppendItem(opd.at("names"), fields),)


def ended(opd: Opd, fields: Mapping[str, Value]) -> Iterator[Change]:
    """Give what says when an OPD ends, and which one follows it."""
    for key, value in fields.items():
        yield SetField(opd.at(key), value)
