"""`validate --fix`: the patch is shown, then the files are written, each whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from serang_plan.cli.main import run
from serang_plan.operations.files import whole_file
from serang_plan.operations.files.unfinished import new_name
from tests.conftest import ROOT
from tests.operations.test_fixing import FAULTY, SOUND


def run_in(folder: Path, *arguments: str, input: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "serang_plan", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        input=input,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plan.yaml").write_text(f"# atas\nplan: {FAULTY} # samping\n")
    return tmp_path


def test_a_file_that_cannot_be_decoded_keeps_its_finding(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"opd:\n  - {code: 2, name: \xff}\n")
    (tmp_path / "b.yaml").write_bytes(b"opd:\n  - {code: 3, name: X}\n")

    found = run_in(tmp_path, "validate", "--fix", ".", "--format", "concise")

    assert (tmp_path / "a.yaml").read_bytes() == b"opd:\n  - {code: 2, name: \xff}\n"
    assert (tmp_path / "b.yaml").read_bytes() == b'opd:\n  - {code: "3", name: X}\n'
    assert re.search(r"^a\.yaml:2:\d+: S112", found.stdout, re.MULTILINE)


def test_the_patch_is_shown_then_what_is_left(folder: Path) -> None:
    done = run_in(folder, "validate", "--fix")

    assert done.stdout.startswith(
        "--- a/data/plan.yaml\n+++ b/data/plan.yaml\n@@ -1,2 +1,2 @@\n # atas\n"
        f"-plan: {FAULTY} # samping\n+plan: {SOUND} # samping\n\ncatatan[C309]"
    )
    assert done.stderr == "1 perbaikan ditulis dalam 1 berkas.\n"
    assert (folder / "data" / "plan.yaml").read_text() == f"# atas\nplan: {SOUND} # samping\n"
    assert done.returncode == 0


def test_fixing_twice_changes_nothing_more(folder: Path) -> None:
    run_in(folder, "validate", "--fix")
    before = (folder / "data" / "plan.yaml").stat()

    done = run_in(folder, "validate", "--fix", "--lang", "en")

    assert done.stderr == "There is nothing that is safe to put right.\n"
    now = (folder / "data" / "plan.yaml").stat()
    assert (now.st_ino, now.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_diff_only_shows(folder: Path) -> None:
    done = run_in(folder, "validate", "--diff")

    assert (folder / "data" / "plan.yaml").read_text() == f"# atas\nplan: {FAULTY} # samping\n"
    assert done.stdout.count("\n") == 6
    assert (done.stderr, done.returncode) == ("", 1)


def test_a_format_for_programs_stays_one(folder: Path) -> None:
    import json

    done = run_in(folder, "validate", "--fix", "--format", "json")

    assert json.loads(done.stdout)["counts"]["error"] == 0
    assert done.stderr.startswith("--- a/data/plan.yaml\n")


@pytest.mark.parametrize("arguments", [("--fix", "-"), ("--fix", "--watch"), ("--diff", "--watch")])
def test_what_cannot_be_fixed_is_refused_before_anything_is_read(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    done = run_in(folder, "validate", *arguments, input="opd: [{code: 2, name: X}]")

    assert done.returncode == 2
    assert "`--fix` tidak dapat dipakai bersama" in done.stderr


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("name", ["plan.yaml", "a b.yaml", 'é"x\\.yaml', "a\nb\tc.yaml"])
def test_git_and_patch_take_what_is_shown(folder: Path, name: str) -> None:
    text = f"# atas\r\nplan: {FAULTY}\r\n" + "# x\r\n" * 20 + "opd:\r\n  - {code: 2, name: X}"
    (folder / "data" / "plan.yaml").unlink()
    (folder / "data" / name).write_bytes(text.encode())
    shown = subprocess.run(
        [sys.executable, "-m", "serang_plan", "validate", "--diff"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    ).stdout

    subprocess.run(
        ["git", "apply", "--unsafe-paths", "-"], cwd=folder, input=shown, check=True, capture_output=True
    )

    right = text.replace("36.73", '"36.73"').replace("code: 2", 'code: "2"') + "\r\n"
    assert (folder / "data" / name).read_bytes() == right.encode()


# -- bytes ---------------------------------------------------------------------------------


def fix(path: Path) -> int:
    return run(["validate", str(path), "--fix", "--as-of", "2026-06-30"])


def test_mark_line_ends_and_mode_stay(folder: Path) -> None:
    path = folder / "data" / "plan.yaml"
    path.write_bytes(b"\xef\xbb\xbf# atas \r\nplan: " + FAULTY.encode() + b"\r\n\r\n# bawah")
    path.chmod(0o640)

    fix(path)

    assert path.read_bytes() == b"\xef\xbb\xbf# atas \r\nplan: " + SOUND.encode() + b"\r\n\r\n# bawah\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_one_and_its_file_is_put_right(folder: Path) -> None:
    path, real = folder / "data" / "plan.yaml", folder / "data" / "elsewhere.txt"
    path.rename(real)
    path.symlink_to(real)

    fix(folder / "data")

    assert path.is_symlink()
    assert SOUND in real.read_text()


def test_nothing_is_put_right_through_a_link_that_leads_out(folder: Path) -> None:
    real = folder / "elsewhere.yaml"
    (folder / "data" / "plan.yaml").rename(real)
    (folder / "data" / "plan.yaml").symlink_to(real)
    before = real.read_bytes()

    fix(folder / "data")

    assert real.read_bytes() == before


def test_nothing_is_left_beside_the_files(folder: Path) -> None:
    fix(folder / "data")

    assert [one.name for one in (folder / "data").iterdir()] == ["plan.yaml"]


def test_a_file_that_changed_meanwhile_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "data" / "plan.yaml"
    real = os.fsync

    def meanwhile(handle: int) -> None:
        real(handle)
        path.write_text("opd: []\n")

    monkeypatch.setattr(os, "fsync", meanwhile)

    assert fix(path) == 2
    assert path.read_text() == "opd: []\n"
    assert "berubah sejak dibaca" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_left_alone(folder: Path) -> None:
    path = folder / "data" / "plan.yaml"
    path.chmod(0o440)

    assert fix(path) == 2
    assert FAULTY in path.read_text()


@pytest.mark.parametrize("call", ["rename", "fsync", "chmod", "fdopen"])
@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS])
def test_a_write_that_fails_leaves_the_old_file_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], call: str, reason: int
) -> None:
    path = folder / "data" / "plan.yaml"
    before = path.read_bytes()

    def fails(*_: object, **__: object) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(os, call, fails)
    code = fix(path)
    monkeypatch.undo()

    assert code == 2
    assert "tidak dapat ditulis" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["plan.yaml"]


def test_where_the_second_file_cannot_be_written_the_first_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = folder / "data" / "plan.yaml", folder / "data" / "z.yaml"
    second.write_text("opd:\n  - {code: 010, name: DLH}\n")
    swapped = whole_file.swapped

    def full(beside: str, target: str) -> bool:
        if os.path.basename(target) == "z.yaml":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return swapped(beside, target)

    monkeypatch.setattr(whole_file, "swapped", full)
    monkeypatch.chdir(folder)

    assert fix(Path("data")) == 2
    said = capsys.readouterr().err
    assert "`data/z.yaml` tidak dapat ditulis: tempat penyimpanan penuh" in said
    assert "`data/plan.yaml` sudah ditulis, yang lain masih seperti semula" in said
    assert SOUND in first.read_text()
    assert "code: 010" in second.read_text()


KILLER = """
import os, signal, sys
call, nth = sys.argv[1], int(sys.argv[2])
real = getattr(os, call)
def killed(*arguments, **named):
    global nth
    nth -= 1
    if nth == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments, **named)
