"""Our validator of a record checks what Pydantic's own would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import Record
from serang_plan.model.validator import schema_of

FOR_JSON_SCHEMA = {"metadata", "ref", "serialization_alias", "serialization_exclude"}
USUAL = {"computed_fields": [], "custom_init": False, "root_model": False}
"""What Pydantic writes although it is so where nothing is said."""


def compared(schema: Any, records: Mapping[str, Any]) -> Any:
    """Return a schema without what does not check, and with its definitions where they are used."""
    if isinstance(schema, list):
        return [compared(one, records) for one in schema]
    if not isinstance(schema, dict):
        return getattr(schema, "__qualname__", schema)
    if schema.get("type") == "definitions":
        records = {one["ref"]: one for one in schema["definitions"]}
        return compared(schema["schema"], records)
    if schema.get("type") == "definition-ref":
        return compared(records[schema["schema_ref"]], records)
    return {
        key: compared(value, records)
        for key, value in schema.items()
        if key not in FOR_JSON_SCHEMA and not (key in USUAL and value == USUAL[key])
    }


def kinds() -> list[type[Record]]:
    return Record.__subclasses__()


def test_schema_is_the_one_that_pydantic_builds() -> None:
    assert len(kinds()) > len(SECTIONS)
    differing = []
    for kind in kinds():
        kind.model_rebuild()
        if compared(schema_of(kind), {}) != compared(kind.__pydantic_core_schema__, {}):
            differing.append(kind.__name__)
    assert not differing
