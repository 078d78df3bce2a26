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

from serang_plan.cli.drawing import FORMS
from serang_plan.cli.main import run
from serang_plan.model.header import Letter
from tests.conftest import ROOT

PAGES = {"id": "bentuk-keluaran.md", "en": "output-formats.md"}
KEYS = set(Letter.model_fields) - {"anchor"}
EXAMPLE = ROOT / "src" / "serang_plan" / "example"


def blocks(lang: str, kind: str) -> list[str]:
    text = (ROOT / "docs" / PAGES[lang]).read_text("utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("lang", PAGES)
def test_every_command_of_the_page_writes_its_file(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE, tmp_path / "data")
    Document().save("kop.docx")
    lines = [line for block in blocks(lang, "sh") for line in block.splitlines()]
    typed = [shlex.split(line) for line in lines if line.startswith("serang-plan ")]

    assert len(typed) == 5
    for _, *arguments in typed:
        assert run(arguments) == 0, arguments
        assert Path(arguments[arguments.index("-o") + 1]).stat().st_size > 1000


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_names_every_suffix_and_every_setting_of_a_letter(lang: str) -> None:
    text = (ROOT / "docs" / PAGES[lang]).read_text("utf-8")
    (block,) = blocks(lang, "yaml")
    suffixes = [form.suffixes[0] for name, form in FORMS.items() if name != "terminal"]

    assert [suffix for suffix in suffixes if f"`{suffix}`" not in text] == []
    assert set(letter_in(block)) == KEYS
    assert [key for key in sorted(KEYS) if f"`{key}`" not in text] == []


def letter_in(block: str) -> dict[str, Any]:
    return dict(yaml.safe_load(block)["plan"]["settings"]["letter"])


@pytest.mark.parametrize("format", ["markdown", "html", "whatsapp"])
def test_what_the_example_says_stands_on_the_note(
    format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (block,) = blocks("id", "yaml")
    shutil.copytree(EXAMPLE, tmp_path / "data")
    file = tmp_path / "data" / "indicators.yaml"
    plan = yaml.safe_load(file.read_text("utf-8"))
    plan["plan"]["settings"]["letter"] = letter = letter_in(block)
    file.write_text(yaml.safe_dump(plan, allow_unicode=True), encoding="utf-8")

    where = ["--data", str(tmp_path / "data"), "--as-of", "2026-06-30", "--format", format]
    assert run(["briefing", "--for", "walikota", *where]) == 0

    said = capsys.readouterr().out.replace("\u200a", "")
    values = [one for value in letter.values() for one in (value if isinstance(value, list) else [value])]
    assert [value for value in values if value not in said] == []
    assert "Serang, 30 Juni 2026" in said
