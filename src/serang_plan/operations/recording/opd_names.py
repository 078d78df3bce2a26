"""OPD names: an OPD bears another name from a time on."""

from __future__ import annotations

from collections.abc import Mapping

from serang_plan.editing.changes import AppendItem, Change, Value, plain_of
from serang_plan.model.opd import Opd, OpdName


def renamed(opd: Opd, fields: Mapping[str, Value]) -> tuple[Change, ...]:
    """Return what adds a name; nothing if it is there."""
    name = OpdName.model_validate(plain_of(fields))
    return () if name in opd.names else (AppendItem(opd.at("names"), fields),)
