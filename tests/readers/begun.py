"""The program, begun once: each run is a copy of a process that has all of it in memory, and costs what it does.

What there is to see of the start itself, or of variables that Python reads at its own, is seen by `process`.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tests.readers import program_in_memory
from tests.readers.process import CLEAN
from tests.readers.process import program as program_from_the_start


def program(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program, and return how it ended and what it said."""
    if sys.platform != "linux":
        return program_from_the_start(*arguments, cwd=cwd, **environment)
    return _answer(_ask(arguments, cwd, environment, wait=False))


def traced_program(
    tracer: Sequence[str], *arguments: str, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program below a tracer, such as `strace`, that sees it from its first step."""
    streams = _ask(arguments, cwd, environment, wait=True)
    copy = _in_memory()[0].recv(1 << 16).decode()
    with subprocess.Popen([*tracer, "-p", copy], stderr=subprocess.PIPE, encoding="utf-8") as tracing:
        assert tracing.stderr
        attached = "attached" in tracing.stderr.readline()
        os.kill(int(copy), signal.SIGCONT if attached else signal.SIGKILL)
        ended = _answer(streams)
        _, told = tracing.communicate()
    assert attached, told
    return ended


def _ask(arguments: Sequence[str], cwd: Path, environment: dict[str, str], *, wait: bool) -> list[int]:
    """Ask for a run, and return the streams that tell what it says."""
    assert not any(name.startswith("PYTHON") for name in environment)
    pipes = [os.pipe(), os.pipe()]
    asked = json.dumps([wait, str(cwd), {**CLEAN, **environment}, arguments])
    socket.send_fds(_in_memory()[0], [asked.encode()], [writing for _, writing in pipes])
    for _, writing in pipes:
        os.close(writing)
    return [reading for reading, _ in pipes]


def _answer(streams: list[int]) -> subprocess.CompletedProcess[str]:
    with ThreadPoolExecutor() as pool:
        said = pool.map(_all_of, streams)
    return subprocess.CompletedProcess((), int(_in_memory()[0].recv(1 << 16)), *said)


def _all_of(stream: int) -> str:
    with open(stream, encoding="utf-8") as opened:
        return opened.read()


@cache
def _in_memory() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """Begin the program; it ends with us, for then nobody holds our end of its socket."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with its:
        command = [sys.executable, "-P", program_in_memory.__file__]
        return ours, subprocess.Popen(command, cwd=ROOT, env=CLEAN, stdin=its, stdout=its, stderr=its)
