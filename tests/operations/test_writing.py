"""Writing: a file is swapped in whole, what somebody saves meanwhile stays, and so do owner, mode and names."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from serang_plan.operations.checking.fixing import safe_fixes
from serang_plan.operations.files import guarding, new_plan, unfinished, whole_file
from serang_plan.operations.files.loading import open_plan
from serang_plan.operations.files.new_plan import create_plan, example_texts
from serang_plan.operations.files.output_file import write_file
from serang_plan.operations.files.plan_file import replace_unchanged
from serang_plan.operations.files.plan_states import state
from serang_plan.operations.files.swapping import swapped
from serang_plan.operations.files.unfinished import new_name, swap_name, sweep
from serang_plan.operations.files.write_problem import not_written, output_lost
from serang_plan.operations.problem import AlreadyThereError, ProblemError
from tests.conftest import AS_OF, ROOT
from tests.operations.test_fixing import FAULTY, SOUND
from tests.worlds.git_world import commit, git, repository

OLD, NEW, SAVED, SAVED_AGAIN = b"opd: []\n", b"opd: [] # baru\n", b"opd: [] # saya\n", b"opd: [] # lagi\n"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
POSIX = pytest.mark.skipif(os.name == "nt", reason="owners, links and locks of another kind")


@pytest.fixture(name="file")
def file_fixture(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "plan.yaml"
    file.write_bytes(OLD)
    return file


def beside(file: Path) -> list[bytes]:
    return [other.read_bytes() for other in file.parent.iterdir() if other != file]


def replaced(file: Path) -> str:
    """Replace the file, and return why not."""
    try:
        replace_unchanged(str(file), OLD, NEW)
    except ProblemError as problem:
        return problem.message.en
    return ""


def test_two_files_trade_their_names_or_stay_as_they_are(file: Path) -> None:
    other = file.parent / "other.yaml"
    other.write_bytes(NEW)

    can = swapped(str(file), str(other))

    assert (file.read_bytes(), other.read_bytes()) == ((NEW, OLD) if can else (OLD, NEW))
    if can:
        with pytest.raises(FileNotFoundError):
            swapped(str(file), str(file.parent / "nothing"))


def test_why_it_cannot_be_written_is_said_with_what_to_do() -> None:
    problem = not_written("a.md", OSError(errno.ENOSPC, "No space left on device"))

    assert problem.message.en == "`a.md` cannot be written: the disk is full"
    assert problem.help is not None
    assert output_lost(OSError(errno.EBADF, "")).message.en.endswith("the output is closed")


# -- lost updates --------------------------------------------------------------------------


def in_place(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def by_rename(file: Path, content: bytes) -> None:
    (file.parent.parent / "editor").write_bytes(content)
    os.replace(file.parent.parent / "editor", file)


@pytest.mark.parametrize("save", [in_place, by_rename])
@pytest.mark.parametrize("can_swap", [True, False])
def test_what_is_saved_between_the_last_look_and_the_rename_stays(
    file: Path, monkeypatch: pytest.MonkeyPatch, save: Callable[[Path, bytes], None], can_swap: bool
) -> None:
    def meanwhile(first: str, second: str) -> bool:
        if file.read_bytes() == OLD:
            save(file, SAVED)
        return can_swap and swapped(first, second)

    monkeypatch.setattr(whole_file, "swapped", meanwhile)

    assert "has changed since it was read" in replaced(file)
    assert file.read_bytes() == SAVED
    assert beside(file) == []


@pytest.mark.skipif(sys.platform != "linux", reason="swaps no files")
def test_what_is_saved_twice_meanwhile_stays_and_the_first_lies_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves = iter((SAVED, SAVED_AGAIN))

    def meanwhile(first: str, second: str) -> bool:
        if content := next(saves, b""):
            by_rename(file, content)
        return swapped(first, second)

    monkeypatch.setattr(whole_file, "swapped", meanwhile)

    assert "was saved while it was being written" in replaced(file)
    assert file.read_bytes() == SAVED_AGAIN
    assert beside(file) == [SAVED]


@pytest.mark.skipif(sys.platform != "linux", reason="swaps no files")
def test_what_was_saved_is_kept_even_where_it_cannot_be_put_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def once(first: str, second: str) -> bool:
        if file.read_bytes() == NEW:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        in_place(file, SAVED)
        return swapped(first, second)

    monkeypatch.setattr(whole_file, "swapped", once)

    assert "was saved while it was being written" in replaced(file)
    assert (file.read_bytes(), beside(file)) == (NEW, [SAVED])
    os.utime(next(path for path in file.parent.iterdir() if path != file), (0, 0))
    sweep(str(file.parent))
    assert beside(file) == [SAVED]


@POSIX
def test_two_runs_take_turns_and_a_lock_that_stays_is_not_waited_for_for_ever(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    handle = os.open(file.parent, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)

    assert replaced(file) == ""
    assert len(waits) == guarding._WAITS

    def released(_seconds: float) -> None:
        assert file.read_bytes() == NEW
        fcntl.flock(handle, fcntl.LOCK_UN)

    monkeypatch.setattr(time, "sleep", released)
    replace_unchanged(str(file), NEW, OLD)
    os.close(handle)
    assert file.read_bytes() == OLD


@POSIX
def test_the_folder_is_synced_after_the_file_is_in_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[tuple[bool, bytes]] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        synced.append((stat.S_ISDIR(os.fstat(handle).st_mode), file.read_bytes()))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", noted)

    assert replaced(file) == ""
    assert synced == [(False, OLD), (True, NEW)]


# -- owner, mode and names -----------------------------------------------------------------


@pytest.mark.skipif(not IS_ROOT, reason="only root gives files away")
def test_owner_group_and_mode_stay(file: Path) -> None:
    os.chown(file, 1234, 4321)
    file.chmod(0o640)

    assert replace_unchanged(str(file), OLD, NEW) is None

    about = file.stat()
    assert (about.st_uid, about.st_gid, stat.S_IMODE(about.st_mode)) == (1234, 4321, 0o640)


@pytest.mark.skipif(not IS_ROOT, reason="only root gives files away")
def test_an_owner_who_cannot_stay_is_told_and_another_group_gets_no_more_than_everybody(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    os.chown(file, 1234, 4321)
    file.chmod(0o664)
    monkeypatch.setattr(os, "chown", refused)

    remark = replace_unchanged(str(file), OLD, NEW)

    assert remark is not None
    assert remark.en.endswith("is yours now, since its owner could not be kept")
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="needs extended attributes")
def test_what_the_system_keeps_beside_the_mode_stays(file: Path) -> None:
    try:
        os.setxattr(file, "user.catatan", b"penting")
    except OSError:
        pytest.skip("no extended attributes here")

    assert replaced(file) == ""
    assert os.getxattr(file, "user.catatan") == b"penting"


@POSIX
def test_a_file_with_two_names_is_changed_only_by_force_and_nothing_else_is_touched_before(
    file: Path,
) -> None:
    file.write_text(f"plan: {FAULTY}\n")
    other = file.parent / "a.yaml"
    other.write_text("opd:\n  - {code: 2, name: X}\n")
    os.link(file, file.parent.parent / "second.yaml")
    fixes = safe_fixes(open_plan(str(file.parent), AS_OF))

    with pytest.raises(ProblemError) as caught:
        fixes.write()

    assert "has 2 names (hard links)" in caught.value.message.en
    assert (FAULTY in file.read_text(), "code: 2" in other.read_text()) == (True, True)
    fixes.write(force=True)
    assert SOUND in file.read_text()
    assert FAULTY in (file.parent.parent / "second.yaml").read_text()


@pytest.mark.parametrize("name", ["stat", "lstat"])
def test_a_file_that_cannot_be_looked_at_is_neither_opened_to_everybody_nor_written_over(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    look = getattr(os, name)
    file.chmod(0o640)

    def fails(path: object, *arguments: object, **named: object) -> object:
        if str(path) == str(file):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return look(path, *arguments, **named)

    monkeypatch.setattr(os, name, fails)
    for replace in (False, True):
        with pytest.raises(ProblemError):
            write_file(str(file), NEW, replace=replace)
    monkeypatch.undo()

    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (OLD, 0o640)
    assert beside(file) == []


@POSIX
def test_where_there_are_no_links_a_file_that_came_meanwhile_stays(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = file.parent / "hasil.json"

    def unable(_source: str, target: str) -> None:
        Path(target).write_bytes(SAVED)
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", unable)

    with pytest.raises(AlreadyThereError):
        write_file(str(new), NEW)
    assert new.read_bytes() == SAVED


# -- what is left behind -------------------------------------------------------------------


def test_only_what_this_program_surely_left_is_swept(tmp_path: Path) -> None:
    mine = [".serang-plan-lama.json", ".serang-plan-", f".serang-plan-{'0' * 32}-{'0' * 8}.new", "a.new"]
    left = [new_name(), swap_name(OLD, NEW), swap_name(NEW, OLD)]
    young, unknown, folder = new_name(), swap_name(SAVED, NEW), new_name()
    for name in (*mine, *left, young, unknown):
        (tmp_path / name).write_bytes(OLD)
    (tmp_path / folder).mkdir()
    for name in (*mine, *left, unknown, folder):
        os.utime(tmp_path / name, (0, 0))

    sweep(str(tmp_path))

    assert {path.name for path in tmp_path.iterdir()} == {*mine, young, unknown, folder}


@pytest.mark.skipif(not IS_ROOT, reason="only root gives files away")
def test_what_another_user_left_is_not_swept_but_by_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / new_name()
    left.write_bytes(OLD)
    os.utime(left, (0, 0))
    monkeypatch.setattr(unfinished.os, "geteuid", lambda: 1234)

    sweep(str(tmp_path))
    assert left.exists()
    monkeypatch.undo()
    sweep(str(tmp_path))
    assert not left.exists()


def test_a_new_plan_that_cannot_be_written_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole = whole_file.write_whole

    def full(path: str, content: bytes, *, replace: bool) -> bool:
        if path.endswith("rakor.yaml"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write_whole(path, content, replace=replace)

    monkeypatch.setattr(new_plan, "write_whole", full)
    (tmp_path / "ada").mkdir()

    for folder in ("ada", "ada/baru/lagi"):
        with pytest.raises(ProblemError):
            create_plan(str(tmp_path / folder), example_texts())

    assert [path.name for path in tmp_path.rglob("*")] == ["ada"]


def test_what_somebody_saved_in_a_new_plan_stays_though_the_rest_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tmp_path / "data" / "a.yaml"

    def write(target: str, content: bytes, *, replace: bool) -> None:
        if first.exists():
            first.write_text("milik orang")
            raise OSError(errno.ENOSPC, "full")
        Path(target).write_bytes(content)

    monkeypatch.setattr(new_plan, "write_whole", write)
    with pytest.raises(ProblemError, match="disk is full"):
        create_plan(str(tmp_path), {"data/a.yaml": "opd: []\n", "data/b.yaml": "opd: []\n"})

    assert first.read_text() == "milik orang"
    assert os.listdir(first.parent) == ["a.yaml"]


@POSIX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_new_plan_that_is_interrupted_leaves_nothing(tmp_path: Path, name: str) -> None:
    script = f"""
