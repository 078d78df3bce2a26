"""A process that loads the program and then copies itself for each run that it is asked for.

It is asked through a socket in the place of its streams: for a folder, an environment and the words typed, with
two pipes to write to. The answer is the exit code; before it, if a tracer is to come, the number of the process.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import pkgutil
import signal
import socket
import sys
from typing import NoReturn

SECONDS = 60
PR_SET_PTRACER = 0x59616D61


def _load() -> None:
    """Load every module of ours, and what all commands use of others."""
    import typer.main  # noqa: F401

    import serang_plan

    for module in pkgutil.walk_packages(serang_plan.__path__, "serang_plan."):
        importlib.import_module(module.name)


def _serve(asking: socket.socket) -> None:
    """Answer until nobody holds the other end."""
    while (received := socket.recv_fds(asking, 1 << 16, 2))[0]:
        asked, streams, *_ = received
        wait, *run = json.loads(asked)
        if not (copy := os.fork()):
            asking.close()
            if wait:
                _wait_for_a_tracer()
            _run(*run, streams)
        if wait:
            os.waitpid(copy, os.WUNTRACED)
            asking.send(str(copy).encode())
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(copy, 0)
        asking.send(str(os.waitstatus_to_exitcode(status)).encode())


def _wait_for_a_tracer() -> None:
    """Stop until we are told to continue; many a kernel lets nobody but a parent trace who does not allow it."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)


def _run(folder: str, environment: dict[str, str], arguments: list[str], streams: list[int]) -> NoReturn:
    from serang_plan.__main__ import main

    signal.alarm(SECONDS)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, stream in enumerate((os.open(os.devnull, os.O_RDONLY), *streams)):
        os.dup2(stream, number)
        os.close(stream)
    sys.argv[1:] = arguments
    main()
    raise AssertionError("the program has not left")


if __name__ == "__main__":
    _load()
    _serve(socket.socket(fileno=os.dup(0)))
