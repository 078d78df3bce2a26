"""A report that is added is added everywhere: whatever is forgotten is named here."""

from __future__ import annotations

import tomllib
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import get_type_hints

import pytest

from serang_plan.cli.registry import COMMANDS, module_name
from serang_plan.model.plan import Plan
from serang_plan.page import Page, Sheet
from serang_plan.reports import registry
from serang_plan.reports.registry import REPORTS, AnyReport, RegisteredReport
from serang_plan.wording import Lang
from tests.conftest import ROOT
from tests.readers.type_errors import type_errors

FOLDER = ROOT / "src" / "serang_plan" / "reports"
CLI = ROOT / "src" / "serang_plan" / "cli" / "commands"
NO_PLAN = {"explain", "reference"}
"""Are about rules and keys and no plan: they have a page and nothing else."""
MANY_PAGES = {"website"}
"""Is the reports together, as pages that lead to each other; no command writes it as one."""
SHARED = {"parts"}
EVERY = pytest.mark.parametrize("report", REPORTS.values(), ids=lambda report: report.name)


def folders() -> set[str]:
    return {path.parent.name for path in FOLDER.glob("*/__init__.py")}


def test_every_folder_is_a_report_in_the_registry() -> None:
    listed = {report.folder for report in REPORTS.values()}

    assert sorted(folders() - NO_PLAN - MANY_PAGES - SHARED - listed) == []
    assert sorted(listed - folders()) == []


@EVERY
def test_a_report_has_its_modules(report: AnyReport) -> None:
    forms = ("page", "data", *(["sheets"] if report.has_sheets else []))

    assert [form for form in forms if not (FOLDER / report.folder / f"{form}.py").exists()] == []
    assert report.has_sheets == (FOLDER / report.folder / "sheets.py").exists()


@EVERY
def test_its_modules_take_one_value_that_is_about_a_plan(report: AnyReport) -> None:
    """What the registry takes on trust: `page`, `data` and `sheets` are of one kind."""
    forms = {"page": Page, "sheets": tuple[Sheet, ...]} if report.has_sheets else {"page": Page}
    values = set()
    for form in (*forms, "data"):
        (_, value), *rest = taken_by(report, form)
        values.add(value)
        assert dict(rest) == {"lang": Lang, "return": forms.get(form, dict(rest)["return"])}

    (kind,) = values
    about = kind.plan.fget if isinstance(getattr(kind, "plan", None), property) else kind
    hints = get_type_hints(about)
    assert hints.get("plan", hints.get("return")) is Plan


def taken_by(report: AnyReport, form: str) -> list[tuple[str, type]]:
    """Return what a form is of, its language and what comes of it, each with its kind."""
    module = import_module(f"serang_plan.reports.{report.folder}.{form}")
    return list(get_type_hints(getattr(module, form)).items())


def test_a_strict_type_checker_lets_a_report_tell_of_its_own_value_and_of_no_other(tmp_path: Path) -> None:
    constants = {
        each.name: name for name, each in vars(registry).items() if isinstance(each, RegisteredReport)
    }
    kinds = {name: taken_by(report, "page")[0][1] for name, report in REPORTS.items()}
    imports = ", ".join({kind.__module__ for kind in kinds.values()})
    pairs = list(product(REPORTS, repeat=2))
    calls = (
        f"registry.{constants[report]}.of(cast({kinds[of].__module__}.{kinds[of].__name__}, 0))"
        for report, of in pairs
    )
    program = (f"import {imports}; from serang_plan.reports import registry; from typing import cast", *calls)

    refused = {int(error.split(":")[1]) for error in type_errors(tmp_path, "\n".join(program))}
    assert refused == {line for line, (report, of) in enumerate(pairs, 2) if report != of}


@EVERY
def test_its_command_is_one_of_the_commands_and_shows_it(report: AnyReport) -> None:
    command = next(name for name in COMMANDS if f"{report.command} ".startswith(f"{name} "))
    assert (CLI / f"{module_name(command)}.py").exists(), f"cli/commands/{module_name(command)}.py"
    assert report.examples
    assert [typed for typed in report.examples.values() if not typed.startswith(report.command)] == []


def test_no_two_examples_bear_one_name() -> None:
    names = [name for report in REPORTS.values() for name in report.examples]

    assert sorted(set(names)) == sorted(names)


def test_the_import_contract_knows_every_report() -> None:
    """`lint-imports` refuses a folder that no layer names; here is said which one it is."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (contract,) = (one for one in contracts if one.get("containers") == ["serang_plan.reports"])
    named = {name for layer in contract["layers"] for name in layer.split(" | ")}

    assert contract["exhaustive"]
    assert sorted(folders() - SHARED - MANY_PAGES - named) == []


@pytest.mark.parametrize("page", ["docs/id/json.md", "docs/en/json.md"])
def test_the_page_about_json_names_every_schema(page: str) -> None:
    text = (ROOT / Path(page)).read_text("utf-8")
    rows = [
        f"| `{report.command}` | [{report.name}](../../src/serang_plan/schemas/{report.name}.schema.json) |"
        for report in REPORTS.values()
    ]

    assert [row for row in rows if row not in text] == []
