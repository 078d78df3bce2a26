"""The whole folder: all of it or nothing, and nothing is thrown away that we did not write."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from serang_plan.operations.exporting import folder as export_folder
from serang_plan.operations.files import whole_folder
from serang_plan.operations.files.unfinished import new_name
from serang_plan.operations.files.whole_folder import MARKER, write_folder
from serang_plan.operations.problem import ProblemError

FIRST = [("index.html", b"satu"), ("id/lama.html", b"lama")]
SECOND = [("index.html", b"dua"), ("id/baru.html", b"baru")]


def content_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }


@pytest.mark.parametrize("there", ["nothing", "empty"])
def test_a_folder_that_is_new_or_empty_is_filled(there: str, tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    if there == "empty":
        folder.mkdir()

    assert write_folder(str(folder), FIRST) == 2
    assert content_of(folder) == dict(FIRST)
    assert os.listdir(tmp_path) == ["situs"]


@pytest.mark.parametrize("can_swap", [True, False])
def test_a_folder_of_ours_is_replaced_and_no_old_page_stays(
    can_swap: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "situs"
    write_folder(str(folder), FIRST)
    if not can_swap:
        monkeypatch.setattr(whole_folder, "swapped", lambda first, second: False)

    write_folder(str(folder), SECOND)

    assert content_of(folder) == dict(SECOND)
    assert os.listdir(tmp_path) == ["situs"]


@pytest.mark.parametrize("foreign", ["CNAME", "id/catatan.txt", ".git/config"])
def test_a_folder_with_anything_else_in_it_stays_as_it_is(foreign: str, tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    write_folder(str(folder), FIRST)
    (folder / foreign).parent.mkdir(exist_ok=True)
    (folder / foreign).write_bytes(b"milik orang")

    with pytest.raises(ProblemError, match="there are other files"):
        write_folder(str(folder), SECOND)

    assert content_of(folder) == {**dict(FIRST), foreign: b"milik orang"}
    assert os.listdir(tmp_path) == ["situs"]


def test_what_somebody_puts_there_meanwhile_stays(tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    write_folder(str(folder), FIRST)

    def files() -> Iterator[tuple[str, bytes]]:
        yield SECOND[0]
        (folder / "catatan.txt").write_bytes(b"milik orang")

    with pytest.raises(ProblemError, match="there are other files"):
        write_folder(str(folder), files())

    assert content_of(folder) == {**dict(FIRST), "catatan.txt": b"milik orang"}


def test_who_may_look_into_the_folder_stays(tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    write_folder(str(folder), FIRST)
    folder.chmod(0o750)

    write_folder(str(folder), SECOND)

    assert folder.stat().st_mode & 0o777 == 0o750


def test_the_folder_above_is_synced_after_the_folder_is_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[list[str]] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.listdir(handle)))

    write_folder(str(tmp_path / "situs"), FIRST)

    assert synced == [["situs"]]


def test_a_link_to_a_folder_is_something_else_too(tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    write_folder(str(folder), FIRST)
    (tmp_path / "foto").mkdir()
    (folder / "foto").symlink_to("../foto")

    with pytest.raises(ProblemError, match="there are other files"):
        write_folder(str(folder), SECOND)


@pytest.mark.parametrize("marker", ["", "index.html\n", "\x00"])
def test_a_marker_that_is_not_ours_is_no_leave_to_throw_away(marker: str, tmp_path: Path) -> None:
    (tmp_path / "situs").mkdir()
    (tmp_path / "situs" / MARKER).write_text(marker)
    (tmp_path / "situs" / "data.yaml").write_text("plan: {}")

    with pytest.raises(ProblemError):
        write_folder(str(tmp_path / "situs"), FIRST)

    assert (tmp_path / "situs" / "data.yaml").exists()


def test_what_ends_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    write_folder(str(folder), FIRST)

    def broken() -> Iterator[tuple[str, bytes]]:
        yield SECOND[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(str(folder), broken())

    assert content_of(folder) == dict(FIRST)
    assert os.listdir(tmp_path) == ["situs"]


def test_a_file_is_not_a_folder(tmp_path: Path) -> None:
    (tmp_path / "situs").write_text("berkas")

    with pytest.raises(ProblemError, match="is not a folder"):
        write_folder(str(tmp_path / "situs"), FIRST)


def test_the_folder_above_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="no such folder"):
        write_folder(str(tmp_path / "tidak" / "ada"), FIRST)


def test_nobody_is_left_standing_in_a_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(ProblemError, match="that you are in"):
        write_folder(".", FIRST)


# -- killed ------------------------------------------------------------------------------------


def exported(folder: str, files: list[tuple[str, bytes]]) -> None:
    package = json.dumps({"serang-plan": {"sql": [name for name, _ in files]}, "resources": []}).encode()
    export_folder.write_folder(folder, {**dict(files), "datapackage.json": package}, "datapackage.json")


def killed_before(nth: int, write: Callable[[], object]) -> bool:
    """Whether a process of its own, killed before the nth thing that it does to files, was killed at all."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    steps = count(1)

    def hook(event: str, _arguments: object) -> None:
        if (event == "open" or event.startswith(("os.", "shutil.", "ctypes."))) and next(steps) == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    write()
    os._exit(0)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
@pytest.mark.parametrize("write", [write_folder, exported], ids=["publish", "export"])
@pytest.mark.parametrize("can_swap", [True, False])
def test_wherever_a_run_is_killed_the_next_one_tidies_up_after_it(
    can_swap: bool,
    write: Callable[[str, list[tuple[str, bytes]]], object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "situs"
    if not can_swap:
        monkeypatch.setattr(whole_folder, "swapped", lambda first, second: False)
    states, whole = set(), set()
    for nth in count(1):
        write(str(folder), FIRST)
        whole.add(frozenset(content_of(folder).items()))
        if not killed_before(nth, partial(write, str(folder), SECOND)):
            break
        state = frozenset(content_of(folder).items()) if folder.exists() else None
        states.add(state)
        for left in tmp_path.glob(".serang-plan-*"):
            for place, _, _ in os.walk(left):
                os.utime(place, (0, 0))
        write(str(folder), SECOND)
        whole.add(frozenset(content_of(folder).items()))
        kept = [path.name for path in tmp_path.iterdir() if path.name.endswith(".old")]
        assert {*os.listdir(tmp_path)} - {*kept} == {"situs"}
        assert not kept if can_swap else kept or state
        for name in kept:
            shutil.rmtree(tmp_path / name)

    assert nth > 15
    assert states == (whole if can_swap else whole | {None})


def test_a_folder_that_somebody_may_be_writing_is_left_alone(tmp_path: Path) -> None:
    young, named = tmp_path / new_name(), tmp_path / f".serang-plan-{'0' * 32}-{'0' * 8}.new"
    for path in (young, named):
        (path / "id").mkdir(parents=True)
        os.utime(path, (0, 0))
    os.utime(named / "id", (0, 0))

    write_folder(str(tmp_path / "situs"), FIRST)

    assert young.exists()
    assert named.exists()
