"""The house is held to its word."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "serang_plan"
MODULES = sorted(SOURCE.rglob("*.py"))
RUNS_GIT = SOURCE / "reading" / "git.py"
BELOW_THE_ROOF = [
    path for path in MODULES if "cli" not in path.parts and path.name != "__main__.py" and path != RUNS_GIT
]


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_has_its_caption(path: Path) -> None:
    caption = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    assert caption
    assert caption.splitlines()[0].endswith((".", "?"))


@pytest.mark.parametrize("path", BELOW_THE_ROOF, ids=name_of)
def test_nothing_below_the_roof_reads_the_clock_the_environment_or_prints(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"\bos\.environ\b|\.today\(\)|\.now\(|(?<!\.)\bprint\(|\bsys\.std", text)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_reading_wing_knows_yaml(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert "reading" in path.parts or not re.search(r"^\s*(?:import|from) yaml\b", text, re.MULTILINE)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_one_module_starts_another_program(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert path == RUNS_GIT or not re.search(
        r"\bsubprocess\b|os\.(?:system|popen|exec|spawn|posix_spawn)", text
    )


def test_the_map_of_the_house_shows_every_room_and_no_other() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in SOURCE.iterdir() if (path.is_dir() or path.suffix == ".py")}
    named = {name.rstrip("/") for name in re.findall(r"^\| `([\w/]+)`", text, re.MULTILINE)}
    modules = re.findall(r"`((?:cli|reading)\.\w+)`", text)

    assert named == rooms - {"__init__", "__main__", "__pycache__", "example", "template"}
    assert [name for name in modules if not (SOURCE / f"{name.replace('.', '/')}.py").exists()] == []


def test_there_is_no_room_without_a_subject() -> None:
    assert [
        name_of(path) for path in MODULES if path.stem in ("utils", "helpers", "common", "base", "services")
    ] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]

    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_both_languages_of_a_text_have_the_same_placeholders(path: Path) -> None:
    different = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            values = [*node.args, *(one.value for one in node.keywords)]
            if len(values) == 2 and all(isinstance(one, ast.Constant) for one in values):
                first, second = (set(re.findall(r"\{(\w*)\}", str(one.value))) for one in values)  # type: ignore[attr-defined]
                if first != second:
                    different.append(node.lineno)

    assert different == []
