"""Nothing is lost, whichever system call fails: each is made to fail once, and each time the program is killed.

Some of the calls are tried, or all of them where all cases are asked for.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from serang_plan.cli.exit_codes import FAILED
from tests.sampling import sample
from tests.worlds.system_faults import (
    FAULTS,
    KILLED,
    WRITING,
    Call,
    Run,
    afterwards,
    calls,
    contents,
    disturbed,
    interrupted,
    new_world,
    struck,
    undisturbed,
)

CHANGING = ("write", "rename", "link", "mkdir", "rmdir", "chmod", "fsync")
"""Names of calls, or parts of them, around which a file is between old and new."""
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


@needs_strace
@pytest.mark.parametrize("name", WRITING)
def test_whatever_call_fails_each_file_is_old_or_new_and_the_exit_code_tells(
    name: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    way, folder = WRITING[name], tmp_path / "kota"
    usual = undisturbed(way, folder)
    old = {path: content for path, content in contents(new_world(way, folder)).items() if content is not None}
    every = [(call, fault) for call in calls(way, folder) for fault in FAULTS]
    changing = [each for each in every if any(word in each[0].name for word in CHANGING)]
    looking = [each for each in every if each not in changing]
    chosen = [*sample(changing, 5), *sample(looking, 2)]

    runs = {(call, fault): disturbed(way, folder, call, fault) for call, fault in chosen}

    record_property("injected", sum(run.injected for run in runs.values()))
    assert usual.code != FAILED, usual.stderr
    assert len(chosen) > 3
    assert {fault: run.injected for fault, run in runs.items()} == dict.fromkeys(chosen, 1)
    assert {fault: wrongs for fault, run in runs.items() if (wrongs := _wrongs(run, usual, old))} == {}


@needs_strace
def test_what_is_killed_between_two_files_is_taken_back_with_undo(tmp_path: Path) -> None:
    way, folder = WRITING["files"], tmp_path / "kota"
    old, new = data_of(contents(new_world(way, folder))), data_of(undisturbed(way, folder).files)
    halves = 0

    for run in interrupted(way, folder):
        halves += data_of(run.files) not in (old, new)
        undone = afterwards(WRITING["undo"].command, folder)
        assert data_of(undone.files) == old, undone.stderr

    assert halves


@needs_strace
def test_what_is_killed_between_plan_and_register_is_mended_by_importing_again(tmp_path: Path) -> None:
    way, folder = WRITING["sheet"], tmp_path / "kota"
    usual, register = undisturbed(way, folder), "arsip/formulir/daftar.json"
    new, unregistered = data_of(usual.files), contents(new_world(way, folder))[register]
    halves = 0

    for run in interrupted(way, folder):
        halves += data_of(run.files) == new and run.files[register] == unregistered
        again = afterwards(way.command, folder)
        assert (again.code, data_of(again.files)) == (usual.code, new), again.stderr
        assert again.files[register] == usual.files[register]

    assert halves


@needs_strace
def test_what_is_killed_between_archive_and_plan_is_mended_by_closing_again(tmp_path: Path) -> None:
    way, folder = WRITING["close"], tmp_path / "kota"
    usual = undisturbed(way, folder)
    old = data_of(contents(new_world(way, folder)))
    halves = 0

    for run in interrupted(way, folder):
        halves += data_of(run.files) == old and "arsip/rakor-2026-03-12" in run.files
        again = afterwards(way.command, folder)
        assert again.files == usual.files, again.stderr

    assert halves


def data_of(files: dict[str, bytes | None]) -> dict[str, bytes | None]:
    return {path: content for path, content in files.items() if path.startswith("data/")}


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
    wrongs = [f"{path} is gone" for path in old if path in usual.files and path not in run.files]
    wrongs += [
        f"{path} is neither old nor new"
        for path, content in run.files.items()
        if content is not None
        and content not in (old.get(path), usual.files.get(path))
        and not _tells(path, content)
    ]
    if (
        "program ini keliru" in run.stderr
        or "Traceback" in run.stderr
        or run.code not in (0, 1, FAILED, -9, KILLED)
    ):
        wrongs.append(f"{run.code}: {run.stderr}")
    lost = {path for path in usual.files.keys() - run.files.keys() if not _cannot_be_undone(path, run)}
    if run.code == 0 and (lost or run.files.keys() - usual.files.keys()):
        wrongs.append(f"0, though something is missing: {run.stderr}")
    if run.code == FAILED and "baru" in run.files:
        wrongs.append(f"a part of a new plan is left: {run.stderr}")
    return wrongs


def _cannot_be_undone(path: str, run: Run) -> bool:
    """Whether a file is missing that only `undo` needs, and that is said."""
    return path.startswith("state") and "tidak dapat diurungkan" in run.stderr


def _tells(path: str, content: bytes) -> bool:
    """Whether it is a result, all of it, that tells of what could not be read."""
    is_result = not path.startswith(("data/", "baru/")) and content.endswith(b"\n")
    return is_result and (b"S121" in content or b"Mutu data" in content)
