"""The program, begun once: each run is a copy of a process that has all of it in memory, and costs what it does.

What there is to see of the start itself, or of variables that Python reads at its own, is seen by `process`.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
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
    assert not any(name.startswith("PYTHON") for name in environment)
    pipes = [os.pipe(), os.pipe()]
    asking, _ = _in_memory()
    asked = json.dumps([str(cwd), {**CLEAN, **environment}, arguments])
    socket.send_fds(asking, [asked.encode()], [writing for _, writing in pipes])
    for _, writing in pipes:
        os.close(writing)
    with ThreadPoolExecutor() as pool:
        said = pool.map(_all_of, [reading for reading, _ in pipes])
    return subprocess.CompletedProcess(arguments, int(asking.recv(1 << 16)), *said)


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
