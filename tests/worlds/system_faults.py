"""System faults: a command is run once for each system call that touches its folder, and that call fails."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from serang_plan.operations.files import unfinished
from tests.conftest import ROOT
from tests.operations.test_fixing import FAULTY

FAULTS = ("error=EIO", "error=ENOSPC", "signal=SIGKILL")
KILLED = 137
WRITING = {
    "fix": "validate {}/data --fix",
    "output": "validate {}/data -o {}/hasil.json",
    "replaced": "validate {}/data -o {}/lama.json --force",
    "baseline": "validate {}/data --write-baseline {}/dasar.json",
    "report": "status --data {}/data -o {}/status.md",
    "init": "init {}/baru --example",
}
"""Every way to write a file; `{}` is the folder."""
_LINE = re.compile(r"^(?P<process>\d+) +(?P<call>\w+)\(")


class Call(NamedTuple):
    """The nth call of its name in a run."""

    name: str
    nth: int


class Run(NamedTuple):
    """What a run said, what it left, and the calls in its folder that were made to fail."""

    code: int
    stderr: str
    files: dict[str, bytes | None]
    """By path; a folder has no bytes."""
    injected: int


def new_world(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "plan.yaml").write_text(f"plan: {FAULTY}\n")
    (folder / "data" / "opd.yaml").write_text("opd:\n  - {code: 2, name: Dinas}\n")
    (folder / "lama.json").write_text("{}\n")
    return folder


def calls(command: str, folder: Path) -> tuple[Call, ...]:
    """Return the calls of a command that touch its folder, in their order."""
    _traced(command, new_world(folder), "-y")  # the compiled files are there from now on
    counts: Counter[str] = Counter()
    touching = []
    for call, line in _traced(command, new_world(folder), "-y")[1]:
        counts[call] += 1
        if str(folder) in line and call != "execve":  # which only names it
            touching.append(Call(call, counts[call]))
    return tuple(touching)


def undisturbed(command: str, folder: Path) -> Run:
    done, _ = _traced(command, new_world(folder), "-e", "trace=none")
    return Run(done.returncode, done.stderr, _files(folder), 0)


def disturbed(command: str, folder: Path, call: Call, fault: str) -> Run:
    """Return a run in which one call fails; what it leaves behind is swept as a run much later would."""
    inject = f"inject={call.name}:{fault}:when={call.nth}"
    done, lines = _traced(command, new_world(folder), "-y", "-e", f"trace={call.name}", "-e", inject)
    injected = struck(
        call, [line for name, line in lines if name == call.name], folder, fault, done.returncode
    )
    _sweep(folder)
    return Run(done.returncode, done.stderr, _files(folder), injected)


def struck(call: Call, lines: Sequence[str], folder: Path, fault: str, code: int) -> int:
    """Return how many calls in the folder were made to fail; a kill is at the call that is the last in the log."""
    if fault.startswith("signal"):
        return int(code in (-9, KILLED) and len(lines) == call.nth and str(folder) in lines[-1])
    return sum("(INJECTED)" in line and str(folder) in line for line in lines)


def _traced(
    command: str, folder: Path, *options: str
) -> tuple[subprocess.CompletedProcess[str], tuple[tuple[str, str], ...]]:
    log = folder.with_suffix(".strace")
    words = [word.replace("{}", str(folder)) for word in command.split()]
    done = subprocess.run(
        [
            "strace",
            "-f",
            "-o",
            str(log),
            *options,
            sys.executable,
            "-m",
            "serang_plan",
            *words,
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return done, tuple(_lines(log.read_text(errors="replace")))


def _lines(log: str) -> Iterator[tuple[str, str]]:
    for line in log.splitlines():
        if found := _LINE.match(line):
            yield found["call"], line


def _sweep(folder: Path) -> None:
    for path in folder.rglob(".serang-plan-*"):
        os.utime(path, (0, 0))
    for path in (folder, *folder.rglob("*/")):
        unfinished.sweep(str(path))


def _files(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }
