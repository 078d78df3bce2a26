"""`validate --fix --sort`: lists are put in order, and it is said which are left as they are."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from serang_plan.cli.main import run
from tests.operations.test_sorting import WHOSE, opd


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text(
        f"# atas\nopd:\n{opd('S2')}{opd('S1')}claims:\n  - {{code: K2}}\n  # apa\n\n  - {{code: K1}}\n".replace(
            "{code: K2}", "{code: K2, date: 2020, by: X, indicators: 1, met: 1, source: R1}"
        ).replace("{code: K1}", "{code: K1, date: 2020, by: X, indicators: 1, met: 1, source: R1}")
    )
    return tmp_path


def validate(folder: Path, *options: str) -> int:
    return run(["validate", str(folder / "data"), "--as-of", "2026-06-30", *options])


def test_lists_are_put_in_order_and_what_is_left_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    validate(folder, "--fix", "--sort")

    shown = capsys.readouterr()
    assert "- code: S1" in shown.out
    assert "1 daftar diurutkan dalam 1 berkas.\n" in shown.err
    assert f"a.yaml:9: daftar `claims` tidak diurutkan: {WHOSE}\n" in shown.err
    text = (folder / "data" / "a.yaml").read_text()
    assert text.startswith(f"# atas\nopd:\n{opd('S1')}{opd('S2')}claims:")

    validate(folder, "--fix", "--sort", "--lang", "en")

    assert "There is nothing that is safe to put right.\n" in capsys.readouterr().err
    assert (folder / "data" / "a.yaml").read_text() == text


def test_without_sort_no_list_moves(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "data" / "a.yaml").read_text()

    validate(folder, "--fix")

    assert (folder / "data" / "a.yaml").read_text() == before
    assert "diurutkan" not in capsys.readouterr().err


def test_sort_alone_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate(folder, "--sort") == 2
    assert "`--sort` hanya dipakai bersama `--fix` atau `--diff`" in capsys.readouterr().err


def test_a_build_server_finds_no_command_in_what_is_said_beside_the_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    moved = opd("S2").replace("Dinas S2", "'##[error]'")
    partners = "".join(f"{{code: {code}, name: {code}, kind: swasta}}, " for code in ("P2", "P1"))
    Path("::error::a.yaml").write_text(f"opd:\n{moved}{opd('S1')}partners: [{partners}]\n")

    run(["validate", "::error::a.yaml", "--fix", "--sort", "--format", "json"])

    said = capsys.readouterr().err
    assert "'##\\[error]'" in said
    assert not [line for line in said.splitlines() if line.startswith("::") or "##[" in line]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("seed", range(3))
def test_git_takes_the_patch_and_the_patch_is_short(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], seed: int
) -> None:
    codes = [f"S{nth}" for nth in range(1, 60)]
    random.Random(seed).shuffle(codes)
    mistyped = opd("S60").replace("name", "nmae").replace("S60", "S0")
    path = tmp_path / "a.yaml"
    path.write_text(f"opd:\n{''.join(map(opd, codes))}{mistyped}".removesuffix("\n"))

    run(["validate", str(path), "--diff", "--sort"])
    shown = capfd.readouterr().out.replace(str(path).lstrip("/"), "a.yaml")
    run(["validate", str(path), "--fix", "--sort"])
    right = path.read_text()

    assert right == "opd:\n" + "".join(opd(f"S{nth}") for nth in range(60))
    path.write_text(f"opd:\n{''.join(map(opd, codes))}{mistyped}".removesuffix("\n"))
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=shown, check=True, text=True)
    assert path.read_text() == right


def test_moving_one_record_shows_little_more_than_that_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("opd:\n" + "".join(opd(f"S{nth}") for nth in (*range(2, 60), 1)))

    run(["validate", str(path), "--diff", "--sort"])

    shown = capsys.readouterr().out.splitlines()
    assert sum(line[0] in "+-" for line in shown) == 2 + 2 * 2
