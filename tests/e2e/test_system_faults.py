"""Nothing is lost, whichever system call fails: each is made to fail once, and each time the program is killed.

`SERANG_PLAN_ALL_FAULTS=1` tries every call; without it, every so many.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from serang_plan.cli.exit_codes import FAILED
from tests.worlds.system_faults import (
    FAULTS,
    KILLED,
    WRITING,
    Call,
    Run,
    calls,
    disturbed,
    new_world,
    struck,
    undisturbed,
)

EVERY = 1 if os.environ.get("SERANG_PLAN_ALL_FAULTS") else 47  # no multiple of the faults


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("way", WRITING)
def test_whatever_call_fails_each_file_is_old_or_new_and_the_exit_code_tells(
    way: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    command, folder = WRITING[way], tmp_path / "kota"
    usual = undisturbed(command, folder)
    old = {path.relative_to(folder).as_posix(): path.read_bytes() for path in new_world(folder).rglob("*.*")}
    chosen = [(call, fault) for call in calls(command, folder) for fault in FAULTS][::EVERY]

    runs = {(call, fault): disturbed(command, folder, call, fault) for call, fault in chosen}

    record_property("injected", sum(run.injected for run in runs.values()))
    assert len(chosen) > 3
    assert {fault: run.injected for fault, run in runs.items()} == dict.fromkeys(chosen, 1)
    assert {fault: wrongs for fault, run in runs.items() if (wrongs := _wrongs(run, usual, old))} == {}


@pytest.mark.parametrize(
    ("lines", "fault", "code", "injected"),
    [
        (("1 fsync(4</kota/a>) = 0", "1 fsync(5</kota/b>"), "signal=SIGKILL", -9, 1),
        (("1 fsync(4</kota/a>) = 0", "1 fsync(5</lain/b>"), "signal=SIGKILL", -9, 0),
        (("1 fsync(4</kota/a>) = 0",), "signal=SIGKILL", 0, 0),
        (("1 fsync(4</kota/a>) = 0", "1 fsync(5</kota/b>) = -1 EIO (INJECTED)"), "error=EIO", 2, 1),
        (("1 fsync(4</kota/a>) = 0", "1 fsync(5</lain/b>) = -1 EIO (INJECTED)"), "error=EIO", 2, 0),
    ],
)
def test_only_what_struck_in_the_folder_is_counted(
    lines: tuple[str, ...], fault: str, code: int, injected: int
) -> None:
    assert struck(Call("fsync", 2), lines, Path("/kota"), fault, code) == injected


def _wrongs(run: Run, usual: Run, old: dict[str, bytes]) -> list[str]:
    """Return what is wrong with a run, compared with one that nobody disturbed and the files before it."""
    wrongs = [f"{path} is gone" for path in old if path not in run.files]
    wrongs += [
        f"{path} is neither old nor new"
        for path, content in run.files.items()
        if content is not None
        and content not in (old.get(path), usual.files.get(path))
        and not _tells(path, content)
    ]
    if "keliru" in run.stderr or "Traceback" in run.stderr or run.code not in (0, 1, FAILED, -9, KILLED):
        wrongs.append(f"{run.code}: {run.stderr}")
    if run.code == 0 and run.files.keys() != usual.files.keys():
        wrongs.append(f"0, though something is missing: {run.stderr}")
    if run.code == FAILED and "baru" in run.files:
        wrongs.append(f"a part of a new plan is left: {run.stderr}")
    return wrongs


def _tells(path: str, content: bytes) -> bool:
    """Whether it is a result, all of it, that tells of what could not be read."""
    is_result = not path.startswith(("data/", "baru/")) and content.endswith(b"\n")
    return is_result and (b"S121" in content or b"Mutu data" in content)
