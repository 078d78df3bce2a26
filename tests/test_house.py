"""The house is held to its word."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from serang_plan.rendering.formats import FINDING_FORMATS, PAGE_FORMATS
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "serang_plan"
MODULES = sorted(SOURCE.rglob("*.py"))
RUNS_GIT = SOURCE / "reading" / "git.py"
BELOW_THE_ROOF = [
    path for path in MODULES if "cli" not in path.parts and path.name != "__main__.py" and path != RUNS_GIT
]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = SETTINGS["tool"]["importlinter"]["contracts"]


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree_of(path)))


def lines_with(pattern: str, paths: Iterable[Path]) -> list[str]:
    """Return each place where a pattern is found, as one can open it."""
    return [
        f"{name_of(path)}:{text_of(path)[: found.start()].count(chr(10)) + 1}: {found[0].strip()}"
        for path in paths
        for found in re.finditer(pattern, text_of(path), re.MULTILINE)
    ]


def none_of(offenders: Iterable[object]) -> None:
    """Name everything that breaks a rule, not only the first."""
    broken = [name_of(each) if isinstance(each, Path) else str(each) for each in offenders]
    assert not broken, "\n".join(broken)


def test_every_module_has_its_caption() -> None:
    captions = {path: ast.get_docstring(tree_of(path)) or "" for path in MODULES}

    none_of(path for path, caption in captions.items() if caption.partition("\n")[0][-1:] not in {*".?"})


def test_nothing_below_the_roof_reads_the_clock_the_environment_or_prints() -> None:
    reaching = r"\bos\.environ\b|\.today\(\)|\.now\(|(?<!\.)\bprint\(|\bsys\.std"

    none_of(lines_with(reaching, BELOW_THE_ROOF))


def test_only_the_reading_wing_knows_yaml() -> None:
    others = [path for path in MODULES if "reading" not in path.parts]

    none_of(lines_with(r"^\s*(?:import|from) yaml\b", others))


def test_only_one_module_starts_another_program() -> None:
    others = [path for path in MODULES if path != RUNS_GIT]

    none_of(lines_with(r"\bsubprocess\b|os\.(?:system|popen|exec|spawn|posix_spawn)", others))


def test_only_the_command_line_knows_typer() -> None:
    none_of(lines_with(r"^\s*(?:import|from) typer\b", BELOW_THE_ROOF))


ROOMS = {name_of(path).partition("/")[0].removesuffix(".py") for path in MODULES} - {"__init__", "__main__"}
MARGIN = 68
"""Behind it stands what is said of the drawing."""


def test_the_map_of_the_house_shows_every_room_and_folder_and_no_other() -> None:
    """What else a page names, modules and paths, is looked for in tests/docs."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    _, _, table = text.partition("## Rooms and folders")
    named = re.findall(r"^\| `([\w/]+)` \| \S", table.partition("## The flow")[0], re.MULTILINE)
    folders = {f"{name_of(path.parent)}/" for path in MODULES if path.name == "__init__.py"} - {"./"}
    modules = {path.stem for path in SOURCE.glob("[!_]*.py")}

    assert set(named) == folders | modules
    assert len(set(named)) == len(named)


