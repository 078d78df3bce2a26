"""Completion in real shells: somebody types a part of a word and presses Tab."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.readers.process import CLEAN

PATIENCE = 40
SHELLS = {
    "bash": ("bash", "--noprofile", "--norc", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
LOADED = {
    "bash": 'bind "set bell-style none"; bind "set page-completions off"; source ./script',
    "zsh": "autoload -Uz compinit; compinit -u -D; setopt no_beep; source ./script",
    "fish": "source ./script",
}
ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|[=>])")


class Shell:
    """A shell at a terminal in which the program is known, and what it shows."""

    def __init__(self, name: str, folder: Path) -> None:
        environment = {
            **CLEAN,
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(folder),
            "TERM": "xterm",
            "LANG": "C.UTF-8",
            "COLUMNS": "200",
            **{name: os.environ[name] for name in ("LD_LIBRARY_PATH", "FPATH") if name in os.environ},
        }
        self._child, self._master = pty.fork()
        if self._child == pty.CHILD:
            os.chdir(folder)
            os.execvpe(SHELLS[name][0], SHELLS[name], environment)
        self.type("echo '<'ready'>'\r")
        self.until(lambda: "<ready>" in self.shown)

    def type(self, keys: str) -> None:
        """Type keys, of which Tab is one; what was shown before is forgotten."""
        self._read = b""
        os.write(self._master, keys.encode())

    @property
    def shown(self) -> str:
        """What is shown since keys were typed last."""
        return ESCAPES.sub("", self._read.decode(errors="replace")).replace("\r", "")

    def until(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so, and answer what a shell asks its terminal."""
        patience = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < patience, self.shown
            if select.select([self._master], [], [], 0.05)[0]:
                with suppress(OSError):
                    read = os.read(self._master, 65536)
                    if b"\x1b[c" in read or b"\x1b[0c" in read:
                        os.write(self._master, b"\x1b[?62c")
                    self._read += read

    def close(self) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._master)


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shell]:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "serang-plan"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m serang_plan "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    shutil.copytree(
        ROOT / "src" / "serang_plan" / "example", tmp_path / "data", ignore=shutil.ignore_patterns("__*")
    )
    script = subprocess.run(
        [program, "--show-completion", request.param], capture_output=True, encoding="utf-8", check=True
    ).stdout
    (tmp_path / "script").write_text(script, encoding="utf-8")
    session = Shell(request.param, tmp_path)
    session.type(f"{LOADED[request.param]}; echo '<'loaded'>'\r")
    session.until(lambda: "<loaded>" in session.shown)
    yield session
    session.close()


def test_codes_are_listed_with_their_names(shell: Shell) -> None:
    shell.type("serang-plan progress M0\t\t")
    shell.until(lambda: "M02" in shell.shown and "Sampah tertangani" in shell.shown)


def test_a_code_that_is_left_alone_is_written_without_its_name(shell: Shell) -> None:
    shell.type("serang-plan explain F10\t\t")
    shell.until(lambda: "F105" in shell.shown and "koma desimal" in shell.shown)
    shell.type("\x15serang-plan gaps --opd DISKO\t")
    shell.until(lambda: "DISKOMINFO" in shell.shown)
    shell.type("--format json && echo '<'done'>'\r")
    shell.until(lambda: "<done>" in shell.shown)


def test_a_reader_with_a_colon_is_completed(shell: Shell) -> None:
    shell.type("serang-plan briefing --for opd:DL\t")
    shell.until(lambda: "DLH" in shell.shown)
    shell.type("--as-of 2026-06-30 --format json && echo '<'done'>'\r")
    shell.until(lambda: "<done>" in shell.shown)
