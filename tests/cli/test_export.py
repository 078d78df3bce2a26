"""The export on the command line: where it goes, what is said of it, and how far it is."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from serang_plan.cli.output import progress_line
from serang_plan.cli.output.progress_line import ProgressLine
from tests.readers.begun import program


def test_it_says_what_was_written_and_what_was_not(tmp_path: Path) -> None:
    said = program("export", "-o", str(tmp_path / "x"), "--as-of", "2020-03-10", "--lang", "en")

    first, second = said.stdout.splitlines()
    assert first == f"49 tables written to {tmp_path / 'x'}, as of 10 Mar 2020."
    assert second.startswith("Left out unless marked `public`: notes, obstacles, next steps; 0 figures")
    assert (said.returncode, said.stderr) == (0, "")


def test_without_a_folder_it_says_what_to_type() -> None:
    said = program("export", "--lang", "en")

    assert said.stderr == "error: no folder was named\n  = help: type `serang-plan export -o export`\n"
    assert said.returncode == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "told"),
    [
        (Terminal(), 0.0, "\rmenulis 1/2\x1b[K\r\x1b[K"),
        (Terminal(), 60.0, ""),
        (io.StringIO(), 0.0, ""),
    ],
)
def test_only_a_terminal_is_told_how_far_it_is_and_only_after_a_while(
    stream: io.StringIO, patience: float, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_line, "_PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", stream)

    with ProgressLine("menulis") as progress:
        progress.since -= 1
        progress.show(1, 2)

    assert stream.getvalue() == told
