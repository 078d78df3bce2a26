"""The plan's folder: the one here, else the nearest above it, but nothing beyond the repository or the home."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from serang_plan.cli.arguments.options import DATA_VARIABLE
from serang_plan.cli.main import run
from serang_plan.operations.files.loading import plan_above

PLAN = """\
plan: {title: Kota Kecil, city: Kota Kecil, first_year: 2024, last_year: 2029, origin: resmi}
opd: [{code: DLH, name: Dinas Lingkungan Hidup}]
sources: [{code: S1, kind: resmi, published: 2025}]
indicators: [{code: M01, name: RTH, aspect: fisik, unit: '%', direction: naik}]
"""


def planned(folder: Path) -> Path:
    """Put a plan into a folder."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "plan.yaml").write_text(PLAN, "utf-8")
    return folder


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan in a repository; one stands two folders below."""
    city = planned(tmp_path / "kota")
    (city / ".git").mkdir()
    (city / "laporan" / "2026").mkdir(parents=True)
    monkeypatch.chdir(city / "laporan" / "2026")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return city


def above(here: Path, home: Path) -> str | None:
    here.mkdir(parents=True, exist_ok=True)
    return plan_above(str(here), str(home), "data")


# -- what is used, and that it is said -------------------------------------------------------


@pytest.mark.parametrize(("lang", "said"), [("id", "Rencana: ../../data"), ("en", "Plan: ../../data")])
@pytest.mark.parametrize("command", ["status", "validate --exit-zero", "progress M01", "rakor prepare"])
def test_the_plan_above_is_read_and_said(
    command: str, lang: str, said: str, city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command.split(), "--lang", lang]) == 0

    shown = capsys.readouterr()
    assert shown.err.splitlines()[0] == said.replace("/", os.sep)
    assert said not in shown.out


def test_the_plan_above_is_written_too(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["record", "M01", "20", "--at", "2024", "--source", "S1", "--yes"]) == 0
    assert run(["undo", "--dry-run"]) == 0

    assert "value: 20" in (city / "data" / "plan.yaml").read_text("utf-8")
    assert "value: 20" in capsys.readouterr().out
    assert not (city / "laporan" / "2026" / "data").exists()


def test_a_shell_is_offered_its_codes(
    city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_SERANG_PLAN_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "serang-plan progress M")
    monkeypatch.setenv("COMP_CWORD", "2")
    with pytest.raises(SystemExit):
        run([])

    assert "M01" in capsys.readouterr().out


def test_the_plan_that_is_here_is_the_one(
    city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(city)

    assert run(["status"]) == 0
    assert "Rencana:" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["status --data data", "validate data"])
def test_a_folder_that_is_named_is_not_looked_for_elsewhere(
    command: str, city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command.split()) == 2
    assert "`data` tidak ada di sini" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["status", "validate"])
def test_nor_is_one_that_the_environment_names(
    command: str, city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, "data")

    assert run([command]) == 2
    assert "`data` tidak ada di sini" in capsys.readouterr().err


def test_a_new_plan_is_made_here(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0

    assert Path("data", "indicators.yaml").exists()
    assert "Rencana:" not in capsys.readouterr().err


# -- how far it is looked for ----------------------------------------------------------------


def test_nothing_beyond_the_repository_is_looked_at(tmp_path: Path) -> None:
    repository = planned(tmp_path) / "repo"
    (repository / "sub").mkdir(parents=True)
    assert above(repository / "sub", tmp_path) == os.path.join("..", "..", "data")

    (repository / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert above(repository / "sub", tmp_path) is None
    assert above(repository, tmp_path) is None


def test_nothing_beyond_the_home_folder_is_looked_at(tmp_path: Path) -> None:
    home = planned(tmp_path) / "rumah"

    assert above(home / "sub", tmp_path) == os.path.join("..", "..", "data")
    assert above(home / "sub", home) is None
    (tmp_path / ".git").mkdir()
    assert above(home / "sub", home) is None


def test_outside_of_both_nothing_is_looked_at(tmp_path: Path) -> None:
    home = tmp_path / "rumah"
    home.mkdir()

    assert above(planned(tmp_path / "rumah lain") / "sub", home) is None


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "rumah", planned(tmp_path / "lain")
    inside = planned(home / "rencana")
    (home / "kota" / "sub").mkdir(parents=True)
    link = home / "kota" / "data"

    link.symlink_to(elsewhere / "data")
    assert above(home / "kota" / "sub", home) is None
    link.unlink()
    link.symlink_to(inside / "data")
    assert above(home / "kota" / "sub", home) == os.path.join("..", "data")


def test_a_folder_of_that_name_without_a_plan_is_passed_over(tmp_path: Path) -> None:
    here = planned(tmp_path) / "analisis" / "sub"
    (tmp_path / "analisis" / "data").mkdir(parents=True)
    (tmp_path / "analisis" / "data" / "angka.csv").write_text("a\n", "utf-8")

    assert above(here, tmp_path) == os.path.join("..", "..", "data")
