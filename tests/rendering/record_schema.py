"""The JSON Schema of records, from their types: what `Annotated` says of a value stands in the schema."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TYPES = {str: "string", int: "integer", bool: "boolean", float: "number", NoneType: "null"}


def schema_of(record: type, title: str) -> dict[str, Any]:
    """Return the schema of a record; those that it holds stand under `$defs`."""
    definitions: dict[str, Any] = {}
    whole = _record(record, definitions)
    return {"$schema": DRAFT, "title": title, **whole, "$defs": dict(sorted(definitions.items()))}


def _record(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(record, include_extras=True)
    return {
        "description": " ".join((record.__doc__ or "").split()),
        "type": "object",
        "required": [key for key, hint in hints.items() if get_origin(hint) is not NotRequired],
        "properties": {key: _value(hint, definitions) for key, hint in hints.items()},
    }


def _value(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        facts = _value(parts[0], definitions)
        for described in hint.__metadata__:
            facts |= {described.keyword: described.limit} if described.keyword else {}
            facts |= {"description": described.description} if described.description else {}
        return facts
    if hint is object:
        return {}
    if hint in TYPES:
        return {"type": TYPES[hint]}
    if origin is NotRequired:
        return _value(parts[0], definitions)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin in (Union, UnionType):
        return {"anyOf": [_value(part, definitions) for part in parts]}
    if origin is list:
        return {"type": "array", "items": _value(parts[0], definitions)}
    definitions[hint.__name__] = _record(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}
