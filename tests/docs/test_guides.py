"""The pages for data stewards are lived through: every command is run, every answer is what the program says.

A comment in a page, which no reader sees, says what the steward does before a command:
`<!-- ubah FILE | OLD | NEW -->` edits a file of the data, `<!-- isi FORM | FILE | SHEET!CELL: TEXT; … -->` fills in a
form in LibreOffice and saves it as another file, `<!-- tulis FILE -->` and `<!-- tambah FILE -->` before a block write it
into one or add it to one, `<!-- baris FILE | LINE / LINE -->` writes lines, `<!-- keluar N -->` is the exit code expected.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.conftest import ROOT
from tests.e2e.test_watch import Watched
from tests.readers.office import fill
from tests.readers.process import program

GUIDES = {"id": "id/memeriksa-perubahan.md", "en": "en/checking-changes.md"}
RECORDING = {"id": "id/mencatat.md", "en": "en/recording.md"}
FORMS = {"id": "id/formulir-opd.md", "en": "en/opd-forms.md"}
QUESTIONS = {"id": "id/pertanyaan.md", "en": "en/questions.md"}
EVERY_GUIDE = [
    (lang, page) for guides in (GUIDES, RECORDING, FORMS, QUESTIONS) for lang, page in guides.items()
]
TUTORIALS = {"id": "id/menulis-rencana.md", "en": "en/writing-a-plan.md"}
PART = re.compile(
    r"<!-- ubah (?P<file>\S+) \| (?P<old>.*?) \| (?P<new>.*?) -->"
    r"|<!-- isi (?P<form>\S+) \| (?P<filled>\S+) \| (?P<typed>.*?) -->"
    r"|<!-- baris (?P<name>\S+) \| (?P<lines>.*?) -->"
    r"|<!-- keluar (?P<code>\d+) -->"
    r"|<!-- (?P<way>tulis|tambah) (?P<target>\S+) -->"
    r"|^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
RUN_ELSEWHERE = {"pre-commit install": "tests/forges/test_pre_commit.py"}


def parts(name: str) -> Iterator[re.Match[str]]:
    yield from PART.finditer((ROOT / "docs" / name).read_text(encoding="utf-8"))


def blocks(name: str, kind: str) -> list[str]:
    return [part["text"] for part in parts(name) if part["kind"] == kind]


class Steward(NamedTuple):
    """Somebody with a clone of the plan, who does what a page says."""

    folder: Path
    lang: str

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, file: str, text: str, *, adding: bool) -> None:
        with (self.folder / file).open("a" if adding else "w", encoding="utf-8") as opened:
            opened.write(text)

    def fill(self, form: str, target: str, typed: str) -> None:
        cells = {
            tuple(cell.split("!")): text for cell, text in (each.split(": ") for each in typed.split("; "))
        }
        (self.folder / target).parent.mkdir(exist_ok=True)
        fill(self.folder / form, self.folder / target, cells, self.folder / "libreoffice")

    def type(self, line: str, code: int) -> str:
        name, *arguments = shlex.split(line)
        assert name == "serang-plan", f"no test runs `{line}`"
        if "--watch" in arguments:
            return self._watch()
        state = str(self.folder / "state")
        ended = program(*arguments, cwd=self.folder, SERANG_PLAN_LANG=self.lang, XDG_STATE_HOME=state)
        assert ended.returncode == code, f"`{line}`: {ended.stdout[-500:]}{ended.stderr}"
        return ended.stdout + ended.stderr

    def _watch(self) -> str:
        pytest.importorskip("watchfiles")
        running = Watched(self.folder)
        output = running.says_until_it_waits()
        assert running.interrupt() == 130
        return output


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    named = [
        "-c",
        "user.name=Perencana",
        "-c",
        "user.email=perencana@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "Rencana"]):
        subprocess.run([git, *named, *arguments], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


@pytest.mark.parametrize(("lang", "page"), EVERY_GUIDE, ids=[page for _, page in EVERY_GUIDE])
def test_every_command_of_the_page_does_what_the_page_says(clone: Path, lang: str, page: str) -> None:
    live_through(page, Steward(clone, lang))


@pytest.mark.parametrize("lang", TUTORIALS)
def test_the_tutorial_leads_from_an_empty_folder_to_a_checked_plan(tmp_path: Path, lang: str) -> None:
    steward = Steward(tmp_path, lang)
    live_through(TUTORIALS[lang], steward)

    assert "0 galat" in program("validate", cwd=tmp_path).stdout


def live_through(name: str, steward: Steward) -> None:
    output, code, way, target = "", 0, "", ""
    for part in parts(name):
        if part["way"]:
            way, target = part["way"], part["target"]
        elif part["kind"] == "yaml" and target:
            steward.write(target, part["text"], adding=way == "tambah")
            target = ""
        elif part["file"]:
            steward.edit(part["file"], part["old"], part["new"])
        elif part["form"]:
            steward.fill(part["form"], part["filled"], part["typed"])
        elif part["name"]:
            text = "\n".join(part["lines"].split(" / "))
            (steward.folder / part["name"]).write_text(f"{text}\n", encoding="utf-8")
        elif part["code"]:
            code = int(part["code"])
        elif part["kind"] == "sh":
            lines = [line for line in part["text"].splitlines() if line not in RUN_ELSEWHERE]
            output = "".join(steward.type(line, code) for line in lines)
            code = 0
        elif part["kind"] == "text":
            assert part["text"].rstrip("\n") in output, part["text"]


@pytest.mark.parametrize(
    "guides",
    [GUIDES, RECORDING, FORMS, QUESTIONS, TUTORIALS],
    ids=["checking", "recording", "forms", "questions", "tutorial"],
)
def test_both_languages_have_the_same_commands_and_edits(guides: dict[str, str]) -> None:
    def doings(name: str) -> list[tuple[str | None, ...]]:
        return [
            (
                part["file"],
                part["typed"],
                part["code"],
                part["text"] if part["kind"] == "sh" else part["kind"],
            )
            for part in parts(name)
        ]

    assert doings(guides["id"]) == doings(guides["en"])


def test_both_tutorials_write_the_same_plan() -> None:
    assert blocks(TUTORIALS["id"], "yaml") == blocks(TUTORIALS["en"], "yaml")


@pytest.mark.parametrize("name", GUIDES.values())
def test_the_files_for_forges_are_those_of_the_repository(name: str) -> None:
    shown = [yaml.safe_load(text) for text in blocks(name, "yaml") if not text.startswith("#")]
    hooks = [file["repos"][0]["hooks"] for file in shown if isinstance(file, dict) and "repos" in file]
    known = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert hooks == [[{"id": known[0]["id"]}]]
    assert [file["include"] for file in shown if "include" in file] == [[{"local": "ci/gitlab.yml"}]]
    assert (ROOT / ".github" / "workflows" / "plan.yml").read_text(encoding="utf-8") in blocks(name, "yaml")


@pytest.mark.parametrize("name", GUIDES.values())
def test_the_inputs_of_the_action_are_named(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    known = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]

    assert [name for name in known if f"`{name}`" not in page] == []
