"""The JSON Schema and the program agree: it accepts what we ship and refuses what family F refuses."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

from serang_plan.model.record import ANCHOR
from serang_plan.places import SourceFile
from serang_plan.reading import faults
from serang_plan.reading.decoding import read_text
from serang_plan.reading.folder import find_files
from serang_plan.reading.json_schema import schema
from serang_plan.reading.recovery import entries
from serang_plan.reading.yaml_tree import Tree
from tests.conftest import ROOT

VALIDATOR = Draft7Validator(schema(), format_checker=FormatChecker())
SHIPPED = [
    path
    for folder in ("data", "src/serang_plan/example", "src/serang_plan/template")
    for path in find_files(str(ROOT / folder))
]
F_RULES = [file for file in faults.FILES if file.startswith("f")]


def as_json(path: str) -> Any:
    """Return a file's sections as JSON would hold them."""
    sections: dict[str, Any] = {}
    for entry in entries(Tree(SourceFile(path, read_text(path)[0]), 0)):
        value = _plain(entry.value)
        if entry.in_list:
            sections.setdefault(entry.section.name, []).append(value)
        else:
            sections[entry.section.name] = value
    return sections


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if key != ANCHOR}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(schema())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: "/".join(Path(path).parts[-2:]))
def test_it_accepts_what_is_shipped(path: str) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(as_json(path))] == []


@pytest.mark.parametrize("file", F_RULES)
def test_it_refuses_what_the_program_refuses(file: str) -> None:
    folder = ROOT / "tests" / "rules" / file
    refused = any(not VALIDATOR.is_valid(as_json(path)) for path in find_files(str(folder / "bad")))

    assert refused


@pytest.mark.parametrize("file", F_RULES)
def test_it_accepts_the_good_case(file: str) -> None:
    for path in find_files(str(ROOT / "tests" / "rules" / file / "good")):
        assert [error.message for error in VALIDATOR.iter_errors(as_json(path))] == []


def test_every_key_is_described_in_indonesian() -> None:
    bare = [
        f"{name}.{key}"
        for name, definition in schema()["definitions"].items()
        for key, field in definition.get("properties", {}).items()
        if "description" not in field
    ]

    assert bare == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: "/".join(Path(path).parts[-2:]))
def test_every_file_points_an_editor_at_the_schema(path: str) -> None:
    first = Path(path).read_text(encoding="utf-8").splitlines()[0]

    assert first == "# yaml-language-server: $schema=../schema/serang-plan.schema.json"