setattr(os, call, killed)
from serang_plan.cli.main import run
from serang_plan.operations.files import whole_file
from serang_plan.operations.files.unfinished import new_name
raise SystemExit(run(["validate", "data", "--fix"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("call", ["fsync", "chmod", "rename", "unlink"])
@pytest.mark.parametrize("nth", [1, 2])
def test_a_program_that_is_killed_leaves_each_file_old_or_new(folder: Path, call: str, nth: int) -> None:
    files = [folder / "data" / name for name in ("plan.yaml", "opd.yaml")]
    files[1].write_text("opd:\n  - {code: 2, name: X}\n")
    old = [one.read_text() for one in files]
    new = [old[0].replace(FAULTY, SOUND), old[1].replace("2", '"2"')]
    subprocess.run(
        [sys.executable, "-c", KILLER, call, str(nth)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
    )

    assert all(one.read_text() in pair for one, *pair in zip(files, old, new, strict=True))
    again = run_in(folder, "validate", "--fix")
    assert again.returncode == 0
    assert [one.read_text() for one in files] == new


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGHUP")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize("call", ["fsync", "chmod"])
def test_a_program_that_is_asked_to_end_leaves_nothing_behind(folder: Path, call: str, name: str) -> None:
    before = (folder / "data" / "plan.yaml").read_text()

    done = subprocess.run(
        [sys.executable, "-c", KILLER.replace("SIGKILL", name), call, "1"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
    )

    assert done.returncode == {"SIGTERM": 143, "SIGHUP": 129, "SIGINT": 130}[name]
    assert (folder / "data" / "plan.yaml").read_text() == before
    assert [one.name for one in (folder / "data").iterdir()] == ["plan.yaml"]


def test_what_a_killed_run_left_is_swept_and_what_another_one_writes_is_not(folder: Path) -> None:
    old, young = (folder / "data" / new_name() for _ in range(2))
    for one in (old, young):
        one.write_text("opd: []\n")
    os.utime(old, (0, 0))

    fix(folder / "data")

    assert not old.exists()
    assert young.exists()


def test_a_file_that_somebody_called_like_us_stays(folder: Path) -> None:
    list_of_old = folder / ".serang-plan-lama.json"
    assert run(["validate", str(folder / "data"), "--write-baseline", str(list_of_old)]) in (0, 1)
    os.utime(list_of_old, (0, 0))

    run(["validate", str(folder / "data"), "--baseline", str(list_of_old), "-o", str(folder / "hasil.json")])

    assert list_of_old.exists()


def test_a_file_with_two_names_is_put_right_only_by_force(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "data" / "plan.yaml"
    os.link(path, folder / "kedua.yaml")

    assert fix(path) == 2
    assert "punya 2 nama (tautan keras)" in capsys.readouterr().err
    assert FAULTY in path.read_text()

    assert run(["validate", str(path), "--fix", "--force", "--as-of", "2026-06-30"]) == 0
    assert SOUND in path.read_text()
    assert FAULTY in (folder / "kedua.yaml").read_text()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_on_both_streams_still_says_it_by_the_exit_code(folder: Path) -> None:
    with open("/dev/full", "w") as full:
        code = subprocess.run(
            [sys.executable, "-m", "serang_plan", "validate", "--fix"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            stdout=full,
            stderr=full,
            check=False,
        ).returncode

    assert code == 2