def test_the_drawing_of_the_house_is_the_contract_between_its_rooms() -> None:
    """Rooms that stand on one line of the drawing are one layer."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    lines = [set(re.findall(r"[a-z]+", line[:MARGIN])) for line in text.split("```")[1].splitlines()]
    (layers,) = (contract["layers"] for contract in CONTRACTS if "serang_plan.cli" in contract["layers"])
    below = [{room.removeprefix("serang_plan.") for room in layer.split(" | ")} for layer in layers]

    assert [line for line in lines if line] == below
    assert set.union(*below) == ROOMS


def test_there_is_no_room_without_a_subject() -> None:
    none_of(path for path in MODULES if path.stem in ("utils", "helpers", "common", "base", "services"))


def test_functions_are_short() -> None:
    long = [
        f"{name_of(path)}: {node.name}"
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]

    none_of(long)


def test_no_sentence_parts_a_figure_from_its_percent_sign() -> None:
    """Only examples of what somebody types do, and those stand in captions."""
    parted = []
    for path in MODULES:
        nodes = nodes_of(path)
        captions = {ast.get_docstring(node, clean=False) for node in nodes if isinstance(node, CAPTIONED)}
        texts = {node.value for node in nodes if isinstance(node, ast.Constant)} - captions
        parted += [
            f"{name_of(path)}: {text}"
            for text in texts
            if isinstance(text, str) and re.search(r"(?:\d|^) %", text)
        ]

    none_of(parted)


CAPTIONED = (ast.Module, ast.FunctionDef, ast.ClassDef)


def test_both_languages_of_a_text_have_the_same_placeholders() -> None:
    different = []
    for path in MODULES:
        for node in nodes_of(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                values = [*node.args, *(keyword.value for keyword in node.keywords)]
                texts = [str(value.value) for value in values if isinstance(value, ast.Constant)]
                places = [set(re.findall(r"\{(\w*)\}", text)) for text in texts]
                if len(values) == len(texts) == 2 and places[0] != places[1]:
                    different.append(f"{name_of(path)}:{node.lineno}")

    none_of(different)


# -- who imports whom ------------------------------------------------------------------------------


def module_of(path: Path) -> str:
    return ".".join(("serang_plan", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(
        ".__init__"
    )


BY_NAME = {module_of(path): path for path in MODULES}


def imports_of(path: Path) -> set[str]:
    """Return the modules of the program that one imports, inside functions too; what is for types is left out."""
    return {name for name in all_imports_of(path) if name in BY_NAME}


@cache
def all_imports_of(path: Path) -> frozenset[str]:
    nodes: list[ast.AST] = [tree_of(path)]
    imported: set[str] = set()
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            nodes += node.orelse
            continue
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: imports bear their whole name"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            imported |= {name if name in BY_NAME else str(node.module) for name in names}
        nodes += ast.iter_child_nodes(node)
    return frozenset(imported)


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name: imports_of(path) - {name} for name, path in BY_NAME.items()}

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(reversed(circle.args[1])))


OPERATIONS = SOURCE / "operations"
SHARED = ("checking", "files")
"""Folders of operations that the others stand on."""
JOINING = ("beginning", "sheets")
"""Folders that stand on others: a form that comes home is recorded; a first plan reads lists as forms."""


def test_the_contract_keeps_every_folder_of_operations_from_the_others() -> None:
    (layers,) = (
        contract["layers"]
        for contract in CONTRACTS
        if contract.get("containers") == ["serang_plan.operations"]
    )
    (independent,) = (layer for layer in layers if "|" in layer)
    folders = {path.parent.name for path in OPERATIONS.glob("*/__init__.py")}
    beside = {path.stem for path in OPERATIONS.glob("*.py")} - {"__init__"}

    assert set(independent.split(" | ")) == folders - {*SHARED, *JOINING}
    assert set(layers) - {independent} == {*SHARED, *JOINING, *beside}


OPERATION_MODULES = [path for path in OPERATIONS.rglob("*.py") if path.name != "__init__.py"]


def test_every_operation_has_tests_that_import_it() -> None:
    tests = (ROOT / "tests" / "operations").glob("test_*.py")

    called = {name for test in tests for name in imports_of(test)}
    none_of(sorted({module_of(path) for path in OPERATION_MODULES} - called))


BLIND = ("analysis", "editing", "model", "operations", "policy", "properties", "reading", "rules", "seeded")
"""Rooms whose tests need no command line."""
BLIND_TESTS = sorted(path for room in BLIND for path in (ROOT / "tests" / room).rglob("*.py"))


def test_what_is_below_the_roof_is_tested_without_the_command_line() -> None:
    none_of(
        f"{path.relative_to(ROOT)}: {name}"
        for path in BLIND_TESTS
        for name in sorted(reached_from(path))
        if name.startswith("serang_plan.cli")
    )


def reached_from(path: Path) -> set[str]:
    """Return what a test imports, by itself and through the modules that help it."""
    reached = {*all_imports_of(path)}
    while helpers := {name for name in reached if is_a_helper(name)}:
        reached -= helpers
        reached |= {name for helper in helpers for name in all_imports_of(file_of(helper))}
    return reached


@cache
def is_a_helper(name: str) -> bool:
    return name.startswith("tests.") and file_of(name).exists()


def file_of(name: str) -> Path:
    return ROOT / f"{name.replace('.', '/')}.py"


# -- names and folders --------------------------------------------------------------------------


RECORDS_FOR_PROGRAMS = [
    *SOURCE.glob("reports/*/data.py"),
    SOURCE / "reports" / "parts" / "json_values.py",
    SOURCE / "rendering" / "findings" / "json.py",
]
"""Their records are called as the published schema of each calls them, in a file of their own."""


def test_no_class_name_means_two_things() -> None:
    defined = defaultdict(list)
    for path in sorted({*MODULES} - {*RECORDS_FOR_PROGRAMS}):
        for node in nodes_of(path):
            if isinstance(node, ast.ClassDef):
                defined[node.name].append(name_of(path))

    assert {name: places for name, places in defined.items() if len(places) > 1} == {}


SEAMS = {"module_of", "rules"}
"""What rooms are asked alike, each for its own."""


def test_no_public_function_stands_in_two_rooms() -> None:
    """Two with one name that take and give the same say one fact twice, and in time not alike."""
    rooms = defaultdict(set)
    for path in MODULES:
        for node in tree_of(path).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
                types = (*(argument.annotation for argument in arguments), node.returns)
                signature = (node.name, *(ast.unparse(type_) for type_ in types if type_))
                rooms[signature].add(name_of(path).partition("/")[0])

    assert {key: places for key, places in rooms.items() if len(places) > 1 and key[0] not in SEAMS} == {}


FOR_OTHERS = {"_coerce_value", "model_post_init", "read_folder"}
"""What Typer and Pydantic call, and how tests read a folder."""


def test_what_nobody_calls_is_gone() -> None:
    texts = map(text_of, (*MODULES, SOURCE / "__init__.pyi"))
    named = Counter(word for text in texts for word in re.findall(r"\w+", text))
    uncalled = [
        f"{name_of(path)}: {node.name}"
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and named[node.name] == 1
        and not node.name.startswith("__")
        and node.name not in FOR_OTHERS
    ]

    none_of(uncalled)


MOST_MODULES = 15
AT_THEIR_LIMIT = {
    "model": 16,
    "reading": 17,
    "reports/briefing": 16,
    "analysis/changes": 16,
    "cli/output": 16,
}
"""Folders that hold a few more; before another one comes they are divided."""
LISTS = ("rules", "rules/notes", "reading/faults", "cli/commands", "analysis/indicators/progress")
"""Folders that list like things, which sort themselves: rules, faults, commands, methods."""
FOLDERS = sorted({path.parent for path in MODULES} - {SOURCE / name for name in LISTS})


def test_a_folder_can_be_taken_in_at_a_glance() -> None:
    modules = {
        name_of(folder): {path.stem for path in folder.glob("*.py")} - {"__init__"} for folder in FOLDERS
    }

    none_of(
        f"{folder}: {', '.join(sorted(names))}"
        for folder, names in modules.items()
        if len(names) > AT_THEIR_LIMIT.get(folder, MOST_MODULES)
    )


FORMATS = {*PAGE_FORMATS, *FINDING_FORMATS}


def test_no_module_bears_the_name_of_one_that_python_brings() -> None:
    """What draws a format may be called like it, `csv` or `json`: nobody looks for a library there."""
    named = {path.parent if path.name == "__init__.py" else path for path in MODULES}
    shadowing = {path for path in named if path.stem in sys.stdlib_module_names and path != SOURCE}
    formats = {path for path in shadowing if "rendering" in path.parts and path.stem in FORMATS}

    none_of(sorted(shadowing - formats))
