"""System faults: a command is run once for each system call that touches its folder, and that call fails."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import openpyxl

from serang_plan.operations.files import unfinished
from tests.operations.test_fixing import FAULTY
from tests.readers.begun import program, traced_program

FAULTS = ("error=EIO", "error=ENOSPC", "signal=SIGKILL")
KILLED = 137
DAY = "2026-11-26"


class Way(NamedTuple):
    """A command that writes, and what is there before; `{}` is the folder."""

    command: str
    prepare: Callable[[Path], None]


def _faulty(folder: Path) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "plan.yaml").write_text(f"plan: {FAULTY}\n")
    (folder / "data" / "opd.yaml").write_text("opd:\n  - {code: 2, name: Dinas}\n")
    (folder / "lama.json").write_text("{}\n")


def _example(folder: Path) -> None:
    _prepared("init {} --example", folder)


def _recorded(folder: Path) -> None:
    _example(folder)
    _prepared(WRITING["files"].command, folder)


def _exported(folder: Path) -> None:
    """Leave an export of an earlier day, which is replaced."""
    _example(folder)
    _done("export --data {}/data --as-of 2026-11-01 -o {}/ekspor", folder)


def _returned_form(folder: Path) -> None:
    """Leave a form that went out and came home with one figure."""
    _example(folder)
    _prepared(f"sheet export --opd DLH --data {{}}/data --as-of {DAY} -o {{}}/formulir", folder)
    book = openpyxl.load_workbook(folder / "formulir" / "DLH.xlsx")
    book["Angka"]["G6"], book["Angka"]["H6"] = "67,9", "TW III 2026"
    book.save(folder / "DLH.xlsx")


_AT = f"--data {{}}/data --as-of {DAY} --yes"
WRITING = {
    "fix": Way("validate {}/data --fix", _faulty),
    "output": Way("validate {}/data -o {}/hasil.json", _faulty),
    "replaced": Way("validate {}/data -o {}/lama.json --force", _faulty),
    "baseline": Way("validate {}/data --write-baseline {}/dasar.json", _faulty),
    "report": Way("status --data {}/data -o {}/status.md", _faulty),
    "init": Way("init {}/baru --example", _faulty),
    "record": Way(f"record M02 67,5 --at 2026-03 --source S29 {_AT}", _example),
    "files": Way(f"finish A15 --at 2026-08 --title Halte --kind resmi {_AT}", _example),
    "migrate": Way(f"migrate {_AT}", _example),
    "undo": Way(f"undo {_AT}", _recorded),
    "rakor": Way(f"rakor decide Halte --lead DISHUB --due 2027-01-31 --rakor 2026-03-12 {_AT}", _example),
    "close": Way(f"rakor close 2026-03-12 {_AT}", _example),
    "export": Way(f"export --data {{}}/data --as-of {DAY} -o {{}}/ekspor", _exported),
    "forms": Way(f"sheet export --opd DLH --data {{}}/data --as-of {DAY} -o {{}}/formulir", _example),
    "sheet": Way(f"sheet import {{}}/DLH.xlsx {_AT}", _returned_form),
}
"""Every way to write a file; a site is put in its place as an export is."""
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


def new_world(way: Way, folder: Path) -> Path:
    """Make the folder anew, as it was the first time."""
    first = folder.with_suffix(".asal")
    shutil.rmtree(folder, ignore_errors=True)
    if not first.exists():
        way.prepare(folder)
        shutil.copytree(folder, first)
    else:
        shutil.copytree(first, folder)
    return folder


def calls(way: Way, folder: Path) -> tuple[Call, ...]:
    """Return the calls of a command that touch its folder, in their order."""
    counts: Counter[str] = Counter()
    touching = []
    for call, line in _traced(way.command, new_world(way, folder))[1]:
        counts[call] += 1
        if str(folder) in line and call != "execve":  # which only names it
            touching.append(Call(call, counts[call]))
    return tuple(touching)


def undisturbed(way: Way, folder: Path) -> Run:
    return afterwards(way.command, new_world(way, folder))


def disturbed(way: Way, folder: Path, call: Call, fault: str) -> Run:
    """Return a run in which one call fails; what it leaves behind is swept as a run much later would."""
    inject = f"inject={call.name}:{fault}:when={call.nth}"
    traced = ("-e", f"trace={call.name}", "-e", inject)
    done, lines = _traced(way.command, new_world(way, folder), *traced)
    injected = struck(
        call, [line for name, line in lines if name == call.name], folder, fault, done.returncode
    )
    _sweep(folder)
    return Run(done.returncode, done.stderr, contents(folder), injected)


def interrupted(way: Way, folder: Path) -> Iterator[Run]:
    """Give runs that are killed when a file is about to change its name, each left in the folder."""
    for call in calls(way, folder):
        if call.name.startswith("rename"):
            yield disturbed(way, folder, call, "signal=SIGKILL")


def afterwards(command: str, folder: Path) -> Run:
    """Return a run in what is there now."""
    done = _done(command, folder)
    return Run(done.returncode, done.stderr, contents(folder), 0)


def struck(call: Call, lines: Sequence[str], folder: Path, fault: str, code: int) -> int:
    """Return how many calls in the folder were made to fail; a kill is at the call that is the last in the log."""
    if fault.startswith("signal"):
        return int(code in (-9, KILLED) and len(lines) == call.nth and str(folder) in lines[-1])
    return sum("(INJECTED)" in line and str(folder) in line for line in lines)


def _traced(
    command: str, folder: Path, *options: str
) -> tuple[subprocess.CompletedProcess[str], tuple[tuple[str, str], ...]]:
    log = folder.with_suffix(".strace")
    tracer = ("strace", "-f", "-y", "-o", str(log), *options)
    done = traced_program(tracer, *_words(command, folder), **_state(folder))
    return done, tuple(_lines(log.read_text(errors="replace")))


def _prepared(command: str, folder: Path) -> None:
    done = _done(command, folder)
    assert done.returncode == 0, done.stderr


def _done(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return program(*_words(command, folder), **_state(folder))


def _words(command: str, folder: Path) -> list[str]:
    return [word.replace("{}", str(folder)) for word in command.split()]


def _state(folder: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(folder / "state")}


def _lines(log: str) -> Iterator[tuple[str, str]]:
    for line in log.splitlines():
        if found := _LINE.match(line):
            yield found["call"], line


def _sweep(folder: Path) -> None:
    for path in folder.rglob("*"):
        if ".serang-plan-" in str(path):
            os.utime(path, (0, 0))
    for path in [folder, *folder.rglob("*/")]:
        unfinished.sweep(str(path))
        unfinished.sweep_folders(str(path))


def contents(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }
