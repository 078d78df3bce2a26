"""The pages for data stewards are lived through: every command is run, every answer is what the program says.

A comment in a page, which no reader sees, says what the steward does before a command:
`<!-- ubah FILE | OLD | NEW -->` edits a file of the data, `<!-- isi FORM | FILE | SHEET!CELL: TEXT; … -->` fills in a
form in LibreOffice and saves it as another file, `isi-lain` with a program that drops protection and lists,
`<!-- tulis FILE -->` and `<!-- tambah FILE -->` before a block write it into one or add it to one,
`<!-- baris FILE | LINE / LINE -->` writes lines, `<!-- keluar N -->` is the exit code expected,
`<!-- jawab QUESTION = ANSWER | … -->` is what is answered to the next command, at a terminal.
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
from tests.readers.begun import program
from tests.readers.office import fill, fill_bare
from tests.readers.terminal_session import at_a_terminal
from tests.sampling import sample

GUIDES = {"id": "id/memeriksa-perubahan.md", "en": "en/checking-changes.md"}
RECORDING = {"id": "id/mencatat.md", "en": "en/recording.md"}
FORMS = {"id": "id/formulir-opd.md", "en": "en/opd-forms.md"}
QUESTIONS = {"id": "id/pertanyaan.md", "en": "en/questions.md"}
EVERY_GUIDE = [
    (lang, page) for guides in (GUIDES, RECORDING, FORMS, QUESTIONS) for lang, page in guides.items()
]
TUTORIALS = {"id": "id/menulis-rencana.md", "en": "en/writing-a-plan.md"}
MEETINGS = {"id": "id/rakor.md", "en": "en/rakor.md"}
PART = re.compile(
    r"<!-- ubah (?P<file>\S+) \| (?P<old>.*?) \| (?P<new>.*?) -->"
    r"|<!-- isi(?P<other>-lain)? (?P<form>\S+) \| (?P<filled>\S+) \| (?P<typed>.*?) -->"
    r"|<!-- baris (?P<name>\S+) \| (?P<lines>.*?) -->"
    r"|<!-- keluar (?P<code>\d+) -->"
    r"|<!-- jawab (?P<answers>.*?) -->"
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

    def fill(self, form: str, target: str, typed: str, *, by_another: bool) -> None:
        cells = {
            tuple(cell.split("!")): text for cell, text in (each.split(": ") for each in typed.split("; "))
        }
        (self.folder / target).parent.mkdir(exist_ok=True)
        if by_another:
            fill_bare(self.folder / form, self.folder / target, cells)
        else:
            fill(self.folder / form, self.folder / target, cells, self.folder / "libreoffice")

    def do(self, line: str, code: int) -> tuple[Steward, str]:
        """Return where the steward is after a line, and what it said."""
        if line.startswith("cd "):
            return self._replace(folder=self.folder / line.removeprefix("cd ")), ""
        return self, self.type(line, code)

    def type(self, line: str, code: int) -> str:
        name, *arguments = shlex.split(line)
        assert name == "serang-plan", f"no test runs `{line}`"
        if "--watch" in arguments:
            return self._watch()
        state = str(self.folder / "state")
        ended = program(*arguments, cwd=self.folder, SERANG_PLAN_LANG=self.lang, XDG_STATE_HOME=state)
        assert ended.returncode == code, f"`{line}`: {ended.stdout[-500:]}{ended.stderr}"
        return ended.stdout + ended.stderr

    def answer(self, line: str, answers: str) -> str:
        with at_a_terminal(*shlex.split(line)[1:], cwd=self.folder, SERANG_PLAN_LANG=self.lang) as session:
            for question, answer in _answers(answers):
                session.answer(question, answer)
            assert session.ends() == 0, session.said
            return session.heard + session.said

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


@pytest.mark.parametrize(("lang", "page"), sample(EVERY_GUIDE, 4))
def test_every_command_of_the_page_does_what_the_page_says(clone: Path, lang: str, page: str) -> None:
    live_through(page, Steward(clone, lang))


@pytest.mark.parametrize("lang", MEETINGS)
def test_two_rakor_a_quarter_apart_are_played_by_command_only(tmp_path: Path, lang: str) -> None:
    live_through(MEETINGS[lang], Steward(tmp_path, lang))

    assert "0 galat" in program("validate", "--as-of", "2026-12-11", cwd=tmp_path).stdout


@pytest.mark.parametrize("lang", TUTORIALS)
def test_the_tutorial_leads_from_an_empty_folder_to_a_checked_plan(tmp_path: Path, lang: str) -> None:
    steward = Steward(tmp_path, lang)
    live_through(TUTORIALS[lang], steward)

    assert "0 galat" in program("validate", cwd=tmp_path).stdout


def live_through(name: str, steward: Steward) -> None:
    output, code, way, target, answers = "", 0, "", "", ""
    for part in parts(name):
        if part["way"]:
            way, target = part["way"], part["target"]
        elif part["answers"]:
            answers = part["answers"]
        elif part["kind"] and target:
            steward.write(target, part["text"], adding=way == "tambah")
            target = ""
        elif part["file"]:
            steward.edit(part["file"], part["old"], part["new"])
        elif part["form"]:
            steward.fill(part["form"], part["filled"], part["typed"], by_another=bool(part["other"]))
        elif part["name"]:
            text = "\n".join(part["lines"].split(" / "))
            (steward.folder / part["name"]).write_text(f"{text}\n", encoding="utf-8")
        elif part["code"]:
            code = int(part["code"])
        elif part["kind"] == "sh" and answers:
            output, answers = steward.answer(part["text"], answers), ""
        elif part["kind"] == "sh":
            lines = [line for line in part["text"].splitlines() if line not in RUN_ELSEWHERE]
            output = ""
            for line in lines:
                steward, said = steward.do(line, code)
                output += said
            code = 0
        elif part["kind"] == "text":
            assert part["text"].rstrip("\n") in output, part["text"]


def _answers(text: str) -> list[tuple[str, str]]:
    pairs = (each.partition(" =") for each in text.split(" | "))
    return [(question, answer.strip()) for question, _, answer in pairs]


STORY = {
    "indicators.yaml": (
        "{code: S41, title: Laporan sampah TW II 2026, kind: resmi}",
        "{as_of: 2026-06, value: 70.5, source: S41}",
        "{code: S42, title: Serah terima halte, kind: resmi}",
        "{year: 2027, value: 77, ",
    ),
    "opd_assignments.yaml": (
        "evidence: [S42]",
        "start: 2026-09",
        "finish: 2028-TW2",
        "progress: 40",
        "{code: M11, adds: 5}",
        "{source: APBD kota, year: 2027, amount: 1200000000, known: ",
        "partners: [PAGUYUBAN], until: 2026, basis: usulan}",
        "{indicator: M14, lead: DISHUB, support: [DISPARBUD], from: 2027, basis: keputusan, ",
    ),
    "rakor.yaml": ("text: M14 diampu DISHUB",),
}
"""What a planner typed into three files by hand after a rakor."""


@pytest.mark.parametrize("lang", RECORDING)
def test_after_a_rakor_thirteen_edits_by_hand_are_eight_commands_of_one_line(
    tmp_path: Path, lang: str
) -> None:
    story = next(text for text in blocks(RECORDING[lang], "sh") if "rakor decide" in text)
    commands, steward = story.splitlines(), Steward(tmp_path, lang)
    steward.type("serang-plan init . --example", 0)
    before = {file: (tmp_path / "data" / file).read_text("utf-8") for file in STORY}
    for command in commands:
        steward.type(command, 0)

    assert sum(map(len, STORY.values())) == 13
    assert len(commands) <= 8
    assert max(map(len, commands)) <= 100
    for file, edits in STORY.items():
        after = (tmp_path / "data" / file).read_text("utf-8")
        assert [after.count(edit) - before[file].count(edit) for edit in edits] == [1] * len(edits)


@pytest.mark.parametrize(
    "guides",
    [GUIDES, RECORDING, FORMS, QUESTIONS, TUTORIALS, MEETINGS],
    ids=["checking", "recording", "forms", "questions", "tutorial", "rakor"],
)
def test_both_languages_have_the_same_commands_and_edits(guides: dict[str, str]) -> None:
    def doings(name: str) -> list[tuple[str | None, ...]]:
        return [
            (
                part["file"],
                part["typed"],
                " ".join(answer for _, answer in _answers(part["answers"] or "")),
                part["code"],
                part["text"] if part["kind"] == "sh" else part["kind"],
            )
            for part in parts(name)
        ]

    assert doings(guides["id"]) == doings(guides["en"])


@pytest.mark.parametrize("kind", ["yaml", "csv"])
def test_both_tutorials_write_the_same_plan(kind: str) -> None:
    assert blocks(TUTORIALS["id"], kind) == blocks(TUTORIALS["en"], kind) != []


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
