"""Work that lasts says so on a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys
import time

import pytest

from serang_plan.cli import registry
from serang_plan.cli.main import run
from serang_plan.cli.output import working_line


class Terminal(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(name="slow")
def _slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for long, and a command take longer than that."""
    usual = registry.load

    def load(name: str) -> object:
        time.sleep(0.2)
        return usual(name)

    monkeypatch.setattr(working_line, "PATIENCE", 0.05)
    monkeypatch.setattr("serang_plan.cli.typer_bridge.load", load)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize(
    ("lang", "words"), [("id", "\rmasih bekerja, 1 detik"), ("en", "\rstill working, 1 second")]
)
def test_a_terminal_is_told_and_the_line_is_gone_before_the_result(
    lang: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)

    assert run(["explain", "E601", "--lang", lang]) == 0

    assert stderr.getvalue().startswith(f"{words}\x1b[K")
    assert stderr.getvalue().endswith("\r\x1b[K")
    assert "bekerja" not in capsys.readouterr().out


@pytest.mark.usefixtures("slow")
def test_a_problem_is_said_on_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)

    assert run(["explain", "X999"]) == 2

    assert "\r\x1b[Kgalat: tidak ada aturan" in stderr.getvalue()


@pytest.mark.usefixtures("slow")
def test_a_pipe_and_a_dumb_terminal_are_told_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "E601"]) == 0
    assert capsys.readouterr().err == ""

    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setenv("TERM", "dumb")
    assert run(["explain", "E601"]) == 0
    assert stderr.getvalue() == ""


def test_nobody_is_told_of_what_is_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(working_line, "PATIENCE", 60)
    monkeypatch.setenv("TERM", "xterm")

    assert run(["explain", "E601"]) == 0

    assert stderr.getvalue() == ""
