"""A format is an entry of the registry and a module that keeps to its protocol: what is forgotten is named here."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from serang_plan.cli.main import run
from serang_plan.rendering.formats import ALSO_CALLED, FINDING_FORMATS, PAGE_FORMATS, by_suffix
from tests.conftest import ROOT

ROOM = ROOT / "src" / "serang_plan" / "rendering"
TAKES = {
    "page": ["page: Page"],
    "sheets": ["page: Page", "sheets: Sequence[Sheet]"],
    "data": ["data: object"],
    "events": ["page: Page", "events: Sequence[Event]"],
    "findings": ["outcome: CheckOutcome"],
}
REGISTERED = {
    **{form.module: TAKES[form.draws] for form in PAGE_FORMATS.values()},
    **{form.module: TAKES["findings"] for form in FINDING_FORMATS.values()},
}


class Signature(NamedTuple):
    """What a module's `render` must be given, and what it returns."""

    needed: list[str]
    returns: str


def signature_of(path: Path) -> Signature | None:
    """Return the signature of a module's `render`, from its source: what it imports may not be installed."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name == "render":
            given = node.args.args[: len(node.args.args) - len(node.args.defaults)]
            named = [
                one
                for one, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
                if default is None
            ]
            return Signature(
                [ast.unparse(one) for one in (*given, *named)], ast.unparse(node.returns or node)
            )
    return None


def renderers() -> Iterator[tuple[str, Signature]]:
    """Give the modules that draw a page, sheets or an outcome, by their names."""
    for path in sorted(ROOM.rglob("*.py")):
        signature = signature_of(path)
        if signature and any(signature.needed[:1] == takes[:1] for takes in TAKES.values()):
            yield path.relative_to(ROOM).with_suffix("").as_posix().replace("/", "."), signature


@pytest.mark.parametrize("module", REGISTERED)
def test_a_registered_format_has_a_module_with_its_protocol(module: str) -> None:
    path = ROOM / f"{module.replace('.', '/')}.py"
    assert path.exists(), f"formats.py names rendering/{module.replace('.', '/')}.py, which is not there"

    signature = signature_of(path)

    assert signature, f"{module} has no `render`"
    assert signature.needed == REGISTERED[module], f"{module}.render takes something else"
    assert signature.returns in ("str", "bytes"), f"{module}.render returns something else"


def test_every_module_that_draws_is_registered() -> None:
    forgotten = [name for name, _ in renderers() if name not in REGISTERED]

    assert forgotten == [], f"rendering/formats.py does not register {', '.join(forgotten)}"


@pytest.mark.parametrize("formats", [PAGE_FORMATS, FINDING_FORMATS])
def test_no_two_formats_are_asked_for_by_the_same_name(formats: dict[str, object]) -> None:
    suffixes = [suffix for form in formats.values() for suffix in form.suffixes]  # type: ignore[attr-defined]

    assert len(set(suffixes)) == len(suffixes)
    assert [name for name in PAGE_FORMATS if ALSO_CALLED.get(name, name) != name] == []


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("a.SARIF.json", "sarif"),
        ("a.json", "json"),
        ("x/gl-code-quality-report.json", "gitlab"),
        ("a.txt", "text"),
        ("a.rdjson", "rdjson"),
        ("a.doc", ""),
    ],
)
def test_the_longest_suffix_says_which_format_a_file_takes(file: str, form: str) -> None:
    assert by_suffix(file, FINDING_FORMATS) == form


@pytest.mark.parametrize("format", [name for name, form in PAGE_FORMATS.items() if form.draws == "data"])
def test_a_report_for_programs_steers_no_terminal_and_says_the_same(
    format: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    title = "T \x9b31mred \u202eabc"
    head = f"title: {json.dumps(title)}, city: Kota, first_year: 2024, last_year: 2029, origin: resmi"
    (tmp_path / "plan.yaml").write_text(f"plan: {{{head}}}\n", encoding="utf-8")

    run(["status", "--data", str(tmp_path), "--as-of", "2026-06-30", "--format", format])

    said = capsysbinary.readouterr().out.decode("utf-8")
    assert json.loads(said)["title"] == title
    assert not set(said) & set("\x9b\u202e")


def test_json_is_written_by_one_encoder() -> None:
    """A schema says nothing that anybody typed, and what a PDF is drawn from is never shown."""
    source = ROOT / "src" / "serang_plan"
    writers = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "json.dump" in path.read_text(encoding="utf-8")
    }

    assert writers == {
        *("rendering/json/encoder.py", "rendering/paper/pdf.py", "operations/files/schemas.py"),
        *("operations/recording/undoing.py", "operations/exporting/package.py"),
        *("operations/sheets/opd_form.py", "operations/sheets/archive.py"),
    }
