"""The JSON Schema of the files, for editors: what the records allow, in words they understand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import ANCHOR, Record
from serang_plan.reading.validation import ONE_MAPPING

DRAFT = "http://json-schema.org/draft-07/schema#"
"""Draft-07 and nothing newer: editors in offices are not always new."""


class _Schema(GenerateJsonSchema):
    def encode_default(self, dft: object) -> object:
        return float(dft) if isinstance(dft, Decimal) else super().encode_default(dft)


def schema() -> JsonSchemaValue:
    """Return the JSON Schema of one file: any of the sections, nothing else."""
    definitions: JsonSchemaValue = {}
    properties = {name: _section(name, record, definitions) for name, record in SECTIONS.items()}
    return {
        "$schema": DRAFT,
        "title": "serang-plan",
        "description": "Satu berkas rencana. Bagian boleh dibagi ke beberapa berkas.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "minProperties": 1,
        "definitions": dict(sorted(definitions.items())),
    }


def _section(name: str, record: type[Record], definitions: JsonSchemaValue) -> JsonSchemaValue:
    own = record.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Schema)
    for inner, definition in own.pop("$defs", {}).items():
        definitions[inner] = _plain(definition)
    definitions[record.__name__] = _plain(own)
    item = {"$ref": f"#/definitions/{record.__name__}"}
    if name in ONE_MAPPING:
        return {"description": record.section.description, "anyOf": [item, {"type": "null"}]}
    return {"description": record.section.description, "type": ["array", "null"], "items": item}


def _plain(part: Any) -> Any:
    """Leave out what editors do not need: our anchor, titles, English docstrings, defaults of null."""
    if isinstance(part, list):
        return [_plain(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {
        key: _properties(value) if key == "properties" else _plain(value)
        for key, value in part.items()
        if not (key == "title" or (key == "default" and value in (None, [])))
    }
    if part.get("type") == "object" and "properties" in part:
        kept.pop("description", None)
    return _without_choice(kept)


def _without_choice(part: JsonSchemaValue) -> JsonSchemaValue:
    """Turn a choice between types into one list of types: programs then name the fault and not the choice."""
    choices = part.get("anyOf", ())
    types = [kind for choice in choices for kind in _types(choice)]
    listed = any("enum" in choice or "const" in choice for choice in choices)
    if "" in types or len(set(types)) < len(types) or (listed and types[1:] != ["null"]) or not types:
        return part
    merged: JsonSchemaValue = {key: value for choice in choices for key, value in choice.items()}
    merged["type"] = types
    if "enum" in merged:
        merged["enum"] = [*merged["enum"], None]
    return {**merged, **{key: value for key, value in part.items() if key != "anyOf"}}


def _types(part: JsonSchemaValue) -> list[str]:
    """Return the types that a part names itself; one empty word if it names none."""
    kinds = part.get("type", "")
    return kinds if isinstance(kinds, list) else [kinds]


def _properties(properties: JsonSchemaValue) -> JsonSchemaValue:
    return {name: _plain(value) for name, value in properties.items() if name != ANCHOR}