import os, signal
from serang_plan.operations.files import new_plan
whole = new_plan.write_whole
def interrupted(path, content, *, replace):
    whole(path, content, replace=replace)
    if path.endswith("rakor.yaml"):
        print(os.listdir("baru/data"), flush=True)
        os.kill(os.getpid(), signal.{name})
new_plan.write_whole = interrupted
new_plan.create_plan("baru", new_plan.example_texts())
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=False
    )

    assert b"rakor.yaml" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_could_be_read_only_after_a_while_is_not_put_right(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(f"plan: {FAULTY}\n")

    (file.parent / "opd.yaml").write_text("opd:\n  - {code: 2, name: X}\n")
    real = os.open

    def unreadable(path: str, flags: int, *mode: int) -> int:
        if path == str(file):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path, flags, *mode)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", unreadable)
        unread = open_plan(str(file.parent), AS_OF)

    with pytest.raises(ProblemError) as caught:
        safe_fixes(unread)

    assert "has changed since it was read" in caught.value.message.en


def test_no_revision_is_suggested_that_is_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-05", data__plan=OLD.decode())
    git(made, "update-ref", "refs/heads/-evil", "HEAD")
    monkeypatch.chdir(made)

    with pytest.raises(ProblemError) as caught:
        state("evil", "data", AS_OF)

    assert "-evil" not in str(caught.value.help)
