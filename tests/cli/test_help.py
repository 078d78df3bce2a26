"""Help: what somebody is told who typed no command, half of one, or asks; and that it fits the screen."""

from __future__ import annotations

import re

import pytest

from serang_plan.cli.main import run
from serang_plan.cli.registry import COMMANDS, GROUPS
from serang_plan.wording import LANGS

SMALLEST = (80, 23)
"""Columns, and lines that are left beside the prompt."""


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run([*words]) == 0
    return capsys.readouterr().out


def named(help: str) -> list[str]:
    """Return the commands that have a line of their own."""
    return [name for name in COMMANDS if re.search(rf"^  {name}( {{2,}}|$)", help, re.MULTILINE)]


@pytest.mark.parametrize("lang", LANGS)
def test_who_types_no_command_gets_a_few_on_the_smallest_screen(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first = told(capsys, "--lang", lang)
    columns, lines = SMALLEST

    assert len(named(first)) == 10
    assert len(first.splitlines()) <= lines
    assert max(map(len, first.splitlines())) <= columns
    assert first.count("\n  serang-plan ") == 2
    assert (
        f"`serang-plan --help` {'shows all' if lang == 'en' else 'menampilkan semua'} {len(COMMANDS)}"
        in first
    )


@pytest.mark.parametrize("asking", ["-h", "--help", "help"])
def test_all_commands_are_named_when_they_are_asked_for(
    asking: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert named(told(capsys, asking)) == [*COMMANDS]


def test_the_groups_are_the_first_words_of_commands_of_two() -> None:
    assert set(GROUPS) == {name.partition(" ")[0] for name in COMMANDS if " " in name}


@pytest.mark.parametrize("asking", ["-h", "--help", "help"])
@pytest.mark.parametrize("group", GROUPS)
def test_a_group_lists_its_commands(group: str, asking: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = told(capsys, group, asking, "--lang", "en")

    assert named(asked) == [name for name in COMMANDS if name.startswith(f"{group} ")]
    assert f"Usage: serang-plan {group} COMMAND" in asked


@pytest.mark.parametrize("words", ["", "--help", "rakor --help", "sheet --help", "status --help"])
@pytest.mark.parametrize("columns", [48, 80, 100])
def test_help_is_as_wide_as_the_screen(
    words: str, columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("serang_plan.cli.output.streams._size", lambda: (columns, 60))
    lines = told(capsys, *words.split()).splitlines()
    prose = [line for line in lines if not line.startswith("  serang-plan")]  # examples are to be copied

    assert columns - 16 < max(map(len, prose)) <= columns - 2


def test_what_is_typed_as_one_is_not_parted(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\n  [[FILE|FOLDER …|CODE WHEN]] [OPTIONS]\n" in told(capsys, "sheet", "--help", "--lang", "en")
