"""The whole folder: all of it or nothing, and nothing is thrown away that we did not write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from serang_plan.operations.files import whole_folder
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
