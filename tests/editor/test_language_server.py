"""The real yaml-language-server, which VS Code and others use, with our files and our schema.

`python3 start.py test` installs the server where npm is there; where neither is, these tests say that they are skipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.editor.language_server import Editor

CACHE = ROOT / ".cache" / "npm" / "node_modules" / ".bin"
FILES = sorted((ROOT / "data").glob("*.yaml"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as a steward clones it, in a place whose name has spaces."""
    folder = tmp_path_factory.mktemp("rencana kota")
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "schema", folder / "schema")
    return folder


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    server = shutil.which("yaml-language-server", path=CACHE) or shutil.which("yaml-language-server")
    if server is None or shutil.which("node") is None:
        pytest.skip("yaml-language-server is not installed")
    editor = Editor([server, "--stdio"], folder)
    yield editor
    editor.close()


def place(text: str, words: str) -> tuple[int, int]:
    """Return the line and column (from 0) of the mark `|` in words that stand once in a text."""
    plain = words.replace("|", "")
    assert text.count(plain) == 1
    before = text[: text.index(plain) + words.index("|")]
    return before.count("\n"), len(before.rpartition("\n")[2])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_has_nothing_against_our_files(editor: Editor, folder: Path, path: Path) -> None:
    assert editor.faults_of(folder / "data" / path.name, path.read_text(encoding="utf-8")) == []


def test_a_wrong_key_is_underlined_where_it_stands(editor: Editor, folder: Path) -> None:
    text = (ROOT / "data" / "rakor.yaml").read_text(encoding="utf-8").replace("    place:", "    tempat:")
    (fault,) = editor.faults_of(folder / "data" / "salah.yaml", text)

    line, column = place(text, "|tempat: Aula")
    assert (fault["range"]["start"]["line"], fault["range"]["start"]["character"]) == (line, column)
    assert "tempat" in fault["message"]


def test_a_word_that_is_not_on_the_list_is_underlined(editor: Editor, folder: Path) -> None:
    text = (ROOT / "data" / "opd_assignments.yaml").read_text(encoding="utf-8")
    text = text.replace("status: selesai\n", "status: rampung\n", 1)
    (fault,) = editor.faults_of(folder / "data" / "status.yaml", text)

    line, column = place(text, "status: |rampung")
    assert (fault["range"]["start"]["line"], fault["range"]["start"]["character"]) == (line, column)
    assert "geser" in fault["message"]


def test_resting_on_a_key_explains_it_in_indonesian(editor: Editor, folder: Path) -> None:
    path = folder / "data" / "indicators.yaml"
    text = path.read_text(encoding="utf-8")
    editor.faults_of(path, text)

    said = editor.hover(path, *place(text, "    unit: ha\n    dir|ection: turun")).replace("\\", "")

    assert "`naik` bila makin besar makin baik" in said


def test_keys_are_offered_with_what_they_mean(editor: Editor, folder: Path) -> None:
    path = folder / "data" / "baru.yaml"
    modeline = "# yaml-language-server: $schema=../schema/serang-plan.schema.json\n"
    text = f"{modeline}indicators:\n  - code: M01\n    name: RTH publik\n    \n"
    editor.faults_of(path, text)

    offered = editor.completions(path, 4, 4)

    assert {"aspect", "unit", "direction", "threshold", "measurements", "targets"} <= set(offered)
    assert "code" not in offered
    assert offered["targets"] == "Target per tahun."


def test_words_are_offered_for_a_key_that_has_a_list(editor: Editor, folder: Path) -> None:
    path = folder / "data" / "kegiatan.yaml"
    modeline = "# yaml-language-server: $schema=../schema/serang-plan.schema.json\n"
    text = f"{modeline}actions:\n  - code: A01\n    name: Taman\n    status: \n"
    editor.faults_of(path, text)

    assert {"rencana", "berjalan", "selesai", "geser", "batal"} <= set(editor.completions(path, 4, 12))
