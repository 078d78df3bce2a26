"""Count what commands cost: modules, function calls, memory. A process of its own, copied for each run that is asked for.

It reads a JSON list of runs from its input and writes a list of costs. Python's own loading of modules is not
counted, since it differs with what is compiled already.
"""

from __future__ import annotations

import cProfile
import datetime
import gc
import importlib
import json
import os
import runpy
import sys
import tracemalloc
from collections import Counter
from contextlib import suppress
from typing import Any, NamedTuple, NoReturn

OURS = "serang_plan"
LOADED_BY_EVERY_COMMAND = ("typer.main", "pydantic.main", "yaml.cyaml")
"""Loaded once before the copies in which modules and memory are counted: the modules count in each, the memory in none."""


class Day(datetime.datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Day:
        return cls(2026, 6, 30, tzinfo=tz)


class Run(NamedTuple):
    """One command in one folder, and what of it is counted."""

    folder: str
    words: list[str]
    counted: str
    first: str = ""
    """Python that is run before it: a test makes the command cost more."""


def main() -> None:
    """Answer every run that is asked for."""
    runs = [Run(*run) for run in json.load(sys.stdin)]
    at_start = set(sys.modules)
    found: dict[int, dict[str, int]] = {}
    for nth, run in enumerate(runs):
        if run.counted == "calls":
            found[nth] = _in_a_copy(run, at_start)
    for library in LOADED_BY_EVERY_COMMAND:
        importlib.import_module(library)
    for nth, run in enumerate(runs):
        if nth not in found:
            found[nth] = _in_a_copy(run, at_start)
    json.dump([found[nth] for nth in range(len(runs))], sys.stdout)


def _in_a_copy(run: Run, at_start: set[str]) -> dict[str, int]:
    reading, writing = os.pipe()
    if not (copy := os.fork()):
        os.close(reading)
        _count(run, at_start, writing)
    os.close(writing)
    with os.fdopen(reading) as answer:
        found = json.load(answer)
    os.waitpid(copy, 0)
    return dict(found)


def _count(run: Run, at_start: set[str], writing: int) -> NoReturn:
    os.chdir(run.folder)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    datetime.datetime = Day  # type: ignore[misc]
    exec(run.first)
    gc.disable()
    found: dict[str, int] = {}
    if run.counted == "calls":
        counting = cProfile.Profile(builtins=False)
        found["exit code"] = counting.runcall(_exit_code, run.words)
        found |= _calls(counting)
    elif run.counted == "memory":
        tracemalloc.start()
        found["exit code"] = _exit_code(run.words)
        found["KiB"] = tracemalloc.get_traced_memory()[1] // 1024
    else:
        found["exit code"] = _exit_code(run.words)
        found |= {name: 1 for name in sys.modules if name not in at_start}
    with os.fdopen(writing, "w") as answer:
        json.dump(found, answer)
    os._exit(0)


def _exit_code(words: list[str]) -> int:
    """Run the program as `python -m serang_plan` does; it may leave in two ways."""
    left: list[int] = []

    def leave(code: int) -> NoReturn:
        left.append(code)
        raise SystemExit(code)

    sys.argv = ["serang-plan", *words]
    os_exit, os._exit = os._exit, leave  # type: ignore[assignment]
    with suppress(SystemExit):
        runpy.run_module(OURS, run_name="__main__")
    os._exit = os_exit
    return left[0] if left else 0


def _calls(counting: cProfile.Profile) -> Counter[str]:
    found: Counter[str] = Counter()
    for entry in counting.getstats():
        code: Any = entry.code
        if "<frozen" not in code.co_filename and code.co_filename not in (__file__, runpy.__file__):
            found[f"{_module(code.co_filename)}:{code.co_qualname}"] += entry.callcount
    return found


def _module(path: str) -> str:
    """Return the dotted name of a file, from the package on."""
    for folder in ("site-packages/", "/src/", f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/"):
        _, found, rest = path.rpartition(folder)
        if found:
            return rest.removesuffix(".py").replace("/", ".")
    return path


if __name__ == "__main__":
    main()
