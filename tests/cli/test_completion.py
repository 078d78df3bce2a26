"""Completion: a shell is offered what can be typed, and never a crash in the middle of the prompt."""

from __future__ import annotations

import pytest

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.main import COMPLETION, run
from serang_plan.cli.registry import COMMANDS
from serang_plan.cli.typer_bridge import _command
from serang_plan.rendering.formats import FINDING_FORMATS, PAGE_FORMATS

SHELLS = ("bash", "zsh", "fish")
OPTIONS = [
    (name, option, getattr(parameter, "_custom_shell_complete", None) is not None)
    for name in COMMANDS
    for parameter in _command(name, RunContext(lang="id")).params
    for option in (parameter.opts if parameter.param_type_name == "option" else ("",))
]
"""Every option of every command, and the words without one; whether there is a choice to offer."""


def offered(
    shell: str, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    monkeypatch.setenv(COMPLETION, f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split())))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    with pytest.raises(SystemExit) as left:
        run([])
    said = capsys.readouterr()
    assert (left.value.code, said.err) == (0, "")
    return said.out


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("name", "option", "has_choices"), OPTIONS)
def test_every_option_of_every_command_is_completed(
    shell: str,
    name: str,
    option: str,
    has_choices: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = f"serang-plan {name} {option} ".replace("  ", " ")

    assert offered(shell, line, monkeypatch, capsys).strip() or not has_choices


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("name", "formats"), [("status", PAGE_FORMATS), ("validate", FINDING_FORMATS)])
def test_the_formats_are_offered(
    shell: str,
    name: str,
    formats: dict[str, object],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = offered(shell, f"serang-plan {name} --format ", monkeypatch, capsys)

    assert [format for format in formats if format not in text] == []


@pytest.mark.parametrize(
    ("shell", "words"),
    [
        ("bash", "complete -o default -F"),
        ("zsh", "#compdef serang-plan"),
        ("fish", "complete --command serang-plan"),
        ("pwsh", "Register-ArgumentCompleter"),
    ],
)
@pytest.mark.parametrize("detected", [None, "zsh"])
def test_the_shell_that_was_named_counts_and_not_the_one_that_is_around(
    shell: str,
    words: str,
    detected: str | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: detected)

    with pytest.raises(SystemExit) as left:
        run(["--show-completion", shell])

    assert (left.value.code, words in capsys.readouterr().out) == (0, True)


@pytest.mark.parametrize(
    ("named", "advice"), [((), "choose one of: `bash`"), (("bsh",), "did you mean `bash`?")]
)
def test_a_shell_that_is_not_known_is_answered_with_those_that_are(
    named: tuple[str, ...],
    advice: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: None)

    assert run(["--lang", "en", "--show-completion", *named]) == 2
    assert advice in capsys.readouterr().err
