"""Schemas: what the plan's files may hold, and what a report or a check says as JSON."""

from __future__ import annotations

import json
from importlib import resources

from serang_plan.operations.problem import NoChoiceError
from serang_plan.reading.json_schema import schema

_ENDING = ".schema.json"
_FOLDER = resources.files("serang_plan") / "schemas"


def schema_text() -> str:
    """Return the JSON Schema of the plan's files, as it is written for text editors."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def output_schemas() -> tuple[str, ...]:
    """Return the names of what is written as JSON: reports, and `validate`."""
    return tuple(sorted(file.name.removesuffix(_ENDING) for file in _FOLDER.iterdir()))


def output_schema(name: str) -> str:
    """Return the JSON Schema of a report. Raises NoChoiceError for a name that there is not."""
    names = output_schemas()
    if name not in names:
        raise NoChoiceError(name, "schema", names)
    return (_FOLDER / f"{name}{_ENDING}").read_text(encoding="utf-8")
