"""publish: from an empty folder it is two commands to a site; without a folder for it, the next step is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from serang_plan.cli.main import run


def test_a_newcomer_has_a_site_after_two_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["init", "--example"]) == 0
    assert run(["publish", "-o", "situs"]) == 0
    assert run(["publish", "-o", "situs", "--as-of", "2026-06-30"]) == 0

    assert (tmp_path / "situs/id/index.html").exists()
    assert (tmp_path / "situs/en/indikator/M01.html").exists()


def test_without_a_folder_nothing_is_written_and_one_is_suggested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run(["init", "--example"])

    assert run(["publish"]) == 2
    assert "-o situs" in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"data", "schema"}


def test_the_folder_of_the_plan_is_no_place_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run(["init", "--example"])
    before = sorted(path.name for path in (tmp_path / "data").iterdir())

    assert run(["publish", "-o", "data"]) == 2
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == before
