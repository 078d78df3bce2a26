"""The schema of a report, made from the records of its data: keys, kinds and descriptions are those of the fields."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import import_module
from itertools import pairwise
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from serang_plan.model.when import When
from serang_plan.reports.parts.json_values import SCHEMA_VERSION, Adopted, Kind, Stamp, as_object
from serang_plan.reports.registry import AnyReport

GROWS = (
    "Versi 2 hanya bertambah: kunci baru dapat muncul, yang ada tetap berarti sama.",
    "Version 2 only grows: keys may be added, those that are there keep their meaning.",
)
WHEN = {
    "type": "string",
    "pattern": r"^\d{4}(-(TW[1-4]|\d{2}(-\d{2})?))?$",
    "description": "A day, a month, a quarter or a year, as exactly as it is known: "
    "2020-03-10, 2020-03, 2020-TW1, 2020.",
}
DAY = {"type": "string", "format": "date", "description": "A day, as in 2020-03-10."}
PLAIN = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    Fraction: {"type": "number"},
    NoneType: {"type": "null"},
    object: {},
}
Schema = dict[str, Any]


def schema_of(report: AnyReport) -> Schema:
    """Return the JSON Schema of what a report says to programs."""
    record = record_of(report)
    made = Maker({})
    described = [" ".join(part.split()) for part in (inspect.getdoc(record) or "").split("\n\n")]
    assert len(described) == 2, f"{record.__name__}: its docstring is Indonesian, an empty line, English"
    indonesian, english = described
    properties = {
        "schema_version": {"const": SCHEMA_VERSION},
        "report": {"const": report.name},
        **made.fields(record),
        "origin": made.of(Adopted),
        "stamp": made.of(Stamp),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"serang-plan {report.command} --format json",
        "description": f"{indonesian} {GROWS[0]} / {english} {GROWS[1]}",
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "$defs": dict(sorted(made.known.items())),
    }


def record_of(report: AnyReport) -> type[Any]:
    """Return the record that a report gives."""
    data = import_module(f"serang_plan.reports.{report.folder}.data").data
    record: type[Any] = get_type_hints(data)["return"]
    return record


class Maker(NamedTuple):
    """Makes schemas of types, and knows the definitions that they refer to."""

    known: dict[str, Schema]

    def of(self, kind: Any) -> Schema:
        """Return the schema of a type."""
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._named(parts[1].name, lambda: self._annotated(parts[0], parts[1]))
        if origin in (Union, UnionType):
            return self._either(parts)
        if origin is Literal:
            return {"const": parts[0]} if len(parts) == 1 else {"enum": list(parts)}
        if origin is tuple:
            return {"type": "array", "items": self.of(parts[0])}
        if origin is not None and issubclass(origin, Mapping):
            return self._mapping(*parts)
        return PLAIN[kind] if kind in PLAIN else self._class(kind)

    def _class(self, kind: type[Any]) -> Schema:
        if kind is date:
            return self._named("day", lambda: DAY)
        if kind is When:
            return self._named("when", lambda: WHEN)
        if issubclass(kind, Enum):
            return {"enum": words(kind)}
        name = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
        return self._named(name, lambda: self._record(kind))

    def _named(self, name: str, make: Any) -> Schema:
        if name not in self.known:
            self.known[name] = {}
            self.known[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _annotated(self, kind: Any, said: Kind) -> Schema:
        described = {"description": said.description} if said.description else {}
        limits = {name: list(limit) if isinstance(limit, tuple) else limit for name, limit in said.limits}
        return {**self.of(kind), **limits, **described}

    def _either(self, kinds: tuple[Any, ...]) -> Schema:
        if Decimal in kinds:
            kinds = (Decimal, *(kind for kind in kinds if kind not in (int, Decimal, Fraction)))
        made = [self.of(kind) for kind in kinds]
        if kinds[-1] is NoneType and set(made[0]) == {"enum"}:
            return {"enum": [*made[0]["enum"], None]}
        if all(set(one) == {"type"} for one in made):
            return {"type": [one["type"] for one in made]}
        return {"anyOf": made}

    def _mapping(self, key: Any, value: Any) -> Schema:
        """Of an enumeration every word is a key; of a few words some; else whatever is there."""
        if key is str:
            return {"type": "object", "additionalProperties": self.of(value)}
        if get_origin(key) is Literal:
            properties = {word: self.of(value) for word in get_args(key)}
            return {"type": "object", "properties": properties, "additionalProperties": False}
        properties = {word: self.of(value) for word in words(key)}
        return {"type": "object", "required": list(properties), "properties": properties}

    def _record(self, kind: type[Any]) -> Schema:
        properties = self.fields(kind)
        return {
            "type": "object",
            "description": " ".join((inspect.getdoc(kind) or "").split()),
            "required": list(properties),
            "properties": properties,
        }

    def fields(self, record: type[Any]) -> dict[str, Schema]:
        """Return the schema of each field, with what is said of it."""
        hints, said = get_type_hints(record, include_extras=True), descriptions(record)
        described = {name: {"description": said[name]} if name in said else {} for name in hints}
        return {name.rstrip("_"): {**self.of(hint), **described[name]} for name, hint in hints.items()}


def words(kind: type[Enum]) -> list[object]:
    """Return the words of an enumeration as JSON has them."""

    class One(NamedTuple):
        word: Enum

    return [as_object(One(member))["word"] for member in kind]


@cache
def descriptions(record: type[Any]) -> dict[str, str]:
    """Return what is written below the fields of a record."""
    (made,) = ast.parse(inspect.getsource(record)).body
    assert isinstance(made, ast.ClassDef)
    return dict(_below(made.body))


def _below(lines: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for line, after in pairwise(lines):
        match line, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, " ".join(text.split())


def written(report: AnyReport) -> str:
    """Return a schema as its file holds it."""
    return json.dumps(schema_of(report), ensure_ascii=False, indent=2) + "\n"
