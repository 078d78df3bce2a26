"""A person at a terminal: the program in a pseudo-terminal, asked and answered."""

from __future__ import annotations

import codecs
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.readers.process import CLEAN

_PATIENCE = 30


class TerminalSession:
    """A run of the program, what it has said so far, and the keys that are typed."""

    def __init__(self, arguments: tuple[str, ...], cwd: Path, environment: dict[str, str]) -> None:
        self._master, slave = pty.openpty()
        self._running = subprocess.Popen(
            [sys.executable, "-m", "serang_plan", *arguments],
            cwd=cwd,
            env={**CLEAN, "TERM": "dumb", **environment},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self._decoded = codecs.getincrementaldecoder("utf-8")(
            "replace"
        ).decode  # a letter may come in two parts
        self.said = ""
        """What was said since the last answer."""
        self.heard = ""
        """All that was said before it."""

    def answer(self, question: str, answer: str) -> None:
        """Wait until a question is asked, and type an answer to it."""
        self._until(lambda: question in self.said)
        before, self.said = self.said.split(question, 1)
        self.heard += before + question
        os.write(self._master, f"{answer}\n".encode())

    def leave(self, question: str) -> None:
        """Wait for a question, and end the input."""
        self._until(lambda: question in self.said)
        os.write(self._master, b"\x04")

    def ends(self) -> int:
        """Wait for the end, and return the exit code."""
        self._until(lambda: self._running.poll() is not None)
        with suppress(OSError):
            while select.select([self._master], [], [], 0)[0] and (read := os.read(self._master, 65536)):
                self.said += self._decoded(read)
        return self._running.returncode

    def close(self) -> None:
        """End what is still there."""
        if self._running.poll() is None:
            self._running.kill()
            self._running.wait()
        os.close(self._master)

    def _until(self, is_so) -> None:  # type: ignore[no-untyped-def]
        patience = time.monotonic() + _PATIENCE
        while not is_so():
            assert time.monotonic() < patience, self.said
            if select.select([self._master], [], [], 0.05)[0]:
                with suppress(OSError):
                    self.said += self._decoded(os.read(self._master, 65536)).replace("\r\n", "\n")


@contextmanager
def at_a_terminal(*arguments: str, cwd: Path, **environment: str) -> Iterator[TerminalSession]:
    """Run the program for somebody at a terminal."""
    session = TerminalSession(arguments, cwd, environment)
    try:
        yield session
    finally:
        session.close()
