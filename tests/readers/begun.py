"""The program, begun once: each run is a copy of a process that has all of it in memory, and costs what it does.

What there is to see of the start itself, or of variables that Python reads at its own, is seen by `process`.
"""

from __future__ import annotations

import json
import os
import pty
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tests.readers import program_in_memory
from tests.readers.process import CLEAN
from tests.readers.process import program as program_from_the_start
from tests.readers.terminal_session import at_a_terminal


def program(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program, and return how it ended and what it said."""
    if sys.platform != "linux":
        return program_from_the_start(*arguments, cwd=cwd, **environment)
    pipes = [os.pipe(), os.pipe()]
    _ask(arguments, cwd, environment, [writing for _, writing in pipes])
    return _answer(arguments, pipes)


def traced_program(
    tracer: Sequence[str], *arguments: str, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program below a tracer, such as `strace`, that sees it from its first step."""
    pipes = [os.pipe(), os.pipe()]
    asking = _ask(arguments, cwd, environment, [writing for _, writing in pipes], wait=True)
    copy = asking.recv(1 << 16).decode()
    with subprocess.Popen([*tracer, "-p", copy], stderr=subprocess.PIPE, encoding="utf-8") as tracing:
        assert tracing.stderr
        attached = "attached" in tracing.stderr.readline()
        os.kill(int(copy), signal.SIGCONT if attached else signal.SIGKILL)
        ended = _answer(arguments, pipes)
        _, told = tracing.communicate()
    assert attached, told
    return ended


def _answer(arguments: Sequence[str], pipes: Sequence[tuple[int, int]]) -> subprocess.CompletedProcess[str]:
    with ThreadPoolExecutor() as pool:
        said = pool.map(_all_of, [reading for reading, _ in pipes])
    return subprocess.CompletedProcess(arguments, int(_in_memory()[0].recv(1 << 16)), *said)


def program_on_a_screen(*arguments: str, cwd: Path = ROOT, **environment: str) -> tuple[int, str]:
    """Run the program at a terminal at which nothing is typed; return how it ended and what it showed."""
    if sys.platform != "linux":
        with at_a_terminal(*arguments, cwd=cwd, **environment) as session:
            return session.ends(), session.said
    screen, slave = pty.openpty()
    asking = _ask(arguments, cwd, {"TERM": "dumb", **environment}, [slave, os.dup(slave)])
    said = _all_shown(screen)
    return int(asking.recv(1 << 16)), said


def _ask(
    arguments: Sequence[str],
    cwd: Path,
    environment: dict[str, str],
    streams: list[int],
    *,
    wait: bool = False,
) -> socket.socket:
    """Ask for a run that writes to two streams, which are closed here; the socket then gives its exit code.

    A run that waits first gives the number of its process there, and starts when it is told to continue.
    """
    assert not any(name.startswith("PYTHON") for name in environment)
    asking, _ = _in_memory()
    asked = json.dumps([wait, str(cwd), {**CLEAN, **environment}, arguments])
    socket.send_fds(asking, [asked.encode()], streams)
    for stream in streams:
        os.close(stream)
    return asking


def _all_of(stream: int) -> str:
    with open(stream, encoding="utf-8") as opened:
        return opened.read()


def _all_shown(screen: int) -> str:
    """Read a terminal until nobody writes to it, which is an error there."""
    said = b""
    with suppress(OSError):
        while part := os.read(screen, 1 << 16):
            said += part
    os.close(screen)
    return said.decode().replace("\r\n", "\n")


@cache
def _in_memory() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """Begin the program; it ends with us, for then nobody holds our end of its socket."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with its:
        command = [sys.executable, "-P", program_in_memory.__file__]
        return ours, subprocess.Popen(command, cwd=ROOT, env=CLEAN, stdin=its, stdout=its, stderr=its)
