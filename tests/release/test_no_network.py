"""Nothing that the program does opens a connection: an audit hook watches every command and every format."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from serang_plan.cli.registry import COMMANDS
from serang_plan.rendering.formats import PAGE_FORMATS
from tests.conftest import ROOT
from tests.readers.process import CLEAN
from tests.sampling import sample

WATCHED = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.")
HOOK = f"""\
import sys

def watch(event, arguments):
    if event.startswith({WATCHED!r}):
        sys.stderr.write("opened: " + event + "\\n")

sys.addaudithook(watch)
"""
"""As `sitecustomize` it is there before our first line, in every Python that the program starts."""
EXAMPLES = [example for command in COMMANDS.values() for example in command.examples]
FILES = [f"status -o status{form.suffixes[0]}" for name, form in PAGE_FORMATS.items() if name != "terminal"]


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("watched")
    (folder / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    for data in ("data", "FOLDER_LAMA", "FOLDER_BARU"):
        shutil.copytree(ROOT / "data", folder / data)
    return folder


def run(folder: Path, *arguments: str, stdin: str = "") -> str:
    environment = {**CLEAN, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT / "src")))}
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    return ended.stderr


def test_the_hook_sees_a_socket(watched: Path) -> None:
    assert "opened: socket." in run(watched, "-c", "import socket; socket.socket()")


@pytest.mark.parametrize("line", sample([*EXAMPLES, *FILES], 30))
def test_no_command_opens_a_socket(line: str, watched: Path) -> None:
    typed, _, _ = line.partition(" > ")
    typed, _, stdin = typed.partition(" < ")
    text = (ROOT / stdin).read_text(encoding="utf-8") if stdin else ""

    assert "opened:" not in run(watched, "-m", "serang_plan", *shlex.split(typed), stdin=text)
