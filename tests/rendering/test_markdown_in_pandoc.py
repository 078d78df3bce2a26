"""Every report's Markdown in pandoc, by which offices turn it into Word: no markup of data, every table whole."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.readers.reports import PLANS, TYPED, written
from tests.sampling import sample

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not here")
FORMS = ("gfm", "markdown")


def read(content: bytes, form: str) -> Any:
    command = ["pandoc", "--fail-if-warnings", "--from", form, "--to", "json"]
    return json.loads(
        subprocess.run(command, input=content, capture_output=True, check=True, timeout=60).stdout
    )


def elements(tree: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree["t"], tree.get("c")
        for one in tree.values():
            yield from elements(one)
    elif isinstance(tree, list):
        for one in tree:
            yield from elements(one)


@pytest.mark.parametrize(("example", "plan", "form"), sample([*product(TYPED, PLANS, FORMS)], 30))
def test_pandoc_reads_a_report_as_it_was_meant(example: str, plan: str, form: str) -> None:
    content = written(TYPED[example], plan, "id", "markdown")
    text = re.sub(r"^(```+).*?^\1$", "", content.decode(), flags=re.MULTILINE | re.DOTALL)

    found = list(elements(read(content, form)))

    kinds = [kind for kind, _ in found]
    assert kinds.count("Table") == len(re.findall(r"^\|[:|-]+\|$", text, re.MULTILINE))
    assert kinds.count("Header") == len(re.findall(r"^#+ ", text, re.MULTILINE))
    assert {"RawBlock", "RawInline", "Image", "Math", "Note", "Cite"}.isdisjoint(kinds)


@pytest.mark.parametrize("form", FORMS)
def test_pandoc_makes_a_word_file_of_the_longest_note(form: str, tmp_path: Path) -> None:
    from docx import Document

    content, made = written(TYPED["briefing-bappeda"], "contoh", "id", "markdown"), tmp_path / "nota.docx"

    subprocess.run(["pandoc", "--from", form, "-o", str(made)], input=content, check=True, timeout=60)

    document = Document(str(made))
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"] == ["NOTA DINAS"]
    assert len(document.tables) == len(re.findall(r"^\|[:|-]+\|$", content.decode(), re.MULTILINE))
