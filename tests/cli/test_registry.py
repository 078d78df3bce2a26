"""A command is a module and an entry of the registry: whichever is forgotten is named here."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from serang_plan.cli import commands
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.main import run
from serang_plan.cli.registry import COMMANDS, INDONESIAN, load, module_name

MODULES = {path.stem for path in Path(commands.__file__).parent.glob("*.py")} - {"__init__"}


def test_every_registered_command_has_its_module_and_every_module_is_registered() -> None:
    named = set(map(module_name, COMMANDS))

    assert {"without a module": named - MODULES, "not registered": MODULES - named} == {
        "without a module": set(),
        "not registered": set(),
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_the_context_and_returns_an_exit_code(name: str) -> None:
    signature = inspect.signature(load(name).command, eval_str=True)

    assert next(iter(signature.parameters.values())).annotation is RunContext
    assert signature.return_annotation is int


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_start_with_its_name(name: str) -> None:
    assert [example for example in COMMANDS[name].examples if not f"{example} ".startswith(f"{name} ")] == []


def test_no_indonesian_word_means_two_commands() -> None:
    words = [word for command in COMMANDS.values() for word in command.indonesian]

    assert len(words) == len(set(words)) == len(INDONESIAN)


def test_a_command_of_two_words_is_explained_however_it_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    explained = []
    for words in (
        ["help", "rakor", "follow-up"],
        ["help", "rakor follow-up"],
        ["rakor", "follow-up", "--help"],
    ):
        assert run([*words, "--lang", "en"]) == 0
        explained.append(capsys.readouterr().out)

    assert explained[0] == explained[1] == explained[2]
    assert "Usage: serang-plan rakor follow-up" in explained[0]
