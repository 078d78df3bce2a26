"""Watching: it wakes for a file that was saved, and for nothing else."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from serang_plan.operations.checking.watching import changes


def test_it_wakes_when_a_file_of_the_plan_is_saved(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("opd: []\n")
    saved = changes([str(tmp_path)])
    (tmp_path / "catatan.txt").write_text("bukan rencana")
    timer = threading.Timer(0.7, lambda: file.write_text("opd: [] # disimpan\n"))
    timer.start()

    next(saved)

    timer.join()
    assert file.read_text().endswith("disimpan\n")


def test_without_its_package_it_cannot_be_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "watchfiles", None)

    with pytest.raises(ImportError):
        changes([str(tmp_path)])
