"""The pages about output formats are lived through: every command is run, the letter's settings reach the paper."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document

from serang_plan.cli.main import run
from serang_plan.model.header import Letter
from serang_plan.rendering.formats import PAGE_FORMATS
from tests.conftest import ROOT

PAGES = {"id": "id/bentuk-keluaran.md", "en": "en/output-formats.md"}
NOTES = {"id": "id/nota-dinas.md", "en": "en/briefing-notes.md"}
KEYS = set(Letter.model_fields) - {"anchor"}
EXAMPLE, REAL = ROOT / "src" / "serang_plan" / "example", ROOT / "data"


def text_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text("utf-8")


def blocks(page: str, kind: str) -> list[str]:
    text = text_of(page)
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("page", "plan"),
    [*((page, EXAMPLE) for page in PAGES.values()), *((page, REAL) for page in NOTES.values())],
)
def test_every_command_of_a_page_writes_its_file(
    page: str, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(plan, tmp_path / "data")
    Document().save("kop.docx")
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    typed = [shlex.split(line) for line in lines if line.startswith("serang-plan ")]

    assert sum("-o" in words for words in typed) >= 4
    for _, *arguments in typed:
        assert run([*arguments, "--force"]) == 0, arguments
        if "-o" in arguments:
            assert Path(arguments[arguments.index("-o") + 1]).stat().st_size > 1000


@pytest.mark.parametrize("page", PAGES.values())
def test_the_page_names_every_suffix(page: str) -> None:
    suffixes = [form.suffixes[0] for name, form in PAGE_FORMATS.items() if name != "terminal"]

    assert [suffix for suffix in suffixes if f"`{suffix}`" not in text_of(page)] == []


@pytest.mark.parametrize("page", NOTES.values())
def test_the_page_names_every_setting_of_a_letter(page: str) -> None:
    (block,) = blocks(page, "yaml")

    assert set(letter_in(block)) == KEYS
    assert [key for key in sorted(KEYS) if f"`{key}`" not in text_of(page)] == []


def letter_in(block: str) -> dict[str, Any]:
    return dict(yaml.safe_load(block)["plan"]["settings"]["letter"])


@pytest.mark.parametrize("format", ["markdown", "html", "whatsapp"])
def test_what_the_example_says_stands_on_the_note(
    format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (block,) = blocks(NOTES["id"], "yaml")
    shutil.copytree(EXAMPLE, tmp_path / "data")
    file = tmp_path / "data" / "indicators.yaml"
    plan = yaml.safe_load(file.read_text("utf-8"))
    plan["plan"]["settings"]["letter"] = letter = letter_in(block)
    file.write_text(yaml.safe_dump(plan, allow_unicode=True), encoding="utf-8")

    where = ["--data", str(tmp_path / "data"), "--as-of", "2026-06-30", "--format", format]
    assert run(["briefing", "--for", "walikota", "--all", *where]) == 0

    said = capsys.readouterr().out.replace("\u200a", "")
    values = [
        one
        for key, value in letter.items()
        if key not in ("place", "known")
        for one in (value if isinstance(value, list) else [value])
    ]
    assert [value for value in values if value not in said] == []
    assert said.count("30 Juni 2026") == 1
